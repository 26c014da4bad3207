//! Block scalars, after `|` and `>`: their header, their lines, and what a header says of the
//! line break at the end (YAML 1.2.2, section 8.1). Not when they are to change.

use std::ops::Range;

use super::decode::decode;
use super::difference::difference;
use super::layout::{Kind, Style};
use super::patch::{self, Patch};
use super::scalar::{Place, double_quoted, is_printable};

/// Makes a block scalar read as a text.
pub(super) fn write(
    place: Place<'_>,
    style: Style,
    indent: usize,
    old: &str,
    new: &str,
) -> Option<Vec<Patch>> {
    let block = Block::of(place, style, indent)?;
    let kept = block.header_for(breaks(old), breaks(new)).and_then(|header| {
        let (old, new) = (old.trim_end_matches('\n'), new.trim_end_matches('\n'));
        let lines = block.parts(old, new).or_else(|| block.whole(new))?;
        Some(header.into_iter().chain(lines).collect())
    });
    kept.or_else(|| Some(block.in_line(double_quoted(new))))
}

/// Puts something that stands in one line in the place of a block scalar.
pub(super) fn replace(place: Place<'_>, new: &str) -> Option<Vec<Patch>> {
    let Kind::Scalar(style @ (Style::Literal(indent) | Style::Folded(indent))) =
        place.layout[place.id].kind
    else {
        return None;
    };
    Some(Block::of(place, style, indent)?.in_line(new.to_owned()))
}

struct Block<'a> {
    text: &'a str,
    style: Style,
    indent: usize,
    /// `|` or `>` and what follows it.
    header: Range<usize>,
    /// From the line after the header to the last that is not blank.
    lines: Range<usize>,
    /// The rest of the line of the header, with its break.
    header_rest: Range<usize>,
}

impl<'a> Block<'a> {
    fn of(place: Place<'a>, style: Style, indent: usize) -> Option<Self> {
        let Place { text, layout, id } = place;
        let item = &layout[id];
        let first = item.range.start;
        // The header stands in the last line above that is not blank.
        let above = text[..first].trim_end_matches(|c: char| c.is_ascii_whitespace());
        let line = above.rfind(['\r', '\n']).map_or(0, |i| i + 1);
        let key = layout.key_of(id).map_or(0, |key| layout[key].range.end);
        let start = header(text, line.max(key))?;
        let indicators = |c: char| "|>+-".contains(c) || c.is_ascii_digit();
        let end = start + text[start..].find(|c| !indicators(c))?;
        let rest = &text[end..];
        let line_end = end + rest.find('\n').or_else(|| rest.find('\r'))? + 1;
        let last = item.end(text);
        (line_end <= first && first < last).then_some(Self {
            text,
            style,
            indent,
            header: start..end,
            lines: line_end..last,
            header_rest: end..line_end,
        })
    }

    /// What makes the header keep so many line breaks at the end; `None` where it can't.
    fn header_for(&self, old: usize, new: usize) -> Option<Vec<Patch>> {
        if old == new {
            return Some(Vec::new());
        }
        let chomping = match new {
            0 => "-",
            1 => "",
            _ => return None,
        };
        let header = self.text[self.header.clone()].replace(['+', '-'], "") + chomping;
        Some(vec![Patch { range: self.header.clone(), new: header }])
    }

    /// Changes no more of the lines than what differs.
    fn parts(&self, old: &str, new: &str) -> Option<Vec<Patch>> {
        // By the spaces of the first line a reader tells how many are not part of the text.
        let is_told = self.text[self.header.clone()].contains(|c: char| c.is_ascii_digit());
        if !is_told && new.trim_start_matches('\n').starts_with(' ') {
            return None;
        }
        let typed = &self.text[self.lines.clone()];
        let decoded = decode(typed, self.style).filter(|decoded| decoded.value == old)?;
        let parts = difference(old, new).into_iter().map(|(part, new)| {
            let range = decoded.typed(part.start)?..decoded.typed(part.end)?;
            let is_sound = new.chars().all(is_printable);
            is_sound.then_some(Patch { range, new })
        });
        let parts: Vec<Patch> = parts.collect::<Option<_>>()?;
        let patched = patch::apply(typed, &parts);
        let is_there = !patched.ends_with(['\r', '\n']) && !new.is_empty();
        let reads = decode(&patched, self.style).is_some_and(|decoded| decoded.value == new);
        (is_there && reads)
            .then(|| parts.into_iter().map(|part| part.moved(self.lines.start)).collect())
    }

    /// Writes all lines anew.
    fn whole(&self, new: &str) -> Option<Vec<Patch>> {
        let line_break = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let between = match self.style {
            Style::Folded(_) => line_break.repeat(2),
            _ => line_break.to_owned(),
        };
        let indent = " ".repeat(self.indent);
        let indented = |line: &str| match line {
            "" => String::new(),
            _ => format!("{indent}{line}"),
        };
        let lines: Vec<String> = new.split('\n').map(indented).collect();
        let is_plain = |line: &str| !line.is_empty() && !line.starts_with([' ', '\t']);
        let is_sound = match self.style {
            Style::Folded(_) => new.split('\n').all(is_plain),
            _ => new.split('\n').next().is_some_and(is_plain),
        };
        let is_printable = new.chars().all(|c| c == '\n' || is_printable(c));
        (is_sound && is_printable)
            .then(|| vec![Patch { range: self.lines.clone(), new: lines.join(&between) }])
    }

    /// One line in the place of header and lines; a comment behind the header stays.
    fn in_line(&self, new: String) -> Vec<Patch> {
        let rest = &self.text[self.header_rest.clone()];
        let blank = self.header_rest.start + rest.trim_end_matches(['\r', '\n']).len();
        vec![Patch { range: self.header.clone(), new }, Patch::removal(blank..self.lines.end)]
    }
}

/// Where the header of a block scalar stands, from `at` on: after `:`, `-` or `?` and properties.
fn header(text: &str, mut at: usize) -> Option<usize> {
    loop {
        let rest = &text[at..];
        match rest.chars().next()? {
            '|' | '>' => return Some(at),
            '&' | '!' => at += rest.find([' ', '\t'])?,
            ' ' | '\t' | ':' | '-' | '?' => at += 1,
            _ => return None,
        }
    }
}

/// How many line breaks are at the end of a text.
fn breaks(text: &str) -> usize {
    text.len() - text.trim_end_matches('\n').len()
}
