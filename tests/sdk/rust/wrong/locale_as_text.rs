// expect: expected `Locale`, found `&str`
use shop::codes::Code;

pub fn text(code: Code) -> Option<&'static str> {
    code.message("en")
}
