//! `unknown-locale`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "unknown-locale",
    standing: Standing::Validity,
    finds: "a locale is named that the spec does not list",
    why: "`locales` says which languages the SDKs speak. A text in another one would be left out of \
          all of them.",
    fails: "
locales: [en]
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message:
      en: The signature is not valid.
      de: Die Signatur ist ungültig.
",
    passes: "
locales: [en, de]
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message:
      en: The signature is not valid.
      de: Die Signatur ist ungültig.
",
    check: Check::Elsewhere,
};
