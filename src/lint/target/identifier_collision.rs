//! `identifier-collision`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "identifier-collision",
    standing: Standing::Validity,
    finds: "two names become one identifier in a target, or one that its templates use",
    why: "Each language spells names in its own way, and two of them may come out the same. The SDK \
          would not compile.",
    fails: "
codes:
  - code: 310
    name: TLS_1_2
    message: The server speaks TLS 1.2 only.
  - code: 311
    name: TLS_12
    message: Twelve connections have failed.
",
    passes: "
codes:
  - code: 310
    name: TLS_1_2
    message: The server speaks TLS 1.2 only.
  - code: 311
    name: TLS_TWELVE
    message: Twelve connections have failed.
",
    check: Check::Elsewhere,
};
