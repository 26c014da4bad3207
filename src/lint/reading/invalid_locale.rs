//! `invalid-locale`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-locale",
    standing: Standing::Validity,
    finds: "a locale is not a well-formed language tag",
    why: "Programs ask for a message by the tags that systems and browsers send (BCP 47, RFC 5646). \
          Nobody asks for what is none.",
    fails: "
locales: [en_US]
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    passes: "
locales: [en-US]
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
