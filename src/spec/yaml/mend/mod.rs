//! What is wrong with a text that is no YAML: the place where each mistake was made, rather than
//! the one where the parser gave up.
//!
//! Each family of mistakes proposes what would mend the text near that place. The parser is the
//! judge: a mistake is told only where the parser gets further once it is mended, and what comes
//! next is looked for in the mended text. Knows the parser by where it stops.

mod brackets;
mod characters;
mod colons;
mod conflict;
mod draft;
mod indent;
pub(super) mod lead;
pub(super) mod line;
mod proposal;
pub(super) mod quotes;
mod scan;
mod signs;
mod stray;
pub(super) mod words;

use std::ops::Range;

use self::draft::{Draft, before};
use self::proposal::{LIKELY, Proposal};
use super::events::{self, Stop, Why, boundary};
use super::tree::span;
use crate::model::{Diagnostic, SourceId};

/// So many mistakes are told of one text.
const MOST: usize = 20;

/// In a larger text than this, a mistake is told where the parser gave up.
const LARGEST: usize = 32 << 20;

/// So many bytes are read again, at most, to judge what is proposed.
const MOST_READ: usize = 256 << 20;

/// What is wrong with a text that the parser gave up on.
pub(super) fn findings(id: SourceId, source: &str, stop: Stop) -> Vec<Diagnostic> {
    if stop.why.is_limit() {
        return vec![words::limit(id, source, &stop)];
    }
    if source.len() > LARGEST {
        return vec![words::unexplained(id, source, stop.at, &stop.why)];
    }
    if let Some(finding) = conflict::conflict(id, source) {
        return vec![finding];
    }
    let mut draft = Draft::new(source.to_owned());
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut left = MOST_READ;
    // Mistakes are told from the top to the bottom, which also brings this to an end.
    let mut last: Option<usize> = None;
    let mut line = 0;
    let mut next = Some(stop);
    while let Some(stop) = next.take().map(|stop| draft.below(stop)) {
        let number = draft.number(stop.at);
        let is_further = |proposal: &Proposal| {
            let at = draft.typed(proposal.at.start);
            found.len() < MOST && last.is_none_or(|last| at > last)
        };
        let Some((proposal, text, after)) = best(&draft, &stop, is_further, &mut left) else {
            // So near to what was mended it may be no mistake of its own.
            let is_apart = last.is_none() || number > line + 1;
            if is_apart && found.len() < MOST && !stop.why.is_limit() {
                found.push(words::unexplained(id, source, draft.typed(stop.at), &stop.why));
            }
            break;
        };
        last = Some(draft.typed(proposal.at.start));
        line = number.max(draft.number(proposal.at.start));
        let typed = |at| boundary(source, draft.typed(at));
        // What an earlier round touched is left to the next run.
        let is_typed = |(place, _): &(Range<usize>, String)| {
            source.get(typed(place.start)..typed(place.end)) == draft.text.get(place.clone())
        };
        let is_mechanical = proposal.is_mechanical && proposal.edits.iter().all(is_typed);
        let proposal = Proposal { is_mechanical, ..proposal };
        found.push(proposal.finding(|at| span(id, typed(at.start), typed(at.end))));
        draft.mended(text, proposal.edits);
        next = after;
    }
    found
}

/// The proposal that takes the parser furthest: the first of several, in the order in which the
/// families are asked. With it, the mended text, and where the parser stops in that.
fn best(
    draft: &Draft,
    stop: &Stop,
    is_further: impl Fn(&Proposal) -> bool,
    left: &mut usize,
) -> Option<(Proposal, String, Option<Stop>)> {
    let mut best: Option<(usize, Proposal, String, Option<Stop>)> = None;
    let is_better = |new: &Proposal, reach: usize, old: &Proposal, furthest: usize| {
        new.rank < old.rank || (new.rank == old.rank && reach > furthest)
    };
    for proposal in proposals(draft, stop).into_iter().filter(is_further) {
        let text = draft.with(&proposal.edits);
        match left.checked_sub(text.len()) {
            Some(rest) => *left = rest,
            None => break,
        }
        let after = events::stop(&text);
        let reach = after.as_ref().map_or(usize::MAX, |stop| before(&proposal.edits, stop.at));
        let is_beaten = best
            .as_ref()
            .is_some_and(|(furthest, old, ..)| !is_better(&proposal, reach, old, *furthest));
        if reach <= proposal.past || is_beaten {
            continue;
        }
        let is_whole = after.is_none() && proposal.rank <= LIKELY;
        best = Some((reach, proposal, text, after));
        if is_whole {
            break;
        }
    }
    best.map(|(_, proposal, text, after)| (proposal, text, after))
}

fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    // Nothing else is wrong with such an alias: moving it elsewhere hides it only.
    if matches!(stop.why, Why::Cycle) {
        return signs::proposals(draft, stop);
    }
    let families = [
        characters::proposals,
        lead::proposals,
        quotes::proposals,
        brackets::proposals,
        colons::proposals,
        signs::proposals,
        indent::proposals,
        stray::proposals,
    ];
    families.iter().flat_map(|family| family(draft, stop)).collect()
}
