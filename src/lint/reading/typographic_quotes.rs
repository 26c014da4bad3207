//! `typographic-quotes`

use super::{Check, Level, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "typographic-quotes",
    standing: Standing::Advice(Level::Warning),
    finds: "a text stands between quotes such as `“` and `”`, which are letters to YAML",
    why: "A text processor puts them in for `\"`. They become a part of the text, and callers see \
          them. Where they are meant, quotes of YAML around them say so.",
    fails: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: “The quota is used up.”
",
    passes: r#"
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: "The quota is used up."
"#,
    check: Check::Elsewhere,
};
