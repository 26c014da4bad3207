//! `invalid-region`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-region",
    standing: Standing::Validity,
    finds: "a region of a document is marked so that it can't be filled, or there is none",
    why: "What stands between the marks is replaced by every run. Where they are in doubt, a text \
          that somebody wrote could be lost, or a table be left as it was long ago.",
    fails: "
# docs/codes.md
Our codes:

<!-- codegen:tabel -->
<!-- codegen:end -->
",
    passes: "
# docs/codes.md
Our codes:

<!-- codegen:table -->
<!-- codegen:end -->
",
    check: Check::Elsewhere,
};
