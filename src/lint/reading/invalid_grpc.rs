//! `invalid-grpc`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "invalid-grpc",
    standing: Standing::Validity,
    finds: "`grpc` is neither the name nor the number of a gRPC status",
    why: "The statuses of gRPC are 0 to 16, and there are no others \
          (https://grpc.io/docs/guides/status-codes).",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    grpc: UNAUTHORIZED
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
    grpc: UNAUTHENTICATED
",
    check: Check::Elsewhere,
};
