//! `unsupported-type`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unsupported-type",
    standing: Standing::Validity,
    finds: "a target can't hold codes of the type of the catalog",
    why: "A target whose constants are numbers has no way to hold texts. Leaving it out beats an SDK \
          that does not compile.",
    fails: "
type: string
codes:
  - code: SignatureInvalid
    name: SIGNATURE_INVALID
    message: The signature is not valid.

# codegen.yaml
targets: { go: {}, markdown: {} }
",
    passes: "
type: string
codes:
  - code: SignatureInvalid
    name: SIGNATURE_INVALID
    message: The signature is not valid.

# codegen.yaml
targets: { markdown: {} }
",
    check: Check::Elsewhere,
};
