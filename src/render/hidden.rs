//! Which characters can't be seen, or change how others are seen, and how they are written. Kept
//! as data, so that output does not change with the Unicode tables of a toolchain.

/// Whether a character is hidden: control and format characters, line and paragraph separators,
/// spaces other than U+0020, what is ignorable by default (variation selectors, fillers, tags,
/// joiners), U+2800, private use and noncharacters.
///
/// Source: Unicode 16, general categories Cc, Cf, Zl, Zp, Zs and Co (UAX #44), and
/// `Default_Ignorable_Code_Point`; they include the controls of
/// <https://trojansource.codes/>.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    let at = RANGES.partition_point(|(_, last)| *last < c);
    RANGES.get(at).is_some_and(|(first, _)| *first <= c)
}

/// How hidden characters are written: the pattern holds `{x}`, `{x4}`, `{x8}` or `{X4}` for the
/// hexadecimal number of the character, with at least so many digits; or `{high}` and `{low}` for
/// the first and the last of its UTF-16 code units, with four.
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
    let mut buffer = [0; 2];
    let units = c.encode_utf16(&mut buffer);
    pattern
        .replace("{x}", &format!("{n:x}"))
        .replace("{x4}", &format!("{n:04x}"))
        .replace("{x8}", &format!("{n:08x}"))
        .replace("{X4}", &format!("{n:04X}"))
        .replace("{high}", &format!("{:04x}", units[0]))
        .replace("{low}", &format!("{:04x}", units[units.len() - 1]))
}

/// From the first to the last, both included, in ascending order.
const RANGES: [(char, char); 46] = [
    ('\u{0}', '\u{1f}'),
    ('\u{7f}', '\u{a0}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{2000}', '\u{200f}'),
    ('\u{2028}', '\u{202f}'),
    ('\u{205f}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{e000}', '\u{f8ff}'),
    ('\u{fdd0}', '\u{fdef}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{fffe}', '\u{ffff}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{1fffe}', '\u{1ffff}'),
    ('\u{2fffe}', '\u{2ffff}'),
    ('\u{3fffe}', '\u{3ffff}'),
    ('\u{4fffe}', '\u{4ffff}'),
    ('\u{5fffe}', '\u{5ffff}'),
    ('\u{6fffe}', '\u{6ffff}'),
    ('\u{7fffe}', '\u{7ffff}'),
    ('\u{8fffe}', '\u{8ffff}'),
    ('\u{9fffe}', '\u{9ffff}'),
    ('\u{afffe}', '\u{affff}'),
    ('\u{bfffe}', '\u{bffff}'),
    ('\u{cfffe}', '\u{cffff}'),
    ('\u{dfffe}', '\u{e0fff}'),
    ('\u{efffe}', '\u{10ffff}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_in_order() {
        assert!(RANGES.iter().all(|(first, last)| first <= last));
        assert!(RANGES.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn hidden_characters_are_told_from_readable_ones() {
        for c in "\0\n\u{7f}\u{a0}\u{200d}\u{202e}\u{2028}\u{feff}\u{fe0f}\u{e0041}\u{ffff}".chars()
        {
            assert!(is_hidden(c), "{:x}", u32::from(c));
        }
        for c in " a~é错。“😀\u{fffd}".chars() {
            assert!(!is_hidden(c), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn a_pattern_holds_a_number_or_units_of_utf_16() {
        let written = |short: &str, long: &str, c: char| {
            let mut out = String::new();
            Hidden { short: Some(short.into()), long: Some(long.into()) }.push(c, &mut out);
            out
        };
        assert_eq!(written("{x} {x4} {x8} {X4}", "", '\u{ad}'), "ad 00ad 000000ad 00AD");
        assert_eq!(written("{x4}", r"\u{high}\u{low}", '\u{e0041}'), r"\udb40\udc41");
        assert_eq!(written("{high}", "", '\u{ad}'), "00ad");
        assert_eq!(written("{x}", "", 'a'), "a");
    }
}
