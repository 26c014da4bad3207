//! `invalid-version`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-version",
    standing: Standing::Validity,
    finds: "`required_version` says no versions",
    why: "It keeps another codegen from writing other files than your team's. It must be clear which \
          ones it keeps out.",
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
