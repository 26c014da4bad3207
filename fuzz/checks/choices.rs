//! Choices that bytes make: the same bytes, the same choices; where they end, always the first.

use super::pools::FRAGMENTS;

/// Bytes that have not yet decided anything.
pub(crate) struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `end`, which is at most 256 and not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end
    }

    /// Whether something is the case that is so once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Any number.
    pub(crate) fn number(&mut self) -> i64 {
        let bytes = [(); 8].map(|()| self.byte());
        i64::from_le_bytes(bytes)
    }

    /// Any text: what means something, and what the bytes say.
    pub(crate) fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(5) {
            if self.once_in(3) {
                let most = self.below(9);
                let (own, rest) = self.0.split_at(most.min(self.0.len()));
                self.0 = rest;
                text += &String::from_utf8_lossy(own);
            } else {
                text += self.pick(&FRAGMENTS);
            }
        }
        text
    }
}
