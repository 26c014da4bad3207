//! `invalid-http`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-http",
    standing: Standing::Validity,
    finds: "`http` is not an HTTP status",
    why: "A server sends this number with the code. HTTP has the statuses from 100 to 599 (RFC 9110, \
          section 15), and clients may refuse others.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    http: 4010
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    http: 401
",
    check: Check::Elsewhere,
};
