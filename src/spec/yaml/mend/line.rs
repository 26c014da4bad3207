//! One line of a text that may be no YAML: what seems to be its indentation, its dashes, its key
//! and its value. All places are in bytes from the start of the line.

use std::ops::Range;

/// A line without its line break.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Where it begins in the text.
    pub(super) start: usize,
    pub(super) text: &'a str,
}

/// What a line seems to hold.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    /// Where each `- ` stands that it begins with.
    pub(super) dashes: Vec<usize>,
    /// Where the first word stands.
    pub(super) first: usize,
    /// The name of a field and the place of its colon.
    pub(super) key: Option<(Range<usize>, usize)>,
    /// The value of that field, or of an item without one; without the comment after it.
    pub(super) value: Range<usize>,
}

impl<'a> Line<'a> {
    /// How many spaces it begins with.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Without space on either side.
    pub(super) fn content(&self) -> &'a str {
        self.text.trim_matches(|c: char| c.is_ascii_whitespace())
    }

    /// Whether it holds nothing, or a comment.
    pub(super) fn is_empty(&self) -> bool {
        let content = self.content();
        content.is_empty() || content.starts_with('#')
    }

    /// Where it ends in the text.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Takes it apart.
    pub(super) fn parts(&self) -> Parts {
        let mut first = self.indent();
        let mut dashes = Vec::new();
        while let Some(rest) = self.text[first..].strip_prefix('-')
            && (rest.is_empty() || rest.starts_with(' '))
        {
            dashes.push(first);
            first += 1 + (rest.len() - rest.trim_start_matches(' ').len());
        }
        let rest = &self.text[first..];
        let key =
            key(rest).map(|(name, colon)| (first + name.start..first + name.end, first + colon));
        let after = key.as_ref().map_or(first, |(_, colon)| colon + 1);
        let tail = &self.text[after..];
        let start = after + (tail.len() - tail.trim_start().len());
        let value = start..start + value_length(&self.text[start..]);
        Parts { dashes, first, key, value }
    }
}

impl Parts {
    /// The name of the field, without quotes.
    pub(super) fn name<'a>(&self, line: &Line<'a>) -> Option<&'a str> {
        let (name, _) = self.key.as_ref()?;
        Some(line.text[name.clone()].trim_matches(['"', '\'']))
    }

    /// Where the blocks stand that the line is part of: its dashes, and its key.
    pub(super) fn columns(&self) -> Vec<(usize, bool)> {
        let dashes = self.dashes.iter().map(|column| (*column, true));
        dashes.chain(self.key.as_ref().map(|_| (self.first, false))).collect()
    }
}

/// The key that a text begins with, and its colon.
fn key(text: &str) -> Option<(Range<usize>, usize)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let end = 1 + text[1..].find(quote)? + 1;
        let gap = text[end..].len() - text[end..].trim_start_matches(' ').len();
        return is_colon(text, end + gap).then_some((0..end, end + gap));
    }
    if text.starts_with(['[', '{', ']', '}', '#', '|', '>', '@', '`', '%', ',']) {
        return None;
    }
    let end = comment(text).unwrap_or(text.len());
    let colon = (0..end).find(|&at| is_colon(text, at))?;
    let name = text[..colon].trim_end();
    (!name.is_empty()).then_some((0..name.len(), colon))
}

/// Whether a `:` that ends a key stands at a place.
pub(super) fn is_colon(text: &str, at: usize) -> bool {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    rest.first() == Some(&b':') && rest.get(1).is_none_or(u8::is_ascii_whitespace)
}

/// Where a comment begins in the rest of a line.
pub(in super::super) fn comment(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .find(|&at| bytes[at] == b'#' && (at == 0 || matches!(bytes[at - 1], b' ' | b'\t')))
}

/// The length of a value that a text begins with. What is in quotes may hold a `#`.
fn value_length(text: &str) -> usize {
    let is_quoted = text.starts_with(['"', '\'']);
    let cut = if is_quoted { None } else { comment(text) };
    text[..cut.unwrap_or(text.len())].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Vec<usize>, Option<&str>, &str) {
        let line = Line { start: 0, text };
        let parts = line.parts();
        (parts.dashes.clone(), parts.name(&line), &text[parts.value])
    }

    #[test]
    fn a_line_is_taken_apart() {
        assert_eq!(parts("  - code: 1 # one"), (vec![2], Some("code"), "1"));
        assert_eq!(parts("- - a b"), (vec![0, 2], None, "a b"));
        assert_eq!(parts("\"a b\" : 'c # d'"), (vec![], Some("a b"), "'c # d'"));
        assert_eq!(parts("zh-Hans:"), (vec![], Some("zh-Hans"), ""));
        assert_eq!(parts("url: http://x"), (vec![], Some("url"), "http://x"));
        assert_eq!(parts("code:1"), (vec![], None, "code:1"));
        assert_eq!(parts("{ a: 1 }"), (vec![], None, "{ a: 1 }"));
        assert_eq!(parts("-"), (vec![0], None, ""));
        assert_eq!(parts(""), (vec![], None, ""));
        assert_eq!(parts(": x"), (vec![], None, ": x"));
    }
}
