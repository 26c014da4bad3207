//! `duplicate-field`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "duplicate-field",
    standing: Standing::Validity,
    finds: "a field, or a key of a mapping, is set twice",
    why: "YAML forbids it, and readers of YAML differ in which of the two counts. One is the \
          leftover of an edit, and only you know which.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    message: The signature has expired.
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
