//! `yaml-syntax`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "yaml-syntax",
    standing: Standing::Validity,
    finds: "a file is not valid YAML",
    why: "What can't be read can't be checked. Mostly a text holds `: ` and needs quotes, or a line \
          is not indented like its neighbours.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: Not valid: the signature.
",
    passes: r#"
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: "Not valid: the signature."
"#,
    check: Check::Elsewhere,
};
