//! `unsupported-code`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unsupported-code",
    standing: Standing::Validity,
    finds: "a target can't hold a code exactly",
    why: "Where a language holds numbers as floating point, as JavaScript does, a great code becomes \
          another one.",
    fails: "
type: i64
codes:
  - code: 9007199254740993
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    passes: "
type: i64
codes:
  - code: 9007199254740991
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
