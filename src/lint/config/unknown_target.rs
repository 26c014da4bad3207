//! `unknown-target`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unknown-target",
    standing: Standing::Validity,
    finds: "`codegen.yaml` names a target that there is not",
    why: "A target is a folder of templates, built in or your own. Nothing can be made of any other \
          name, and an SDK would be missing.",
    fails: "
# codegen.yaml
targets: { golang: {} }
",
    passes: "
# codegen.yaml
targets: { go: {} }
",
    check: Check::Elsewhere,
};
