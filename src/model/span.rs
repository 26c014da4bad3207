//! Where text came from: sources, byte ranges in them, and values that remember theirs.

use std::ops::Range;

/// Which [`Source`] of a run a [`Span`] lies in.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct SourceId(u32);

/// A range of bytes in one source, always on character boundaries.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Span {
    /// The source the range lies in.
    pub source: SourceId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range as indices into the text of its source.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of this span from `start` to `end`, in bytes from its beginning, kept inside it.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        let at = |offset: usize| {
            self.start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX)).min(self.end)
        };
        Self { start: at(start), end: at(end), ..self }
    }
}

/// A value and the place where the user typed it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs a value with its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A place as editors count it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in Unicode scalar values, counted from 1.
    pub column: usize,
}

/// One text that was read: a spec, a configuration, a manifest or a template.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as shown to the user, with `/` between folders.
    pub name: String,
    /// The whole text.
    pub text: String,
    /// Where its lines begin.
    lines: Vec<u32>,
}

impl Source {
    fn new(name: String, text: String) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = breaks.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
        let lines = std::iter::once(0).chain(starts).collect();
        Self { name, text, lines }
    }

    /// The line, counted from 1, that a byte stands in.
    #[must_use]
    pub fn line(&self, offset: u32) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// The line and the column of a byte.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.lines[line - 1] as usize;
        let before = self.text.get(start..offset as usize).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }
}

/// Every text read in one run; a [`Span`] points into it.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Keeps a text; gives the id that spans refer to it by.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.push(Source::new(name.into(), text.into()));
        SourceId(id)
    }

    /// The source with this id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0 as usize]
    }

    /// The span of the first byte of a source, for what concerns it as a whole.
    #[must_use]
    pub fn start_of(&self, id: SourceId) -> Span {
        Span { source: id, start: 0, end: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_one() {
        let source = Source::new(String::new(), "a\n错b\n".to_owned());
        assert_eq!([0, 1, 2, 5, 7].map(|at| source.line(at)), [1, 1, 2, 2, 3]);
    }

    #[test]
    fn columns_are_counted_in_characters() {
        let source = Source::new(String::new(), "a\n错b\n".to_owned());
        let at = |offset| source.position(offset);
        assert_eq!(at(0), Position { line: 1, column: 1 });
        assert_eq!(at(2), Position { line: 2, column: 1 });
        assert_eq!(at(5), Position { line: 2, column: 2 });
        assert_eq!(at(7), Position { line: 3, column: 1 });
    }
}
