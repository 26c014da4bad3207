//! Draws numbers, texts and words: the same for the same seed, on every machine.

use super::pools::Pools;

/// The longest message of the hostile case has as many characters.
const LONG: usize = 5000;

/// A source of chance with what it draws from.
pub(super) struct Draw<'a> {
    state: u64,
    pub(super) pools: &'a Pools,
}

impl<'a> Draw<'a> {
    pub(super) fn new(seed: u64, pools: &'a Pools) -> Self {
        Self { state: seed, pools }
    }

    /// 64 random bits: splitmix64 (<https://prng.di.unimi.it/splitmix64.c>).
    pub(super) fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, without, `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap();
        usize::try_from(self.bits() % end).unwrap()
    }

    /// A number between two, both included.
    pub(super) fn between(&mut self, first: i128, last: i128) -> i128 {
        first + i128::from(self.bits()) % (last - first + 1)
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    pub(super) fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    /// Some of the items, in random order, no more than `most`.
    pub(super) fn some<T: Clone>(&mut self, items: &[T], most: usize) -> Vec<T> {
        let wanted = self.below(most.min(items.len()) + 1);
        let mut shuffled = self.shuffled(items);
        shuffled.truncate(wanted);
        shuffled
    }

    /// All of the items, in random order.
    pub(super) fn shuffled<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let mut rest = items.to_vec();
        (0..items.len()).map(|_| rest.swap_remove(self.below(rest.len()))).collect()
    }

    /// Any text at all.
    pub(super) fn text(&mut self) -> String {
        if self.percent(1) {
            let piece = self.piece();
            return piece.chars().chain(['x']).cycle().take(LONG).collect();
        }
        if self.percent(2) {
            return self.blank();
        }
        let joint = self.pick(&["", "", " ", "\n"]);
        let pieces: Vec<String> = (0..=self.below(5)).map(|_| self.piece()).collect();
        pieces.join(joint)
    }

    /// A text that is not only white space.
    pub(super) fn filled(&mut self) -> String {
        let mut text = self.text();
        if text.trim().is_empty() {
            text.push('x');
        }
        text
    }

    /// A word that some language reserves, or that some target uses itself.
    pub(super) fn word(&mut self) -> String {
        let pools = self.pools;
        self.pick(&pools.words)
    }

    fn piece(&mut self) -> String {
        let pools = self.pools;
        match self.below(10) {
            0 => self.word(),
            1 => (0..=self.below(8)).map(|_| self.ascii()).collect(),
            2 => (0..=self.below(4)).map(|_| self.character()).collect(),
            _ => self.pick(&pools.fragments),
        }
    }

    fn ascii(&mut self) -> char {
        char::from(u8::try_from(self.below(0x80)).unwrap())
    }

    /// Any character: those of the first plane as often as all others.
    fn character(&mut self) -> char {
        let end = if self.percent(50) { 0x1_0000 } else { 0x11_0000 };
        loop {
            let number = u32::try_from(self.below(end)).unwrap();
            if let Some(c) = char::from_u32(number) {
                return c;
            }
        }
    }

    fn blank(&mut self) -> String {
        (0..=self.below(4)).map(|_| self.pick(&[' ', '\t', '\n', '\r', '\u{3000}'])).collect()
    }
}
