//! The lines of a page with what each is: heading, fence, comment or other text. Knows no table.

use crate::model::{SourceId, Span};

/// A line without its break.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its text, without marks of quotes and without white space before it.
    pub(super) text: &'a str,
    /// Where this text begins.
    pub(super) start: usize,
    /// What it belongs to.
    pub(super) kind: Kind,
}

/// What a line belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// Anything that may be a table.
    Text,
    /// Code between fences, front matter or a comment.
    Hidden,
    /// A heading of this level, with its text in the line.
    Heading(usize),
}

impl Line<'_> {
    /// The place of a part of it.
    pub(super) fn span(&self, source: SourceId, part: std::ops::Range<usize>) -> Span {
        let at = |offset: usize| u32::try_from(self.start + offset).unwrap_or(u32::MAX);
        Span { source, start: at(part.start), end: at(part.end) }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What the reader is in the middle of.
enum Within {
    Text,
    FrontMatter,
    Comment,
    /// A fence of so many of these characters.
    Fence(char, usize),
}

/// Takes a page apart.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut within = Within::Text;
    for (start, typed) in raw(text) {
        let body = unquoted(typed);
        let start = start + (typed.len() - body.len());
        let is_first = lines.is_empty();
        let (next, mut kind) = step(&within, typed, body, is_first);
        within = next;
        if kind == Kind::Text
            && let Some(level) = underline(body)
            && let Some(above) = lines.last_mut().filter(|above| is_paragraph(above))
        {
            above.kind = Kind::Heading(level);
            kind = Kind::Hidden;
        }
        lines.push(Line { text: body, start, kind });
    }
    lines
}

fn step(within: &Within, typed: &str, body: &str, is_first: bool) -> (Within, Kind) {
    match within {
        Within::FrontMatter if matches!(typed.trim_end(), "---" | "...") => {
            (Within::Text, Kind::Hidden)
        }
        Within::FrontMatter => (Within::FrontMatter, Kind::Hidden),
        Within::Comment if body.contains("-->") => (Within::Text, Kind::Hidden),
        Within::Comment => (Within::Comment, Kind::Hidden),
        Within::Fence(mark, length) => {
            let run = body.len() - body.trim_start_matches(*mark).len();
            let closes = run >= *length && body[run..].trim().is_empty();
            let next = if closes { Within::Text } else { Within::Fence(*mark, *length) };
            (next, Kind::Hidden)
        }
        Within::Text if is_first && typed.trim_end() == "---" => {
            (Within::FrontMatter, Kind::Hidden)
        }
        Within::Text => {
            if let Some((mark, length)) = fence(body) {
                (Within::Fence(mark, length), Kind::Hidden)
            } else if body.starts_with("<!--") {
                let is_open = !body.contains("-->");
                (if is_open { Within::Comment } else { Within::Text }, Kind::Hidden)
            } else {
                (Within::Text, heading(body).map_or(Kind::Text, Kind::Heading))
            }
        }
    }
}

/// Every line with its first byte; a carriage return alone ends one, too.
fn raw(text: &str) -> Vec<(usize, &str)> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut start = text.len() - body.len();
    let mut lines = Vec::new();
    let mut rest = body;
    loop {
        let end = rest.find(['\r', '\n']);
        lines.push((start, &rest[..end.unwrap_or(rest.len())]));
        let Some(end) = end else { return lines };
        let length = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        start += end + length;
        rest = &rest[end + length..];
    }
}

/// A line without what says that it is quoted.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || c == '>')
}

fn fence(line: &str) -> Option<(char, usize)> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    // What has backticks behind it is code within a line.
    let is_fence = length >= 3 && (mark == '~' || !line[length..].contains('`'));
    is_fence.then_some((mark, length))
}

fn heading(line: &str) -> Option<usize> {
    let level = line.len() - line.trim_start_matches('#').len();
    let rest = &line[level..];
    // Many a page lacks the space; but `#100` is the number of an issue.
    let is_text = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || !c.is_ascii());
    ((1..=6).contains(&level) && is_text).then_some(level)
}

/// The level of the heading that a line makes of the one above it.
fn underline(line: &str) -> Option<usize> {
    let line = line.trim_end();
    let is_all = |c: char| !line.is_empty() && line.chars().all(|other| other == c);
    if is_all('=') {
        Some(1)
    } else if is_all('-') {
        Some(2)
    } else {
        None
    }
}

fn is_paragraph(line: &Line<'_>) -> bool {
    let is_other = |mark: &str| line.text.starts_with(mark);
    line.kind == Kind::Text
        && !line.is_blank()
        && !["|", "- ", "* ", "+ "].into_iter().any(is_other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        lines(text).iter().map(|line| line.kind).collect()
    }

    #[test]
    fn headings_are_found() {
        use Kind::{Heading, Hidden, Text};
        assert_eq!(
            kinds("# a\n##b\n##错误\n#100\n####### x"),
            [Heading(1), Text, Heading(2), Text, Text]
        );
        assert_eq!(
            kinds("a\n===\nb\n---\n\n---"),
            [Heading(1), Hidden, Heading(2), Hidden, Text, Text]
        );
        assert_eq!(kinds("|a|\n---"), [Text, Text]);
    }

    #[test]
    fn what_is_not_shown_is_hidden() {
        use Kind::{Hidden, Text};
        assert_eq!(kinds("---\na: b\n---\nx"), [Hidden, Hidden, Hidden, Text]);
        assert_eq!(kinds("````\n```\n````\nx"), [Hidden, Hidden, Hidden, Text]);
        assert_eq!(kinds("<!-- a\n|b|\n-->\nx"), [Hidden, Hidden, Hidden, Text]);
        assert_eq!(kinds("```a``` b\nx"), [Text, Text]);
    }

    #[test]
    fn every_line_break_counts_and_marks_of_quotes_do_not() {
        let lines = lines("\u{feff}a\r\n> > b\rc\n");
        let read: Vec<(&str, usize)> = lines.iter().map(|line| (line.text, line.start)).collect();
        assert_eq!(read, [("a", 3), ("b", 10), ("c", 12), ("", 14)]);
    }
}
