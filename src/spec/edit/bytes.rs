//! Edits of texts that are no YAML: bytes for bytes. Not what is wrong with them.

use std::collections::BTreeMap;

use super::patch::{self, Patch, Taken};
use super::{Outcome, Refusal};
use crate::model::{Action, Edit, Replacement, SourceId, Sources};
use crate::spec::yaml;

/// What an edit of this kind comes to.
pub(super) fn replacement(edit: &Edit) -> Option<Replacement> {
    match &edit.action {
        Action::Bytes(text) => Some(Replacement { span: edit.span, text: text.clone() }),
        _ => None,
    }
}

/// Makes the edits of this kind, and says what became of them; gives the new texts.
pub(super) fn apply(
    mends: &[&[Edit]],
    sources: &Sources,
    outcomes: &mut [Outcome],
) -> Vec<(SourceId, String)> {
    let mut broken: BTreeMap<SourceId, (Taken, Vec<(usize, Patch)>)> = BTreeMap::new();
    for (mend, edits) in mends.iter().enumerate() {
        let made: Vec<Replacement> = edits.iter().filter_map(replacement).collect();
        let Some(first) = made.first() else { continue };
        let (taken, patches) = broken.entry(first.span.source).or_default();
        let own = made.into_iter().map(|made| Patch { range: made.span.range(), new: made.text });
        let own: Vec<Patch> = own.collect();
        if taken.has_room(&own) {
            taken.take(&own);
            patches.extend(own.into_iter().map(|patch| (mend, patch)));
        } else {
            outcomes[mend] = Outcome::Later;
        }
    }
    let mut texts = Vec::new();
    for (id, (_, mut patches)) in broken {
        patches.sort_by_key(|(_, patch)| patch.range.start);
        let text = patch::apply(&sources.get(id).text, patches.iter().map(|(_, patch)| patch));
        let is_better = yaml::reads_further(&text, id, sources);
        for (mend, _) in &patches {
            outcomes[*mend] =
                if is_better { Outcome::Done } else { Outcome::Refused(Refusal::Unproven) };
        }
        texts.extend(is_better.then_some((id, text)));
    }
    texts
}
