//! `cut-off-text`

use super::{Check, Level, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "cut-off-text",
    standing: Standing::Advice(Level::Warning),
    finds: "a part of what was typed is lost to YAML: behind a `#`, or as an anchor or a tag",
    why: "Without quotes, ` #` begins a comment, and a first word with `&` or `!` is an anchor or a \
          tag. The rest is a text like any other, so that nobody is told.",
    fails: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: The quota is used up, see rule #4.
",
    passes: r#"
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: "The quota is used up, see rule #4."
"#,
    check: Check::Elsewhere,
};
