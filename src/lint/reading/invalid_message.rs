//! `invalid-message`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-message",
    standing: Standing::Validity,
    finds: "the braces of a message are not in pairs, or hold what can't name a parameter",
    why: "What stands in braces becomes an argument in every language. Braces that stand for \
          themselves are doubled.",
    fails: "
codes:
  - code: 210
    name: TEMPLATE_INVALID
    message: The template has a } too many.
",
    passes: "
codes:
  - code: 210
    name: TEMPLATE_INVALID
    message: The template has a }} too many.
",
    check: Check::Elsewhere,
};
