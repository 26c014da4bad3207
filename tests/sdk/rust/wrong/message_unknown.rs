// expect: expected `&str`, found `Option<&str>`
use shop::codes::{Code, Locale};

pub fn text(code: Code) -> &'static str {
    code.message(Locale::En)
}
