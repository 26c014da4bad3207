//! Letters and digits as wide as Chinese characters, which stand for those of ASCII.

/// The character of ASCII that a full-width one stands for (U+FF01 to U+FF5E); any other as it is.
pub(super) fn ascii(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// Whether it is a full-width letter or digit.
pub(super) fn is_full_width(c: char) -> bool {
    c != ascii(c) && ascii(c).is_ascii_alphanumeric()
}
