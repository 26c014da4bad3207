//! The one place that changes YAML texts: what is typed stays as it is, but for what an edit
//! wants otherwise. Text in, text out; every text is read again before it is given, and an edit
//! that would have another effect than the wanted one is refused. It knows no schema.

mod block;
mod bytes;
mod choice;
mod decode;
mod difference;
mod draft;
mod insert;
mod layout;
mod lines;
mod patch;
mod proof;
mod remove;
mod scalar;
mod tree;

#[cfg(test)]
mod tests;

use self::choice::Choice;
use self::draft::{Candidate, Drafts};
use self::proof::prove;
use super::yaml;
use crate::model::node::Node;
use crate::model::{Edit, Replacement, SourceId, Sources};

/// What became of edits that make sense together only.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// They were made.
    Done,
    /// Others were in their way; they may be made in the new text.
    Later,
    /// They can't be made.
    Refused(Refusal),
}

/// Why an edit can't be made.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// What is typed once is read in several places by an alias, and not all want it changed.
    Shared,
    /// The text is written in a way that the edit could not be proven right for.
    Unproven,
}

/// Texts that were changed, and how each of the mends went.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The new texts, by the source that each is to take the place of.
    pub texts: Vec<(SourceId, String)>,
    /// What became of each mend, in order.
    pub outcomes: Vec<Outcome>,
}

/// Makes edits. Each mend is one or more of them, of which all are made or none. Where two meet,
/// the first is made.
#[must_use]
pub fn apply(mends: &[&[Edit]], sources: &Sources) -> Edited {
    let drafts = Drafts::of(mends, sources);
    let choice = Choice::of(mends, &drafts);
    let (mut outcomes, candidates) = choice.choose();
    let proof = prove(&drafts, &candidates);
    for Candidate { mend, .. } in &candidates {
        if proof.refused.contains(mend) {
            outcomes[*mend] = Outcome::Refused(Refusal::Unproven);
        } else if !proof.proven.contains(mend) {
            outcomes[*mend] = Outcome::Later;
        }
    }
    choice.follow(&mut outcomes);
    let mut texts = drafts.texts(&candidates, &proof.proven);
    texts.extend(bytes::apply(mends, sources, &mut outcomes));
    Edited { texts, outcomes }
}

/// What takes the place of which bytes where the same edits are made, for each mend; nothing for
/// one that is not made.
#[must_use]
pub fn replacements(mends: &[&[Edit]], sources: &Sources) -> Vec<Vec<Replacement>> {
    let drafts = Drafts::of(mends, sources);
    let (_, candidates) = Choice::of(mends, &drafts).choose();
    let proof = prove(&drafts, &candidates);
    let mut all = vec![Vec::new(); mends.len()];
    for candidate in candidates.iter().filter(|c| proof.proven.contains(&c.mend)) {
        all[candidate.mend] = drafts.replacements(candidate);
    }
    for (mend, edits) in mends.iter().enumerate() {
        all[mend].extend(edits.iter().filter_map(bytes::replacement));
    }
    all
}

/// Reads a text alone.
fn read(text: &str) -> Option<Node> {
    yaml::read(Sources::default().add(String::new(), ""), text)
}
