//! `invalid-name`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-name",
    standing: Standing::Validity,
    finds: "a name has letters that such a name may not have",
    why: "Names become identifiers in every language. Upper case letters, digits and single `_` are \
          what each of them can spell in its own way; groups and catalogs have lower case and `-`.",
    fails: "
codes:
  - code: 171
    name: signatureInvalid
    message: The signature is not valid.
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
",
    check: Check::Elsewhere,
};
