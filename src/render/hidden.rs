//! How hidden characters are written in what is generated.

use crate::model::is_hidden;

/// How hidden characters are written: the pattern holds `{x}`, `{x4}`, `{x8}` or `{X4}` for the
/// hexadecimal number of the character, with at least so many digits; or `{high}` and `{low}` for
/// the first and the last of its UTF-16 code units, with four; or `{octal}` for each byte of its
/// UTF-8 as a backslash and three octal digits.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Hidden {
    /// Up to U+FFFF; `None` leaves them as they are.
    pub short: Option<String>,
    /// Above; where it is absent, `short` serves.
    pub long: Option<String>,
}

impl Hidden {
    /// Adds a character as it is shown.
    pub(super) fn push(&self, c: char, out: &mut String) {
        match self.pattern(c) {
            Some(pattern) if is_hidden(c) => out.push_str(&hex(pattern, c)),
            _ => out.push(c),
        }
    }

    fn pattern(&self, c: char) -> Option<&str> {
        let long = self.long.as_deref().filter(|_| u32::from(c) > 0xFFFF);
        long.or(self.short.as_deref())
    }
}

fn hex(pattern: &str, c: char) -> String {
    let n = u32::from(c);
    let (mut buffer, mut bytes) = ([0; 2], [0; 4]);
    let units = c.encode_utf16(&mut buffer);
    let octal = c.encode_utf8(&mut bytes).bytes().map(|byte| format!("\\{byte:03o}"));
    pattern
        .replace("{octal}", &octal.collect::<String>())
        .replace("{x}", &format!("{n:x}"))
        .replace("{x4}", &format!("{n:04x}"))
        .replace("{x8}", &format!("{n:08x}"))
        .replace("{X4}", &format!("{n:04X}"))
        .replace("{high}", &format!("{:04x}", units[0]))
        .replace("{low}", &format!("{:04x}", units[units.len() - 1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_holds_a_number_or_units_of_utf_16() {
        let written = |short: &str, long: &str, c: char| {
            let mut out = String::new();
            Hidden { short: Some(short.into()), long: Some(long.into()) }.push(c, &mut out);
            out
        };
        assert_eq!(written("{x} {x4} {x8} {X4}", "", '\u{ad}'), "ad 00ad 000000ad 00AD");
        assert_eq!(written("{x4}", r"\u{high}\u{low}", '\u{e0041}'), r"\udb40\udc41");
        assert_eq!(written("{octal}", "", '\u{0}'), r"\000");
        assert_eq!(written("{octal}", "", '\u{202e}'), r"\342\200\256");
        assert_eq!(written("{high}", "", '\u{ad}'), "00ad");
        assert_eq!(written("{x}", "", 'a'), "a");
    }
}
