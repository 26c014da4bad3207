//! `invalid-version`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-version",
    standing: Standing::Validity,
    finds: "`required_version` is not a set of versions such as `>=1.0`",
    why: "It keeps another version of codegen from writing other files than your team has. It must \
          be clear which ones it keeps out.",
    fails: r#"
# codegen.yaml
required_version: "0.1 or newer"
"#,
    passes: r#"
# codegen.yaml
required_version: ">=0.1"
"#,
    check: Check::Elsewhere,
};
