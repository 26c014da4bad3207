//! `unknown-value`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unknown-value",
    standing: Standing::Validity,
    finds: "a field has a word that is none of those it takes",
    why: "A word that means nothing can't be turned into anything, and the default would say what \
          you did not mean.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    kind: fatal
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    kind: error
",
    check: Check::Elsewhere,
};
