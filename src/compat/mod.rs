//! Two catalogs to the changes between them, and what each means for those who use the codes.
//! It sees catalogs only: neither where the baseline came from, nor the disk.

mod catalog;
mod change;
mod changelog;
mod entry;
mod message;
mod pairs;
mod presence;
mod rules;
mod sink;
mod text;

use self::pairs::Pairs;
use self::sink::Sink;
use crate::model::Catalog;

pub use change::{Bump, Change, ChangeRule, Detail, Subject, Verdict};
pub use changelog::changelog;
pub use rules::CHANGES;
pub use text::{kind, listed, page};

/// Every change from a baseline to the current catalog: the breaking ones first, then by code.
/// `verdicts` are those that users decided on, by rule.
#[must_use]
pub fn compare(old: &Catalog, new: &Catalog, verdicts: &[(String, Verdict)]) -> Vec<Change> {
    let mut sink = Sink::new(verdicts);
    catalog::compare(old, new, &mut sink);
    let pairs = Pairs::of(old, new);
    for (before, after) in &pairs.kept {
        entry::compare((old, before), (new, after), &mut sink);
        message::compare((old, before), (new, after), &mut sink);
    }
    presence::compare(&pairs, old, new, &mut sink);
    sink.finish()
}
