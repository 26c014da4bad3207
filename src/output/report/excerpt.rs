//! The part of a source that a finding points at, as it can be shown: hidden characters written
//! out, tabs widened, long lines cut around what is pointed at. It draws nothing.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::model::{Label, Source, Sources, is_hidden, visible};

/// Labels of one source nearer than this many lines share an excerpt.
const NEAR: usize = 12;

/// A column holds so many characters, most of them without a width of their own; more are cut.
const MARKS: usize = 4;

/// What stands for a tab.
const TAB: &str = "    ";

/// Some lines of a source as they are shown, with what is pointed at.
pub(super) struct Excerpt<'a> {
    /// The lines.
    pub(super) text: String,
    /// The number of the first of them.
    pub(super) line: usize,
    /// The places in `text`.
    pub(super) marks: Vec<(Range<usize>, &'a Label)>,
}

/// The labels that each excerpt shows: those that stand near each other in one source.
pub(super) fn groups<'a>(
    labels: &'a [Label],
    sources: &Sources,
    width: usize,
) -> Vec<Vec<&'a Label>> {
    let mut groups: Vec<Vec<&Label>> = Vec::new();
    for label in labels {
        let near = groups
            .iter_mut()
            .find(|group| group.iter().all(|other| is_near(label, other, sources, width)));
        match near {
            Some(group) => group.push(label),
            None => groups.push(vec![label]),
        }
    }
    groups
}

fn is_near(a: &Label, b: &Label, sources: &Sources, width: usize) -> bool {
    if a.span.source != b.span.source {
        return false;
    }
    let source = sources.get(a.span.source);
    let (line, other) = (source.line(a.span.start), source.line(b.span.start));
    if line != other {
        return line.abs_diff(other) < NEAR;
    }
    // Both must be seen when the line is cut.
    let line = Line::new(source, line);
    let (a, b) = (line.range(a), line.range(b));
    let hull = a.start.min(b.start)..a.end.max(b.end);
    line.from(hull.start, width / 2) >= hull.end
}

impl<'a> Excerpt<'a> {
    /// The lines that the labels stand in, and those between, in so many columns.
    pub(super) fn new(source: &Source, labels: &[&'a Label], width: usize) -> Self {
        let lines = || labels.iter().map(|label| source.line(label.span.start));
        let (first, last) = (lines().min().unwrap_or(1), lines().max().unwrap_or(1));
        let mut excerpt = Self { text: String::new(), line: first, marks: Vec::new() };
        // What stands left of the line: its number, and ` | `.
        let room = width.saturating_sub(last.to_string().len() + 3);
        for number in first..=last {
            let here: Vec<&Label> = labels
                .iter()
                .copied()
                .filter(|label| source.line(label.span.start) == number)
                .collect();
            if number > first {
                excerpt.text.push('\n');
            }
            excerpt.push(&Line::new(source, number), &here, room);
        }
        excerpt
    }

    fn push(&mut self, line: &Line<'_>, labels: &[&'a Label], room: usize) {
        let keep = line.keep(labels, room);
        if keep.start > 0 {
            self.text.push('…');
        }
        for label in labels {
            let range = line.range(label);
            let at = |offset: usize| {
                let offset = offset.clamp(keep.start, keep.end);
                self.text.len() + shown(&line.text[keep.start..offset]).len()
            };
            self.marks.push((at(range.start)..at(range.end), label));
        }
        self.text.push_str(&shown(&line.text[keep.clone()]));
        if keep.end < line.text.len() {
            self.text.push('…');
        }
    }
}

/// One line of a source, without its end and without a byte order mark.
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Line<'a> {
    fn new(source: &'a Source, number: usize) -> Self {
        let range = source.line_range(number);
        let text = &source.text[range.clone()];
        match text.strip_prefix('\u{feff}').filter(|_| number == 1) {
            Some(rest) => Self { text: rest, start: range.end - rest.len() },
            None => Self { text, start: range.start },
        }
    }

    /// A label as far as it stands in this line.
    fn range(&self, label: &Label) -> Range<usize> {
        let at = |offset: usize| {
            self.text.floor_char_boundary(offset.saturating_sub(self.start).min(self.text.len()))
        };
        let range = label.span.range();
        at(range.start)..at(range.end.max(range.start))
    }

    /// The part to show in so many columns: the whole line, or else its beginning, or else what
    /// is pointed at with something before it, and room for the words beside it.
    fn keep(&self, labels: &[&Label], room: usize) -> Range<usize> {
        let whole = 0..self.text.len();
        if self.from(0, room) == whole.end {
            return whole;
        }
        let ranges = || labels.iter().map(|label| self.range(label));
        let start = ranges().map(|range| range.start).min().unwrap_or(0);
        let end = ranges().map(|range| range.end).max().unwrap_or(0);
        let words = labels.iter().map(|label| label.text.width() + 1).max().unwrap_or(0);
        let words = words.min(room / 2);
        if self.from(0, room.saturating_sub(words + 1)) >= end {
            return 0..self.from(0, room.saturating_sub(1));
        }
        // A `…` on either side.
        let room = room.saturating_sub(2);
        let pointed = columns(&self.text[start..self.from(start, room).min(end)]);
        let after = columns(&self.text[end..self.from(end, room)]);
        let spare = room - pointed;
        let most = spare.saturating_sub(words).max(room / 8);
        let before = (room / 3).max(spare.saturating_sub(after)).min(most);
        let start = self.back(start, before);
        match self.from(start, room) {
            // What is pointed at goes on: the words come after as much of it as leaves them room.
            cut if cut < end => start..self.from(start, room - words),
            cut => start..cut,
        }
    }

    /// Where so many columns end that begin at an offset.
    fn from(&self, offset: usize, columns: usize) -> usize {
        offset + fitting(self.text[offset..].chars(), columns)
    }

    /// Where so many columns begin that end at an offset.
    fn back(&self, offset: usize, columns: usize) -> usize {
        offset - fitting(self.text[..offset].chars().rev(), columns)
    }
}

/// How many bytes of characters fit into so many columns.
fn fitting(characters: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut used = 0;
    characters
        .take(columns.saturating_mul(MARKS))
        .take_while(|c| {
            used += width(*c);
            used <= columns
        })
        .map(char::len_utf8)
        .sum()
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// The columns of a character as it is shown.
fn width(c: char) -> usize {
    if c == '\t' {
        TAB.len()
    } else if is_hidden(c) {
        visible(c.encode_utf8(&mut [0; 4])).len()
    } else {
        c.width().unwrap_or(0)
    }
}

fn shown(text: &str) -> String {
    visible(&text.replace('\t', TAB)).into_owned()
}
