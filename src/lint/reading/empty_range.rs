//! `empty-range`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "empty-range",
    standing: Standing::Validity,
    finds: "a range ends before it begins",
    why: "No number is in such a range, and every code of its group would be said to lie outside.",
    fails: "
groups:
  - { name: auth, range: [199, 100] }
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    passes: "
groups:
  - { name: auth, range: [100, 199] }
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
