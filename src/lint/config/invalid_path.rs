//! `invalid-path`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-path",
    standing: Standing::Validity,
    finds: "a path in the configuration is empty, too long, or holds a control character",
    why: "No file has such a path, or none that a person could type again. It would fail late, and \
          in the words of the system.",
    fails: "
# codegen.yaml
out: \"\"
",
    passes: "
# codegen.yaml
out: generated
",
    check: Check::Elsewhere,
};
