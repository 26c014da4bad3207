//! A template while it is rewritten: its tags, the new text, and the way back to the old one.

use std::ops::Range;

/// The filter that lets only defined values pass.
pub(super) const GUARD: &str = "__defined";

/// A rewritten template.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// The text for the engine.
    pub(super) text: String,
    /// Where copied parts begin: in the rewritten text, and in the original.
    origins: Vec<(usize, usize)>,
    /// Where guards stand in the rewritten text, and the names they guard in the original.
    guards: Vec<(usize, Range<usize>)>,
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

    pub(super) fn insert(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends a guarded name, which stands in the original at `start..end`.
    pub(super) fn guard(&mut self, start: usize, end: usize) {
        self.text.push('|');
        self.guards.push((self.text.len(), start..end));
        self.text.push_str(GUARD);
        self.text.push(')');
    }

    /// The name in the original text that the guard at a place in the rewritten one guards.
    pub(super) fn guarded(&self, at: usize) -> Option<Range<usize>> {
        let found = self.guards.binary_search_by_key(&at, |(new, _)| *new).ok()?;
        Some(self.guards[found].1.clone())
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
    /// What stands between the delimiters.
    pub(super) fn inner(&self) -> (usize, usize) {
        (self.start + 2, self.end - 2)
    }
}
