//! `empty-text`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "empty-text",
    standing: Standing::Validity,
    finds: "a field is there, and its text is empty",
    why: "An empty text shows as a blank in SDKs and docs. What is not known is left out, so that \
          everybody sees that it is missing.",
    fails: r#"
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    remedy: ""
"#,
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    remedy: Sign the request again.
",
    check: Check::Elsewhere,
};
