//! `unknown-field`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unknown-field",
    standing: Standing::Validity,
    finds: "a mapping has a field that the format does not know",
    why: "A misspelt field would be passed over in silence, and what it says would be missing from \
          every SDK. What is for your own templates goes under `extra`.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    mesage: The signature is not valid.
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
