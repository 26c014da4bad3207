//! Bytes that something else takes the place of. It knows nothing of what they mean.

use std::collections::BTreeMap;
use std::ops::Range;

/// Something new in the place of some bytes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Patch {
    pub(super) range: Range<usize>,
    pub(super) new: String,
}

impl Patch {
    /// Some bytes and nothing in their place.
    pub(super) fn removal(range: Range<usize>) -> Self {
        Self { range, new: String::new() }
    }

    /// The same patch of a text that begins so many bytes earlier.
    pub(super) fn moved(self, by: usize) -> Self {
        Self { range: self.range.start + by..self.range.end + by, ..self }
    }
}

/// The text with patches that are in order and don't overlap.
pub(super) fn apply<'a>(text: &str, patches: impl IntoIterator<Item = &'a Patch>) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    for patch in patches {
        whole.push_str(&text[at..patch.range.start]);
        whole.push_str(&patch.new);
        at = patch.range.end;
    }
    whole.push_str(&text[at..]);
    whole
}

/// Patches of one text that don't overlap.
#[derive(Default)]
pub(super) struct Taken(BTreeMap<usize, usize>);

impl Taken {
    /// Whether none of the patches meets one that was taken.
    pub(super) fn has_room(&self, patches: &[Patch]) -> bool {
        patches.iter().all(|patch| {
            let Range { start, end } = patch.range;
            let before = self.0.range(..=start).next_back();
            let after = self.0.range(start..).next();
            before.is_none_or(|(first, last)| *last <= start && *first != start)
                && after.is_none_or(|(next, _)| end <= *next)
        })
    }

    /// Takes patches that there is room for.
    pub(super) fn take(&mut self, patches: &[Patch]) {
        self.0.extend(patches.iter().map(|patch| (patch.range.start, patch.range.end)));
    }
}
