//! How a text is made safe for a place: between quotes, in a comment, in a table cell. Each
//! target declares its own; nothing here knows a language.

use super::hidden::Hidden;
use super::markdown;

/// What stands for a character is hardly ever longer.
const PLAIN: usize = 32;

/// An escape that a target declares.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Escape {
    /// What stands before and after the text.
    pub quotes: (String, String),
    /// Whether white space, line breaks among it, collapses to single spaces.
    pub one_line: bool,
    /// What stands for what; the longest match wins.
    pub replace: Vec<(String, String)>,
    /// What stands for what at the beginning of the text.
    pub first: Vec<(String, String)>,
    /// What stands for what at the end of the text.
    pub last: Vec<(String, String)>,
    /// The text is Markdown and stays so, in a place whose lines begin with so many spaces; of the
    /// rest only `hidden` counts.
    pub commonmark: Option<usize>,
    /// What stands for a hidden character.
    pub hidden: Hidden,
}

impl Escape {
    /// The text, made safe.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        if let Some(indent) = self.commonmark {
            return markdown::contain(text, indent, &self.hidden);
        }
        let joined;
        let mut rest = text;
        if self.one_line {
            joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
            rest = &joined;
        }
        let mut out = String::with_capacity(rest.len() + 16);
        out.push_str(&self.quotes.0);
        if let Some((from, to)) = longest(&self.first, |from| rest.starts_with(from)) {
            out.push_str(to);
            rest = &rest[from.len()..];
        }
        let tail = longest(&self.last, |from| rest.ends_with(from));
        if let Some((from, _)) = tail {
            rest = &rest[..rest.len() - from.len()];
        }
        self.middle(rest, &mut out);
        out.push_str(tail.map_or("", |(_, to)| to));
        out.push_str(&self.quotes.1);
        out
    }

    /// A number of bytes that the text, made safe, can't exceed; nothing where that is of the
    /// order of the text itself.
    pub(super) fn growth(&self, text: &str) -> Option<usize> {
        let pairs = [&self.replace, &self.first, &self.last].into_iter().flatten();
        let hidden = [&self.hidden.short, &self.hidden.long].into_iter().flatten();
        let indent = self.commonmark.unwrap_or_default();
        let each = pairs.map(|(_, to)| to.len()).chain(hidden.map(String::len)).chain([indent]);
        let each = each.max().unwrap_or_default();
        let quotes = self.quotes.0.len() + self.quotes.1.len();
        let is_plain = each <= PLAIN && quotes <= PLAIN;
        (!is_plain).then(|| text.len().saturating_mul(each.max(PLAIN)).saturating_add(quotes))
    }

    fn middle(&self, mut rest: &str, out: &mut String) {
        while let Some(c) = rest.chars().next() {
            if let Some((from, to)) = longest(&self.replace, |from| rest.starts_with(from)) {
                out.push_str(to);
                rest = &rest[from.len()..];
                continue;
            }
            self.hidden.push(c, out);
            rest = &rest[c.len_utf8()..];
        }
    }
}

fn longest(pairs: &[(String, String)], fits: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
    pairs
        .iter()
        .filter(|(from, _)| !from.is_empty() && fits(from))
        .max_by_key(|(from, _)| from.len())
        .map(|(from, to)| (from.as_str(), to.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn a_literal_is_quoted_and_escaped_once() {
        let escape = Escape {
            quotes: ("\"".into(), "\"".into()),
            replace: pairs(&[("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n")]),
            hidden: Hidden { short: Some("\\u{x4}".into()), long: Some("\\U{x8}".into()) },
            ..Escape::default()
        };
        assert_eq!(
            escape.apply("a\"\\\n\u{202e}\u{e0041}错"),
            "\"a\\\"\\\\\\n\\u202e\\U000e0041错\""
        );
    }

    #[test]
    fn a_comment_is_one_line_and_the_longest_match_wins() {
        let escape = Escape {
            one_line: true,
            replace: pairs(&[("*/", "*\\/"), ("*", "x")]),
            first: pairs(&[("@", "\\@")]),
            last: pairs(&[("!", "?")]),
            ..Escape::default()
        };
        assert_eq!(escape.apply(" @a\n\t*/ *!"), "\\@a *\\/ x?");
    }

    #[test]
    fn one_character_is_not_both_first_and_last() {
        let escape =
            Escape { first: pairs(&[(" ", "a")]), last: pairs(&[(" ", "b")]), ..Escape::default() };
        assert_eq!(escape.apply(" "), "a");
        assert_eq!(escape.apply("  "), "ab");
    }
}
