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
    /// The column in Unicode scalar values, counted from 1. A byte order mark is none.
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
    /// How many characters begin before each block: a column far into a long line costs no more
    /// than one near its beginning.
    blocks: Vec<u32>,
}

/// The length of a block in bytes.
const BLOCK: usize = 1024;

impl Source {
    /// The name of what was read from standard input.
    pub const STDIN: &'static str = "<stdin>";

    /// What the name of a file of a commit begins with.
    pub const COMMIT: &'static str = "git:";

    /// Whether it is a file on disk.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.name != Self::STDIN && !self.name.starts_with(Self::COMMIT)
    }

    fn new(name: String, text: String) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = breaks.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
        let lines = std::iter::once(0).chain(starts).collect();
        let mut blocks = vec![0];
        let mut characters = 0;
        for block in text.as_bytes().chunks_exact(BLOCK) {
            characters += count(block);
            blocks.push(u32::try_from(characters).unwrap_or(u32::MAX));
        }
        Self { name, text, lines, blocks }
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
        let start = self.lines[line - 1];
        let marked = line == 1 && offset > 0 && self.text.starts_with('\u{feff}');
        let column = self.characters(offset) - self.characters(start) + 1 - usize::from(marked);
        Position { line, column }
    }

    /// Where a line, counted from 1, stands, without what ends it.
    #[must_use]
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let at = |line: usize| self.lines.get(line).map(|start| *start as usize);
        let start = at(line.saturating_sub(1)).unwrap_or(self.text.len());
        let end = at(line).map_or(self.text.len(), |next| next - 1);
        let is_crlf = self.text[start..end].ends_with('\r') && at(line).is_some();
        start..end - usize::from(is_crlf)
    }

    /// How many characters begin before a byte.
    fn characters(&self, offset: u32) -> usize {
        let offset = self.text.len().min(offset as usize);
        let block = offset / BLOCK;
        self.blocks[block] as usize + count(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

/// How many characters begin in these bytes of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
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

    #[test]
    fn columns_in_a_long_line_are_right() {
        let source = Source::new(String::new(), "错\u{301}a".repeat(1000) + "\r\nb");
        for n in [0, 170, 171, 500, 999] {
            let at = |offset| source.position(offset).column;
            assert_eq!([at(6 * n), at(6 * n + 3)], [3 * n as usize + 1, 3 * n as usize + 2]);
        }
        assert_eq!(source.position(u32::MAX), Position { line: 2, column: 2 });
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        let source = Source::new(String::new(), "\u{feff}ab\nc".to_owned());
        let at = |offset| source.position(offset);
        assert_eq!([0, 3, 4, 6].map(|offset| at(offset).column), [1, 1, 2, 1]);
    }

    #[test]
    fn a_line_is_without_its_end() {
        let source = Source::new(String::new(), "a\r\n错\n\r".to_owned());
        assert_eq!([1, 2, 3, 4].map(|line| source.line_range(line)), [0..1, 3..6, 7..8, 8..8]);
    }
}
