//! What `codegen lint --fix` makes of a text: it still reads, nothing is lost, machines are told
//! the same changes, and there is an end to it.

use codegen::model::{Edit, Replacement};
use codegen::spec::edit::{self, Outcome};

use super::read::{Levels, Read, read};

/// Mends a text as often as there is something to mend, at most `rounds` times.
pub(crate) fn mended(text: &str, levels: &Levels, rounds: usize) -> Read {
    let mut old = read(text, levels);
    for _ in 0..rounds {
        let Some(new) = round(&old) else { return old };
        let new = read(&new, levels);
        let (before, after) = (text_of(&old), text_of(&new));
        let is_read_still = old.root.is_none() || new.root.is_some();
        assert!(is_read_still, "{before}\nbecame what does not read:\n{after}");
        assert!(count(&old) <= count(&new), "{before}\nlost an entry:\n{after}");
        old = new;
    }
    let left: Vec<_> = old.findings.iter().filter(|f| !f.edits.is_empty()).collect();
    panic!(
        "no end after {rounds} rounds of mending\n{text}\nit is now\n{}\n{left:#?}",
        text_of(&old)
    );
}

/// The text once all has been mended that can be at once; nothing where there is nothing.
fn round(old: &Read) -> Option<String> {
    let all = old.findings.iter().map(|finding| finding.edits.as_slice());
    let mends: Vec<&[Edit]> = all.filter(|edits| !edits.is_empty()).collect();
    let edited = edit::apply(&mends, &old.sources);
    assert_eq!(edited.outcomes.len(), mends.len());
    let is_done = edited.outcomes.contains(&Outcome::Done);
    assert_eq!(is_done, !edited.texts.is_empty(), "{:?}", edited.outcomes);
    let told = edit::replacements(&mends, &old.sources);
    let done = told.into_iter().zip(&edited.outcomes).filter(|(_, how)| **how == Outcome::Done);
    let (_, text) = edited.texts.into_iter().next()?;
    let told = replaced(text_of(old), done.flat_map(|(told, _)| told).collect());
    assert_eq!(told, text, "machines are told other changes, in\n{}", text_of(old));
    assert_ne!(text, text_of(old));
    assert!(text.len() <= 2 * text_of(old).len() + 1000, "mending makes it grow:\n{text}");
    Some(text)
}

fn replaced(text: &str, mut all: Vec<Replacement>) -> String {
    all.sort_by_key(|one| (one.span.start, one.span.end));
    all.dedup();
    let mut text = text.to_owned();
    for one in all.iter().rev() {
        text.replace_range(one.span.range(), &one.text);
    }
    text
}

fn text_of(read: &Read) -> &str {
    &read.sources.get(read.id).text
}

fn count(read: &Read) -> usize {
    read.catalog.as_ref().map_or(0, |catalog| catalog.entries.len())
}
