//! How far a template may go: what is counted while it renders, and what is said when it is too
//! much. It knows nothing of the syntax of templates; the rewriting puts the counting in place.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tera::Value;

use crate::model::words::grouped;

/// So many rounds for any catalog, and so many more for each code: enough to compare each of
/// 2,700 codes with each other, and to go through 100,000 ones two thousand times.
const ROUNDS: u64 = 2_000_000;
const ROUNDS_PER_CODE: u64 = 2_000;

/// What one use of a component, a block or a template costs in rounds.
const ROUNDS_PER_USE: u64 = 10;

/// So many bytes of text for any catalog, and so many more for each code: the built-in targets
/// need less than a twentieth.
const TEXT: u64 = 64 << 20;
const TEXT_PER_CODE: u64 = 32 << 10;

/// So many components, includes and blocks within each other. The engine needs much of the stack
/// for each.
pub(super) const DEEPEST: usize = 20;

/// So many lists and maps within each other.
const DEEPEST_VALUE: usize = 64;

/// A text up to this length costs nothing to look at.
const SHORT: usize = 4096;

/// Why a template can't go on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// A name is read that is not defined.
    Undefined,
    /// It goes too far.
    Limit(Limit),
}

/// How a template can go too far.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Limit {
    /// Its loops go round too often.
    Rounds,
    /// It makes too much text, or too large lists.
    Text,
    /// Too many components, includes and blocks are within each other.
    Uses,
    /// Too many lists and maps are within each other.
    Value,
}

/// Counts what one render does. Renders of one target take turns.
#[derive(Debug, Default)]
pub(super) struct Meter {
    turn: Mutex<()>,
    rounds: AtomicU64,
    text: AtomicU64,
    depth: AtomicU64,
}

impl Fault {
    /// How they pass through the engine, which takes nothing but a text for an error.
    const ALL: [(Self, &'static str); 5] = [
        (Self::Undefined, "not defined"),
        (Self::Limit(Limit::Rounds), "too many rounds"),
        (Self::Limit(Limit::Text), "too much text"),
        (Self::Limit(Limit::Uses), "too deep"),
        (Self::Limit(Limit::Value), "too deep a value"),
    ];

    /// The fault that an error of the engine stands for.
    pub(super) fn of(message: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, said)| *said == message).map(|(fault, _)| *fault)
    }
}

impl From<Fault> for tera::Error {
    fn from(fault: Fault) -> Self {
        let said = Fault::ALL.iter().find(|(other, _)| *other == fault);
        Self::message(said.map_or("", |(_, said)| said))
    }
}

impl Limit {
    /// What is said of it where the catalog has so many codes.
    pub(super) fn message(self, codes: usize) -> String {
        let (rounds, text) = limits(codes);
        match self {
            Self::Rounds => format!("rendering takes more than {} rounds", grouped(&rounds)),
            Self::Text => {
                let text = text.div_ceil(1 << 20);
                format!("rendering goes through more than {text} MiB of text and lists")
            }
            Self::Uses => format!("components, includes and blocks nest more than {DEEPEST} deep"),
            Self::Value => format!("lists and maps nest more than {DEEPEST_VALUE} deep"),
        }
    }

    /// What the limit is, and how to mend it.
    pub(super) fn help(self) -> Vec<String> {
        let (rounds, each) = (grouped(&ROUNDS), grouped(&ROUNDS_PER_CODE));
        match self {
            Self::Rounds => vec![
                format!(
                    "a pass of a loop is a round, and the use of a component, a block or a \
                     template counts as {ROUNDS_PER_USE}"
                ),
                format!("a file may take {rounds} and {each} for each code: loop over less"),
            ],
            Self::Text => vec![format!(
                "a file may take {} MiB and {} KiB for each code: keep less in variables, or make \
                 several files with `for_each`",
                TEXT >> 20,
                TEXT_PER_CODE >> 10
            )],
            Self::Uses => vec!["end the recursion with a condition, or use a loop".to_owned()],
            Self::Value => {
                vec!["keep the items side by side, as in `[...list, item]`".to_owned()]
            }
        }
    }
}

