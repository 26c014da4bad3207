// expect: non-exhaustive patterns: `_` not covered
use shop::codes::Locale;

pub fn is_latin(locale: Locale) -> bool {
    match locale {
        Locale::En => true,
        Locale::ZhHans => false,
    }
}
