//! A template while it is rewritten: its tags, the new text, and the way back to the old one.

use std::collections::BTreeSet;
use std::ops::Range;

/// The filter that lets only defined values pass.
pub(super) const DEFINED: &str = "__defined";
/// The same for what is taken over: into a list, a comparison or what is printed.
pub(super) const TAKEN: &str = "__taken";
/// The filter for what is taken over and may be undefined.
pub(super) const MAYBE: &str = "__maybe";
/// The filter for what is looped over; its name goes on with the bytes of text of each round. As
/// an argument they would take a map in each use.
pub(super) const ROUNDS: &str = "__rounds";
/// The filter for what another one has made.
pub(super) const MADE: &str = "__made";
/// The function at the beginning of a template, a component or a block; its name goes on likewise.
pub(super) const ENTER: &str = "__enter";
/// The function at its end.
pub(super) const LEAVE: &str = "__leave";

/// A rewritten template.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// The text for the engine.
    pub(super) text: String,
    /// Where copied parts begin: in the rewritten text, and in the original.
    origins: Vec<(usize, usize)>,
    /// What was inserted into the rewritten text, and what of the original it concerns.
    insertions: Vec<(Range<usize>, Range<usize>)>,
    /// The bytes of text that names of [`ROUNDS`] and [`ENTER`] go on with.
    texts: BTreeSet<usize>,
}

impl Prepared {
    /// The place in the original text that a place in the rewritten one comes from.
    pub(super) fn original(&self, at: usize) -> usize {
        let next = self.origins.partition_point(|(new, _)| *new <= at);
        let Some((new, old)) = next.checked_sub(1).map(|i| self.origins[i]) else { return 0 };
        let limit = self.origins.get(next).map_or(usize::MAX, |(_, old)| *old);
        (old + (at - new)).min(limit)
    }

    pub(super) fn copy(&mut self, original: &str, start: usize, end: usize) {
        if start < end {
            self.origins.push((self.text.len(), start));
            self.text.push_str(&original[start..end]);
        }
    }

    /// Inserts a text for the sake of a part of the original.
    pub(super) fn insert(&mut self, text: &str, of: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.insertions.push((start..self.text.len(), of));
    }

    /// The name of [`ROUNDS`] or [`ENTER`] for so many bytes of text.
    pub(super) fn counting(&mut self, name: &str, text: usize) -> String {
        self.texts.insert(text);
        format!("{name}{text}")
    }

    /// The bytes of text that such names were made for.
    pub(super) fn texts(&self) -> impl Iterator<Item = usize> {
        self.texts.iter().copied()
    }

    /// The part of the original text for whose sake that was inserted which stands at a place in
    /// the rewritten one.
    pub(super) fn inserted(&self, at: usize) -> Option<Range<usize>> {
        let next = self.insertions.partition_point(|(new, _)| new.start <= at);
        let (new, of) = &self.insertions[next.checked_sub(1)?];
        new.contains(&at).then(|| of.clone())
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Print,
    Statement,
    Comment,
    Raw,
}

/// A tag of a template, delimiters included.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Tag {
    /// What stands between the delimiters, without the `-` that trims white space.
    pub(super) fn inner(&self, text: &str) -> (usize, usize) {
        let (mut start, mut end) = (self.start + 2, self.end - 2);
        start += usize::from(start < end && text[start..end].starts_with('-'));
        end -= usize::from(start < end && text[start..end].ends_with('-'));
        (start, end)
    }

    /// The first word, and where it begins; none in a tag that prints.
    pub(super) fn word<'t>(&self, text: &'t str) -> (&'t str, usize) {
        let (start, end) = self.inner(text);
        let body = text[start..end].trim_start();
        let word = body.split(|c: char| !super::words::is_word(c)).next().unwrap_or_default();
        if self.kind == Kind::Statement { (word, end - body.len()) } else { ("", end) }
    }
}