impl Meter {
    /// Begins a render for a catalog with so many codes. It lasts until the guard is dropped.
    pub(super) fn start(&self, codes: usize) -> MutexGuard<'_, ()> {
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let (rounds, text) = limits(codes);
        self.rounds.store(rounds, Relaxed);
        self.text.store(text, Relaxed);
        self.depth.store(DEEPEST as u64, Relaxed);
        turn
    }

    /// Counts rounds of a loop, each with so many bytes of text in it.
    pub(super) fn rounds(&self, count: usize, text: usize) -> Result<(), Fault> {
        take(&self.rounds, u64::try_from(count).unwrap_or(u64::MAX), Limit::Rounds)?;
        self.text(count.saturating_mul(text))
    }

    /// Counts text that is about to be made.
    pub(super) fn text(&self, bytes: usize) -> Result<(), Fault> {
        take(&self.text, u64::try_from(bytes).unwrap_or(u64::MAX), Limit::Text)
    }

    /// Counts a value of which a copy may be made, if it is a long text.
    pub(super) fn read(&self, value: &Value) -> Result<(), Fault> {
        match value.as_str() {
            Some(text) if text.len() > SHORT => self.text(text.len()),
            _ => Ok(()),
        }
    }

    /// Counts a value with all that is in it.
    pub(super) fn whole(&self, value: &Value) -> Result<(), Fault> {
        if value.is_array() || value.is_map() {
            return self.text(size(value, self.text.load(Relaxed))?);
        }
        self.text(value.as_str().map_or(0, str::len))
    }

    /// Counts what a filter has made, unless it is short.
    pub(super) fn made(&self, value: &Value) -> Result<(), Fault> {
        let items = value.as_array().map(<[_]>::len).or(value.as_map().map(tera::Map::len));
        match items {
            Some(items) if items > SHORT / size_of::<Value>() => {
                self.text(items * size_of::<Value>())
            }
            _ => self.read(value),
        }
    }

    /// A component, an included template or a block begins, with so many bytes of text in it.
    pub(super) fn enter(&self, text: usize) -> Result<(), Fault> {
        take(&self.rounds, ROUNDS_PER_USE, Limit::Rounds)?;
        self.text(text)?;
        take(&self.depth, 1, Limit::Uses)
    }

    /// It ends.
    pub(super) fn leave(&self) {
        self.depth.fetch_add(1, Relaxed);
    }
}

fn limits(codes: usize) -> (u64, u64) {
    let codes = u64::try_from(codes).unwrap_or(u64::MAX);
    let limit = |base: u64, each| base.saturating_add(codes.saturating_mul(each));
    (limit(ROUNDS, ROUNDS_PER_CODE), limit(TEXT, TEXT_PER_CODE))
}

fn take(from: &AtomicU64, amount: u64, limit: Limit) -> Result<(), Fault> {
    let left = from.load(Relaxed).checked_sub(amount).ok_or(Fault::Limit(limit))?;
    from.store(left, Relaxed);
    Ok(())
}

/// The bytes of a value as it would be printed, at least; no more are counted than are of use.
fn size(value: &Value, most: u64) -> Result<usize, Fault> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut bytes = 0_usize;
    let mut values = vec![(value, 0)];
    while let Some((value, depth)) = values.pop() {
        bytes += size_of::<Value>() + value.as_str().map_or(0, str::len);
        if depth > DEEPEST_VALUE {
            return Err(Fault::Limit(Limit::Value));
        }
        if bytes > most {
            return Err(Fault::Limit(Limit::Text));
        }
        if let Some(items) = value.as_array() {
            values.extend(items.iter().map(|item| (item, depth + 1)));
        } else if let Some(map) = value.as_map() {
            values.extend(map.values().map(|item| (item, depth + 1)));
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_shares_its_parts_counts_them_each_time() {
        let mut value = Value::from("0123456789");
        for _ in 0..40 {
            value = Value::from(vec![value.clone(), value]);
        }
        assert_eq!(size(&value, 1_000_000), Err(Fault::Limit(Limit::Text)));
        for _ in 0..40 {
            value = Value::from(vec![value]);
        }
        assert_eq!(size(&value, u64::MAX), Err(Fault::Limit(Limit::Value)));
    }

    #[test]
    fn every_fault_is_told_from_the_others() {
        for (fault, said) in Fault::ALL {
            assert_eq!(Fault::of(said), Some(fault));
            assert_eq!(Fault::of(&tera::Error::from(fault).to_string()), Some(fault));
        }
    }
}
