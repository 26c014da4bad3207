//! Comments of HTML in a Markdown text, told from code that looks like them. Knows nothing of what
//! they say.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const MARK: char = '\u{feff}';

/// A comment on one line, or the beginning of a longer one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::render) struct Comment {
    /// From `<!--` to `-->`, or to the end of the line.
    pub(in crate::render) range: Range<usize>,
    /// The whole line that it begins in, with its line break.
    pub(in crate::render) line: Range<usize>,
    /// Whether nothing else is in that line, and no list or quote is around it.
    pub(in crate::render) is_alone: bool,
}

/// The comments of a text, in order.
pub(in crate::render) fn comments(text: &str) -> Vec<Comment> {
    // A byte order mark is no part of the first line.
    let skipped = if text.starts_with(MARK) { MARK.len_utf8() } else { 0 };
    let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    let lines: Vec<usize> = std::iter::once(skipped).chain(breaks).collect();
    let mut search = Search { text, lines: &lines, found: Vec::new() };
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(&text[skipped..], Options::empty()).into_offset_iter() {
        let range = range.start + skipped..range.end + skipped;
        match event {
            Event::Start(Tag::HtmlBlock) => search.part(range, depth == 0),
            Event::Start(Tag::BlockQuote(_) | Tag::List(_)) => depth += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => {
                depth = depth.saturating_sub(1);
            }
            Event::InlineHtml(_) => search.part(range, false),
            _ => {}
        }
    }
    search.found
}

struct Search<'a> {
    text: &'a str,
    /// Where each line begins.
    lines: &'a [usize],
    found: Vec<Comment>,
}

impl Search<'_> {
    /// Finds the comments that begin in a part of the text.
    fn part(&mut self, part: Range<usize>, may_be_alone: bool) {
        let text = self.text;
        let mut at = part.start;
        while let Some(start) = text[at..part.end].find("<!--").map(|offset| at + offset) {
            let next = self.lines.partition_point(|line| *line <= start);
            // proven: the first line begins before any part.
            let line = self.lines[next - 1]..self.lines.get(next).copied().unwrap_or(text.len());
            let rest = &text[start..part.end];
            let closed = rest.find("-->").map(|offset| start + offset + "-->".len());
            let end = closed.filter(|end| *end <= line.end);
            let end = end.unwrap_or_else(|| start + text[start..line.end].trim_end().len());
            let around = [&text[line.start..start], &text[end..line.end]];
            let is_whole = closed == Some(end) && around.iter().all(|rest| rest.trim().is_empty());
            self.found.push(Comment {
                range: start..end,
                line,
                is_alone: may_be_alone && is_whole,
            });
            // What looks like a comment within one is a part of it.
            at = closed.unwrap_or(part.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, bool)> {
        comments(text).into_iter().map(|c| (&text[c.range], c.is_alone)).collect()
    }

    #[test]
    fn a_comment_is_no_code() {
        let text = "a `<!-- b -->`\n\n```\n<!-- c -->\n```\n\n    <!-- d -->\n\n<!-- e -->\n";
        assert_eq!(found(text), [("<!-- e -->", true)]);
    }

    #[test]
    fn a_comment_alone_has_nothing_beside_or_around_it() {
        assert_eq!(found("\u{feff}  <!-- a --> \r\nb"), [("<!-- a -->", true)]);
        assert_eq!(found("<div>\n<!-- a -->\n</div>"), [("<!-- a -->", true)]);
        assert_eq!(found("| a |\n<!-- b -->"), [("<!-- b -->", true)]);
        assert_eq!(found("<!-- a --><!-- b -->"), [("<!-- a -->", false), ("<!-- b -->", false)]);
        assert_eq!(found("b <!-- a -->"), [("<!-- a -->", false)]);
        assert_eq!(
            found("> <!-- a -->\n\n- <!-- b -->"),
            [("<!-- a -->", false), ("<!-- b -->", false)]
        );
    }

    #[test]
    fn a_comment_within_one_is_a_part_of_it() {
        assert_eq!(found("<!--\n<!-- a -->\n"), [("<!--", false)]);
        assert_eq!(found("<!-- a\n-->\n<!-- b"), [("<!-- a", false), ("<!-- b", false)]);
    }
}
