//! The texts that edits are made in, and whether a new text reads as wanted. Not which edits go
//! together.

use std::collections::{BTreeMap, HashSet};

use super::layout::{Kind, Layout};
use super::patch::{self, Patch};
use super::read;
use super::tree::{Effect, Effects, Sites, Tree};
use crate::model::{Edit, Replacement, SourceId, Sources, Span};
use crate::spec::yaml;

/// What one edit does to one text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    /// The number of the draft.
    pub(super) draft: usize,
    /// The typed node that it has an effect on.
    pub(super) node: usize,
    pub(super) effect: Effect,
    /// What brings it about; nothing where another change does.
    pub(super) patches: Vec<Patch>,
}

/// The changes of a mend that is in nobody's way.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The number of the mend.
    pub(super) mend: usize,
    pub(super) changes: Vec<Change>,
}

/// A text that edits are made in.
pub(super) struct Draft<'a> {
    id: SourceId,
    pub(super) text: &'a str,
    pub(super) tree: Tree,
    pub(super) sites: Sites,
}

/// Every text that edits are made in, by number.
pub(super) struct Drafts<'a>(Vec<Draft<'a>>);

impl<'a> Drafts<'a> {
    /// Opens the texts that edits are in, but for those that are not valid.
    pub(super) fn of(mends: &[&[Edit]], sources: &'a Sources) -> Self {
        let mut places: BTreeMap<SourceId, HashSet<Span>> = BTreeMap::new();
        for edit in mends.iter().copied().flatten() {
            places.entry(edit.span.source).or_default().insert(edit.span);
        }
        let open = |(id, places): (SourceId, HashSet<Span>)| {
            let text = sources.get(id).text.as_str();
            let root = yaml::read(id, text)?;
            let tree = Tree { root, layout: Layout::of(text)? };
            let sites = tree.sites(&places);
            Some(Draft { id, text, tree, sites })
        };
        Self(places.into_iter().filter_map(open).collect())
    }

    /// The text of a source with its number.
    pub(super) fn find(&self, id: SourceId) -> Option<(usize, &Draft<'a>)> {
        let number = self.0.binary_search_by_key(&id, |draft| draft.id).ok()?;
        Some((number, &self.0[number]))
    }

    /// The list that a typed node is an item of.
    pub(super) fn list_of(&self, number: usize, node: usize) -> Option<usize> {
        let layout = &self.0.get(number)?.tree.layout;
        layout[node].parent.filter(|&parent| layout[parent].kind == Kind::List)
    }

    /// The new texts, where these mends of the candidates are made.
    pub(super) fn texts(
        &self,
        candidates: &[Candidate],
        mends: &HashSet<usize>,
    ) -> Vec<(SourceId, String)> {
        let made: Vec<_> = candidates.iter().filter(|c| mends.contains(&c.mend)).collect();
        let texts = self.0.iter().enumerate().map(|(number, draft)| {
            let (patches, _) = changes(number, &made);
            (draft.id, patch::apply(draft.text, patches), draft.text)
        });
        texts.filter(|(_, new, old)| new != old).map(|(id, new, _)| (id, new)).collect()
    }

    /// What takes the place of which bytes where a candidate is made.
    pub(super) fn replacements(&self, made: &Candidate) -> Vec<Replacement> {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let patches = made.changes.iter().flat_map(|c| c.patches.iter().map(move |p| (c, p)));
        let replacements = patches.filter_map(|(change, patch)| {
            let source = self.0.get(change.draft)?.id;
            let (start, end) = (offset(patch.range.start), offset(patch.range.end));
            Some(Replacement { span: Span { source, start, end }, text: patch.new.clone() })
        });
        replacements.collect()
    }

    /// Whether every new text reads as wanted, where these candidates are made.
    pub(super) fn is_sound(&self, made: &[&Candidate]) -> bool {
        self.0.iter().enumerate().all(|(number, draft)| {
            let (patches, effects) = changes(number, made);
            let reads = |new: &str| read(new).is_some_and(|new| draft.tree.becomes(&new, &effects));
            effects.is_empty() || reads(&patch::apply(draft.text, patches))
        })
    }
}

/// The patches of one draft in order, and what comes of them.
fn changes<'c>(number: usize, made: &[&'c Candidate]) -> (Vec<&'c Patch>, Effects) {
    let changes = made.iter().flat_map(|c| &c.changes).filter(|c| c.draft == number);
    let mut patches: Vec<&Patch> = Vec::new();
    let mut effects = Effects::new();
    for change in changes {
        patches.extend(&change.patches);
        effects.insert(change.node, change.effect.clone());
    }
    patches.sort_by_key(|patch| (patch.range.start, patch.range.end));
    (patches, effects)
}
