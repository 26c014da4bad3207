//! `invalid-option`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-option",
    standing: Standing::Validity,
    finds: "an option of a target has a value that it does not take",
    why: "Options become names and code in a language. What the language refuses would show only \
          when somebody compiles the SDK.",
    fails: "
# codegen.yaml
targets:
  go: { options: { package: ret-code } }
",
    passes: "
# codegen.yaml
targets:
  go: { options: { package: retcode } }
",
    check: Check::Elsewhere,
};
