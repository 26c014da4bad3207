//! `unknown-format`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unknown-format",
    standing: Standing::Validity,
    finds: "the spec is in a version of the format that this codegen does not read",
    why: "Another version may mean other things by the same words, and the constants would be wrong \
          without anybody being told.",
    fails: "
format: 2
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    passes: "
format: 1
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
