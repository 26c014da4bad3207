//! `duplicate-locale`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "duplicate-locale",
    standing: Standing::Validity,
    finds: "a locale is listed twice",
    why: "`locales` gives the columns of tables, and each locale has one. Tags that differ in case \
          alone are the same (RFC 5646, section 2.1.1).",
    fails: "
locales: [en, de, EN]
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
