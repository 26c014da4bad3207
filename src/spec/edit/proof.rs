//! Finds the mends that have no other effect than the wanted one: all at once where that can be,
//! and by halves where some are in the way. Not how a text is read.

use std::collections::HashSet;

use super::draft::{Candidate, Drafts};

/// So often the texts are read again at most: nearly always once, and for a text that is made to
/// defy its edits not for ever.
const READINGS: usize = 50;

/// What is known of the candidates; of those in neither set, nothing.
#[derive(Debug, Default)]
pub(super) struct Proof {
    /// The mends that can be made together.
    pub(super) proven: HashSet<usize>,
    /// Those that can't be made.
    pub(super) refused: HashSet<usize>,
}

/// Tries the candidates.
pub(super) fn prove(drafts: &Drafts<'_>, candidates: &[Candidate]) -> Proof {
    let mut trial = Trial { drafts, made: Vec::new(), refused: HashSet::new(), left: READINGS };
    trial.take(&candidates.iter().collect::<Vec<_>>());
    let proven = trial.made.iter().map(|candidate| candidate.mend).collect();
    Proof { proven, refused: trial.refused }
}

struct Trial<'a> {
    drafts: &'a Drafts<'a>,
    made: Vec<&'a Candidate>,
    refused: HashSet<usize>,
    left: usize,
}

impl<'a> Trial<'a> {
    fn take(&mut self, candidates: &[&'a Candidate]) {
        if candidates.is_empty() || self.left == 0 {
            return;
        }
        self.left -= 1;
        let all = [self.made.as_slice(), candidates].concat();
        if self.drafts.is_sound(&all) {
            self.made = all;
        } else if let [alone] = candidates {
            self.refused.insert(alone.mend);
        } else {
            let (first, second) = candidates.split_at(candidates.len() / 2);
            self.take(first);
            self.take(second);
        }
    }
}
