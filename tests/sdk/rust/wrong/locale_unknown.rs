// expect: named `Fr` found for enum `Locale`
use shop::codes::{Code, Locale};

pub fn text(code: Code) -> Option<&'static str> {
    code.message(Locale::Fr)
}
