//! `not-utf8`

use super::{Check, Rule, Standing};

pub(in crate::lint) const RULE: Rule = Rule {
    name: "not-utf8",
    standing: Standing::Validity,
    finds: "a file is not encoded in UTF-8",
    why: "In another encoding, such as GBK, the same bytes are other characters, and people would \
          read garbled messages. A byte that is no UTF-8 is shown as `<C7>` here.",
    fails: "
locales: [zh]
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: <C7><A9><C3><FB><B4><ED><CE><F3>
",
    passes: "
locales: [zh]
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: 签名错误
",
    check: Check::Elsewhere,
};
