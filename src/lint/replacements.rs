//! Where the advice of deprecated entries leads.

use std::collections::HashMap;

use crate::model::{Catalog, Entry, Span};

/// What each entry says to use instead, and where that ends. Entries go by their place.
pub(super) struct Replacements {
    next: Vec<Option<(Span, usize)>>,
    ends: Vec<End>,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum End {
    /// Not known yet.
    Unknown,
    /// Being followed.
    Open,
    /// At this entry.
    At(usize),
    /// Nowhere: it leads into a circle.
    Circle,
    /// Nowhere: it is in a circle itself.
    InCircle,
}

impl Replacements {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let entries = &catalog.entries;
        let names: HashMap<&str, usize> =
            entries.iter().enumerate().map(|(at, e)| (e.name.value.as_str(), at)).collect();
        let next = |entry: &Entry| {
            let wanted = entry.deprecated.as_ref()?.replacement.as_ref()?;
            // That an entry replaces itself is told by another rule.
            let at = *names.get(wanted.value.as_str())?;
            (entries[at].name.value != entry.name.value).then_some((wanted.span, at))
        };
        let next: Vec<_> = entries.iter().map(next).collect();
        let mut all = Self { ends: vec![End::Unknown; next.len()], next };
        for at in 0..all.next.len() {
            all.follow(at);
        }
        all
    }

    /// The entry to use instead of one, with the place that says so.
    pub(super) fn next(&self, entry: usize) -> Option<(Span, usize)> {
        self.next[entry]
    }

    /// Where the advice ends, if it does.
    pub(super) fn end(&self, entry: usize) -> Option<usize> {
        match self.ends[entry] {
            End::At(end) => Some(end),
            _ => None,
        }
    }

    /// Whether the advice leads back to the entry.
    pub(super) fn is_in_circle(&self, entry: usize) -> bool {
        self.ends[entry] == End::InCircle
    }

    /// The steps from an entry that is in a circle until they come back to it.
    pub(super) fn circle(&self, entry: usize) -> Vec<(Span, usize)> {
        let step = |at: usize| self.next[at];
        let mut steps: Vec<(Span, usize)> = step(entry).into_iter().collect();
        while let Some((_, at)) = steps.last().copied().filter(|(_, at)| *at != entry) {
            let Some(next) = step(at) else { break };
            steps.push(next);
        }
        steps
    }

    fn follow(&mut self, from: usize) {
        let mut path = Vec::new();
        let mut at = from;
        let end = loop {
            match self.ends[at] {
                End::Unknown => {}
                End::Open => {
                    let first = path.iter().position(|step| *step == at).unwrap_or_default();
                    for step in path.drain(first..) {
                        self.ends[step] = End::InCircle;
                    }
                    break End::Circle;
                }
                End::InCircle => break End::Circle,
                known => break known,
            }
            let Some((_, next)) = self.next[at] else {
                self.ends[at] = End::At(at);
                break End::At(at);
            };
            self.ends[at] = End::Open;
            path.push(at);
            at = next;
        };
        for step in path {
            self.ends[step] = end;
        }
    }
}
