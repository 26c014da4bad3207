//! `missing-field`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "missing-field",
    standing: Standing::Validity,
    finds: "a field that must be there is missing",
    why: "A code without a name has no constant, and a name without a code stands for nothing. There \
          is nothing to assume in their place.",
    fails: "
codes:
  - code: 171
    message: The signature is not valid.
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
