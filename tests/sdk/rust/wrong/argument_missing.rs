// expect: missing field `limit` in initializer of `QuotaExceededArgs
use shop::codes::{Locale, QuotaExceededArgs};

pub fn text() -> String {
    let args = QuotaExceededArgs { resource: "calls" };
    args.message(Locale::En).to_string()
}
