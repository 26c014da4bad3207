//! `unknown-option`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unknown-option",
    standing: Standing::Validity,
    finds: "`codegen.yaml` sets an option that the target does not have",
    why: "It would change nothing, and whoever wrote it would believe that it does.",
    fails: "
# codegen.yaml
targets:
  go: { options: { pakage: retcode } }
",
    passes: "
# codegen.yaml
targets:
  go: { options: { package: retcode } }
",
    check: Check::Elsewhere,
};
