//! `wrong-type`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "wrong-type",
    standing: Standing::Validity,
    finds: "a value is of another kind than its field takes",
    why: "YAML tells what a value is from how it looks: `1.10` is a number and loses its zero, and \
          `no` is a text to one reader and false to another. Only what can be read in one way is \
          taken.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    since: 1.10
",
    passes: r#"
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    since: "1.10"
"#,
    check: Check::Elsewhere,
};
