//! Which entry of the current catalog is which of the baseline. An entry is followed by its code
//! and by its name, so that a new number is not a removal and an addition.

use std::collections::{HashMap, HashSet};

use crate::model::{Catalog, Code, Entry};

/// What became of the entries of a baseline.
#[derive(Debug, Default)]
pub(super) struct Pairs<'a> {
    /// Entries that are there still, the old one first, in the order of the baseline.
    pub(super) kept: Vec<(&'a Entry, &'a Entry)>,
    /// Entries whose code a new entry has now, with the new one.
    pub(super) reused: Vec<(&'a Entry, &'a Entry)>,
    /// Entries that are gone.
    pub(super) gone: Vec<&'a Entry>,
    /// Entries that were not there.
    pub(super) added: Vec<&'a Entry>,
}

impl<'a> Pairs<'a> {
    /// Follows every entry.
    pub(super) fn of(old: &'a Catalog, new: &'a Catalog) -> Self {
        let by_code: HashMap<&Code, &Entry> =
            new.entries.iter().map(|e| (&e.code.value, e)).collect();
        // A name of its own goes before a former name of another entry.
        let aliases = new.entries.iter().flat_map(|e| e.aliases.iter().map(move |a| (a, e)));
        let names = new.entries.iter().map(|e| (&e.name, e));
        let by_name: HashMap<&str, &Entry> =
            aliases.chain(names).map(|(name, e)| (name.value.as_str(), e)).collect();
        let had: HashSet<&str> = old.entries.iter().map(|e| e.name.value.as_str()).collect();
        let is_new = |entry: &Entry| {
            let names = std::iter::once(&entry.name).chain(&entry.aliases);
            names.into_iter().all(|name| !had.contains(name.value.as_str()))
        };

        let mut pairs = Self::default();
        for entry in &old.entries {
            let same_code = by_code.get(&entry.code.value).copied();
            let same_name = by_name.get(entry.name.value.as_str()).copied();
            match (same_code, same_name) {
                (_, Some(now)) => pairs.kept.push((entry, now)),
                (Some(now), None) if is_new(now) && means_the_same(old, entry, new, now) => {
                    pairs.kept.push((entry, now));
                }
                (_, None) => pairs.gone.push(entry),
            }
        }
        let known: HashSet<*const Entry> =
            pairs.kept.iter().map(|(_, now)| std::ptr::from_ref(*now)).collect();
        pairs.added =
            new.entries.iter().filter(|e| !known.contains(&std::ptr::from_ref(*e))).collect();
        let added: HashMap<&Code, &Entry> =
            pairs.added.iter().map(|e| (&e.code.value, *e)).collect();
        pairs.reused = old
            .entries
            .iter()
            .filter_map(|before| Some((before, *added.get(&before.code.value)?)))
            .collect();
        pairs
    }
}

/// Whether two entries of one code, without a name in common, are one that was renamed: a text
/// stayed as it was, or nearly so, or their names share most of their words.
fn means_the_same(old: &Catalog, before: &Entry, new: &Catalog, after: &Entry) -> bool {
    const ALIKE: f64 = 0.6;
    /// Longer texts are compared by their beginnings: the effort grows with the square.
    const LONGEST: usize = 400;
    let head = |text: &str| text.chars().take(LONGEST).collect::<String>();
    let texts = before.message.iter().filter_map(|(locale, text)| {
        let tag = old.locales[locale].value.tag();
        let now = new.locales.iter().position(|l| l.value.is(tag))?;
        Some((&text.value.raw, &after.message.get(now)?.value.raw))
    });
    let mut likeness =
        texts.map(|(a, b)| strsim::normalized_damerau_levenshtein(&head(a), &head(b)));
    likeness.any(|l| l >= ALIKE) || shared_words(&before.name.value, &after.name.value)
}

/// Whether more than half of the words of the longer name stand in the other one.
fn shared_words(a: &str, b: &str) -> bool {
    let words = |name: &'_ str| name.split('_').map(str::to_owned).collect::<HashSet<_>>();
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 2 > a.len().max(b.len())
}
