//! Which characters can't be seen, or change how others are seen. Kept as data, so that output
//! does not change with the Unicode tables of a toolchain.

use std::borrow::Cow;
use std::fmt::Write as _;

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

/// The text with each hidden character but tabs and line breaks written as `<U+200B>`, so that a
/// reader sees it, and no escape sequence reaches a terminal.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let acts = |c: char| is_hidden(c) && c != '\n' && c != '\t';
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if acts(c) {
            // Writing to a string can't fail.
            let _ = write!(shown, "<U+{:04X}>", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// The same for a name, which stays in one line: tabs and line breaks are written so, too.
#[must_use]
pub fn visible_name(name: &str) -> Cow<'_, str> {
    let shown = visible(name);
    if shown.contains(['\n', '\t']) {
        return Cow::Owned(shown.replace('\n', "<U+000A>").replace('\t', "<U+0009>"));
    }
    shown
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
    fn what_would_act_on_a_terminal_is_written_out() {
        assert_eq!(visible("错误\t😀\n"), "错误\t😀\n");
        assert_eq!(visible_name("错误\t\n\u{1b}"), "错误<U+0009><U+000A><U+001B>");
        assert_eq!(visible("a\u{1b}[31m\u{9b}\u{202e}\r"), "a<U+001B>[31m<U+009B><U+202E><U+000D>");
    }
}
