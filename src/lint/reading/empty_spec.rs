//! `empty-spec`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "empty-spec",
    standing: Standing::Validity,
    finds: "the spec is an empty file",
    why: "It was not saved, or was cut short: nothing can be made of it.",
    fails: "
# The return codes of the gateway.
",
    passes: "
# The return codes of the gateway.
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
