//! A text on its way from what was typed to YAML: mended bit by bit, while every place in it is
//! still known in what was typed.

use std::ops::Range;

use super::super::events::{Stop, Why};
use super::line::Line;

/// Replacements in a text, in order.
pub(super) type Edits = Vec<(Range<usize>, String)>;

/// A text as far as it is mended.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) text: String,
    /// Where its lines begin.
    starts: Vec<u32>,
    /// Which of them belong to a block scalar, where everything is text.
    literal: Vec<bool>,
    /// What was replaced to get here, one round after the other.
    rounds: Vec<Edits>,
}

impl Draft {
    /// The text as it was typed.
    pub(super) fn new(text: String) -> Self {
        let mut draft = Self { text, starts: Vec::new(), literal: Vec::new(), rounds: Vec::new() };
        draft.index();
        draft
    }

    /// The text after a round of replacements; `text` is what they make of it.
    pub(super) fn mended(&mut self, text: String, edits: Edits) {
        self.text = text;
        self.rounds.push(edits);
        self.index();
    }

    /// What a round of replacements makes of the text.
    pub(super) fn with(&self, edits: &Edits) -> String {
        let mut text = String::with_capacity(self.text.len() + 16);
        let mut done = 0;
        for (range, new) in edits {
            text.push_str(&self.text[done..range.start]);
            text.push_str(new);
            done = range.end;
        }
        text.push_str(&self.text[done..]);
        text
    }

    /// Where a place of this text was typed.
    pub(super) fn typed(&self, offset: usize) -> usize {
        self.rounds.iter().rev().fold(offset, |offset, edits| before(edits, offset))
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The number of the line, from 0, that a place stands in.
    pub(super) fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset).saturating_sub(1)
    }

    /// A line by its number.
    pub(super) fn line(&self, number: usize) -> Line<'_> {
        let start = self.starts.get(number).map_or(self.text.len(), |start| *start as usize);
        let end = self.starts.get(number + 1).map_or(self.text.len(), |next| *next as usize - 1);
        let text = self.text.get(start..end).unwrap_or_default();
        Line { start, text: text.strip_suffix('\r').unwrap_or(text) }
    }

    /// Whether a line is part of a block scalar.
    pub(super) fn is_literal(&self, number: usize) -> bool {
        self.literal.get(number).copied().unwrap_or_default()
    }

    /// The nearest line before another one that holds more than a comment.
    pub(super) fn previous(&self, number: usize) -> Option<usize> {
        (0..number).rev().find(|&n| !self.line(n).is_empty() && !self.is_literal(n))
    }

    /// Where the value stands that begins in a line, with the lines below that a text without
    /// quotes goes on over.
    pub(super) fn value(&self, number: usize) -> Range<usize> {
        let line = self.line(number);
        let parts = line.parts();
        let start = line.start + parts.value.start;
        let mut end = line.start + parts.value.end;
        for below in (number + 1..self.count()).map(|n| self.line(n)) {
            let own = below.parts();
            let goes_on =
                below.indent() > parts.first && own.key.is_none() && own.dashes.is_empty();
            if start == end || below.is_empty() || !goes_on {
                break;
            }
            end = below.start + own.value.end;
        }
        start..end
    }

    /// The same stop further down, where the parser tells of a line at the text above it: at a
    /// line with a tab, or at the text below a comment.
    pub(super) fn below(&self, stop: Stop) -> Stop {
        let number = self.number(stop.at);
        let mut lines = (number..self.count()).map(|n| self.line(n));
        let below = match stop.why {
            Why::Comment => lines.skip(1).find(|line| !line.is_empty()),
            Why::Tab => lines.find(|line| line.text.trim_start_matches(' ').starts_with('\t')),
            _ => None,
        };
        match below {
            Some(line) => Stop { at: line.start + line.indent(), ..stop },
            None => stop,
        }
    }

    /// Whether a field of this name stands somewhere else than at a place.
    pub(super) fn has_field(&self, name: &str, elsewhere: usize) -> bool {
        let is_other = |at: usize| {
            let end = at + name.len();
            let before = self.text[..at].chars().next_back();
            at != elsewhere
                && super::line::is_colon(&self.text, end)
                && before.is_none_or(|c| matches!(c, ' ' | '\n' | '{' | ','))
        };
        !name.is_empty() && self.text.match_indices(name).any(|(at, _)| is_other(at))
    }

    fn index(&mut self) {
        self.starts = vec![0];
        let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
        self.starts.extend(breaks.filter_map(|start| u32::try_from(start).ok()));
        let mut literal = Vec::with_capacity(self.starts.len());
        // The indentation that a line needs to belong to the block scalar above it: more than
        // that of its parent, then that of its first line.
        let mut block: Option<usize> = None;
        let mut is_first = false;
        for number in 0..self.starts.len() {
            let line = self.line(number);
            let is_blank = line.content().is_empty();
            if block.is_some_and(|least| is_blank || line.indent() >= least) {
                if is_first && !is_blank {
                    block = Some(line.indent());
                    is_first = false;
                }
                literal.push(true);
                continue;
            }
            literal.push(false);
            block = block_parent(&line).map(|parent| parent + 1);
            is_first = true;
        }
        self.literal = literal;
    }
}

/// The indentation of the field or item that a block scalar begins after, if one does.
fn block_parent(line: &Line<'_>) -> Option<usize> {
    let parts = line.parts();
    let header = line.text.get(parts.value.clone())?;
    let sign = header.strip_prefix(['|', '>'])?;
    let is_header = sign.len() <= 2 && sign.bytes().all(|b| matches!(b, b'+' | b'-' | b'1'..=b'9'));
    let parent = if parts.key.is_some() { Some(parts.first) } else { parts.dashes.last().copied() };
    parent.filter(|_| is_header)
}

/// Where a place of a text was before a round of replacements.
pub(super) fn before(edits: &Edits, offset: usize) -> usize {
    let (mut added, mut removed) = (0, 0);
    for (range, new) in edits {
        let start = range.start + added - removed;
        if offset < start {
            break;
        }
        if offset < start + new.len() {
            return range.end.min(range.start + (offset - start));
        }
        added += new.len();
        removed += range.len();
    }
    (offset + removed).saturating_sub(added)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_known_after_replacements() {
        let mut draft = Draft::new("ab\ncd".to_owned());
        let edits = vec![(0..1, "xyz".to_owned()), (3..4, String::new())];
        let text = draft.with(&edits);
        assert_eq!(text, "xyzb\nd");
        draft.mended(text, edits);
        // `b`, the line break and `d`; then two places inside what is new.
        assert_eq!([3, 4, 5, 1, 2].map(|at| draft.typed(at)), [1, 2, 4, 1, 1]);
    }

    #[test]
    fn block_scalars_are_text() {
        let draft =
            Draft::new("a: |\n  x: 1\n\n   y\n z\nb: >-\n z\n- c: |2\n    w\n  d: 1".to_owned());
        let literal: Vec<usize> = (0..draft.count()).filter(|&n| draft.is_literal(n)).collect();
        assert_eq!(literal, [1, 2, 3, 6, 8]);
    }

    #[test]
    fn a_field_is_found_elsewhere() {
        let draft = Draft::new("{ a: 1 }\nba: 2\na: 3".to_owned());
        assert!(draft.has_field("a", 2));
        assert!(!draft.has_field("ba", 9));
    }
}
