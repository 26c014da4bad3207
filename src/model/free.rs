//! Codes that nothing has: neither an entry nor a reservation.

use std::collections::BTreeSet;

use super::{Catalog, Code, Range};

/// The numbers that catalogs use or reserve.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    used: BTreeSet<i128>,
    reserved: Vec<Range>,
}

/// Free codes, in the order to take them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Free {
    /// Above all that is used.
    pub above: Vec<i128>,
    /// Between what is used, where there are not enough above. Some of them may have been used
    /// once, and given up without being reserved.
    pub between: Vec<i128>,
}

impl Taken {
    /// Takes what a catalog uses and reserves.
    pub fn add(&mut self, catalog: &Catalog) {
        self.used.extend(catalog.entries.iter().filter_map(|entry| match entry.code.value {
            Code::Int(number) => Some(number),
            Code::Text(_) => None,
        }));
        self.reserved.extend(catalog.reserved.ranges.iter().map(|range| range.value));
    }

    /// The first `wanted` free numbers of some ranges, which are in order: first those above the
    /// greatest that is used, then those between.
    #[must_use]
    pub fn free(&self, ranges: &[Range], wanted: usize) -> Free {
        let greatest = ranges.iter().filter_map(|r| self.used.range(r.first..=r.last).next_back());
        let greatest = greatest.max().copied();
        let is_above = |n: i128| greatest.is_none_or(|greatest| n > greatest);
        let above: Vec<i128> = self.unused(ranges, greatest.map(|g| g + 1)).take(wanted).collect();
        let between = self
            .unused(ranges, None)
            .take_while(|n| !is_above(*n))
            .take(wanted - above.len())
            .collect();
        Free { above, between }
    }

    /// The free numbers of some ranges from `least` on.
    fn unused(&self, ranges: &[Range], least: Option<i128>) -> impl Iterator<Item = i128> {
        ranges.iter().flat_map(move |range| {
            let first = least.map_or(range.first, |least| least.max(range.first));
            let next = |n: i128| self.next(n).filter(|n| *n <= range.last);
            std::iter::successors(next(first), move |n| next(n + 1))
        })
    }

    /// The first free number from `n` on.
    fn next(&self, mut n: i128) -> Option<i128> {
        loop {
            if let Some(range) = self.reserved.iter().find(|range| range.contains(n)) {
                n = range.last.checked_add(1)?;
            } else if self.used.contains(&n) {
                n = n.checked_add(1)?;
            } else {
                return Some(n);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(first: i128, last: i128) -> Range {
        Range { first, last }
    }

    #[test]
    fn what_is_above_comes_first() {
        let taken = Taken { used: [1, 2, 5].into(), reserved: vec![range(6, 7), range(3, 3)] };
        let free = |ranges: &[Range], wanted| taken.free(ranges, wanted);
        assert_eq!(free(&[range(1, 20)], 2), Free { above: vec![8, 9], between: vec![] });
        assert_eq!(free(&[range(1, 8)], 3), Free { above: vec![8], between: vec![4] });
        assert_eq!(free(&[range(1, 3)], 3), Free::default());
        assert_eq!(free(&[range(1, 2), range(9, 9)], 3), Free { above: vec![9], between: vec![] });
        assert_eq!(free(&[range(30, 31)], 1), Free { above: vec![30], between: vec![] });
    }
}
