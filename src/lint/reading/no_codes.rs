//! `no-codes`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "no-codes",
    standing: Standing::Validity,
    finds: "the spec lists no code",
    why: "SDKs without codes help nobody. Mostly the list was lost, or another file was meant.",
    fails: "
codes: []
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
