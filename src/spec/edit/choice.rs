//! Which mends can be made together: what each edit does to which typed node, and who comes
//! first. Not whether the text then reads as wanted.

use std::collections::{HashMap, HashSet};

use super::draft::{Candidate, Change, Draft, Drafts};
use super::layout::Kind;
use super::patch::{Patch, Taken};
use super::scalar::{self, Place};
use super::tree::Effect;
use super::{Outcome, Refusal, insert, read, remove};
use crate::model::node::Value;
use crate::model::{Action, Edit, Span};

/// What brings something about; `None` where nothing can.
type Patches = Option<Vec<Patch>>;

/// The mends of a round.
pub(super) struct Choice<'a> {
    mends: &'a [&'a [Edit]],
    drafts: &'a Drafts<'a>,
    /// Everything that is wanted.
    wanted: HashSet<(Span, &'a Action)>,
    /// The mend that does at its place what is wanted at the place of an alias.
    covered: HashMap<(Span, &'a Action), usize>,
}

/// What has been chosen so far.
#[derive(Default)]
struct Chosen {
    taken: HashMap<usize, Taken>,
    changes: HashMap<(usize, usize), Change>,
    /// How many items of each list go.
    removed: HashMap<(usize, usize), usize>,
}

impl<'a> Choice<'a> {
    pub(super) fn of(mends: &'a [&'a [Edit]], drafts: &'a Drafts<'a>) -> Self {
        let mut wanted = HashSet::new();
        let mut covered = HashMap::new();
        for (number, mend) in mends.iter().enumerate() {
            for edit in *mend {
                wanted.insert((edit.span, &edit.action));
                let Some((_, draft)) = drafts.find(edit.span.source) else { continue };
                let uses = node(draft, edit).and_then(|id| draft.sites.uses.get(&id));
                for place in uses.into_iter().flatten() {
                    covered.entry((*place, &edit.action)).or_insert(number);
                }
            }
        }
        Self { mends, drafts, wanted, covered }
    }

    /// What is known of each mend already, and those that may be made.
    pub(super) fn choose(&self) -> (Vec<Outcome>, Vec<Candidate>) {
        let mut chosen = Chosen::default();
        let mut candidates = Vec::new();
        let mut outcomes = Vec::new();
        for (mend, edits) in self.mends.iter().enumerate() {
            let changes: Result<Vec<_>, _> =
                edits.iter().filter_map(|edit| self.change(edit, &chosen).transpose()).collect();
            let outcome = match changes {
                Ok(changes) if chosen.has_room(&changes) => {
                    let changes = changes.into_iter().map(|c| chosen.take(self.drafts, c));
                    candidates.push(Candidate { mend, changes: changes.collect() });
                    Outcome::Done
                }
                Ok(_) => Outcome::Later,
                Err(outcome) => outcome,
            };
            outcomes.push(outcome);
        }
        (outcomes, candidates)
    }

    /// Lets mends that are wanted at the place of an alias fare as those at its anchor.
    pub(super) fn follow(&self, outcomes: &mut [Outcome]) {
        for (mend, edits) in self.mends.iter().enumerate() {
            let others =
                edits.iter().filter_map(|edit| self.covered.get(&(edit.span, &edit.action)));
            for &other in others.filter(|other| **other != mend) {
                if outcomes[mend] == Outcome::Done {
                    outcomes[mend] = outcomes[other];
                }
            }
        }
    }

    /// What an edit does; nothing where another mend does it.
    fn change(&self, edit: &Edit, chosen: &Chosen) -> Result<Option<Change>, Outcome> {
        const UNPROVEN: Outcome = Outcome::Refused(Refusal::Unproven);
        const SHARED: Outcome = Outcome::Refused(Refusal::Shared);
        let (number, draft) = self.drafts.find(edit.span.source).ok_or(UNPROVEN)?;
        let Some(id) = node(draft, edit) else {
            let is_covered = self.covered.contains_key(&(edit.span, &edit.action));
            let is_alias =
                draft.text.get(edit.span.range()).is_some_and(|typed| typed.starts_with('*'));
            return match (is_covered, is_alias) {
                (true, _) => Ok(None),
                (_, true) => Err(SHARED),
                _ => Err(UNPROVEN),
            };
        };
        if let Some((effect, patches)) = insert::insertion(draft, id, &edit.action) {
            let is_shared = draft.tree.layout.is_read_again(id);
            let patches = patches.ok_or(UNPROVEN)?;
            let change = Change { draft: number, node: id, effect, patches };
            return if is_shared { Err(SHARED) } else { Ok(Some(change)) };
        }
        let mut uses = draft.sites.uses.get(&id).into_iter().flatten();
        if !uses.all(|place| self.wanted.contains(&(*place, &edit.action))) {
            return Err(SHARED);
        }
        let (node, effect, patches) = match &edit.action {
            Action::RemoveItem => removal(number, draft, id, chosen)?,
            action => {
                let (effect, patches) = rewritten(draft, id, action).ok_or(UNPROVEN)?;
                (id, effect, patches)
            }
        };
        let patches = patches.ok_or(UNPROVEN)?;
        Ok(Some(Change { draft: number, node, effect, patches }))
    }
}

/// The typed node that an edit is about, where it stands at its place itself.
fn node(draft: &Draft<'_>, edit: &Edit) -> Option<usize> {
    let layout = &draft.tree.layout;
    let fits = |&&id: &&usize| match edit.action {
        Action::RemoveItem | Action::AddItems(_) => layout.is_in(id, Kind::List),
        Action::AddFields(_) => layout.key_of(id).is_some(),
        _ => matches!(layout[id].kind, Kind::Scalar(_)),
    };
    draft.sites.here.get(&edit.span)?.iter().find(fits).copied()
}

/// What becomes of a scalar, and how.
fn rewritten(draft: &Draft<'_>, id: usize, action: &Action) -> Option<(Effect, Patches)> {
    let place = Place { text: draft.text, layout: &draft.tree.layout, id };
    let old = draft.tree.value(id)?;
    let text = |new: &str| Effect::Becomes(Value::Text(new.to_owned()));
    Some(match action {
        Action::Text(new) => (text(new), scalar::write(place, old, new)),
        // Behind `!!str` everything is a text.
        Action::Plain(_) | Action::Quote if draft.tree.layout[id].is_tagged => return None,
        Action::Plain(new) => (Effect::Becomes(read(new)?.value), scalar::replace(place, new)),
        Action::Quote => {
            let typed = &draft.text[draft.tree.layout[id].range.clone()];
            (text(typed), scalar::replace(place, &scalar::double_quoted(typed)))
        }
        Action::RemoveItem | Action::Bytes(_) | Action::AddFields(_) | Action::AddItems(_) => {
            return None;
        }
    })
}

/// What goes with an item, and how: the item, or with the last one the field.
fn removal(
    number: usize,
    draft: &Draft<'_>,
    id: usize,
    chosen: &Chosen,
) -> Result<(usize, Effect, Patches), Outcome> {
    let layout = &draft.tree.layout;
    let list = layout[id].parent.ok_or(Outcome::Refused(Refusal::Unproven))?;
    let items = layout[list].children.len();
    let removed = chosen.removed.get(&(number, list)).copied().unwrap_or(0);
    if items > 1 {
        // Without this one, which is left for the next round, there would be no item left.
        let is_last = removed + 1 == items;
        let patches = remove::item(draft.text, layout, id);
        return if is_last { Err(Outcome::Later) } else { Ok((id, Effect::Goes, patches)) };
    }
    if draft.sites.uses.get(&id).is_some_and(|uses| uses.len() > 1) {
        return Err(Outcome::Refused(Refusal::Shared));
    }
    Ok(match remove::field(draft.text, layout, list) {
        Some(patches) => (list, Effect::Goes, Some(patches)),
        None if layout[list].is_flow => (id, Effect::Goes, remove::item(draft.text, layout, id)),
        None => (list, Effect::Goes, None),
    })
}

impl Chosen {
    /// Whether changes meet none that was chosen, unless it does the same, and not each other.
    fn has_room(&self, changes: &[Change]) -> bool {
        let mut own: HashMap<usize, Taken> = HashMap::new();
        changes.iter().all(|change| {
            if let Some(same) = self.changes.get(&(change.draft, change.node)) {
                return same == change;
            }
            let own = own.entry(change.draft).or_default();
            let taken = self.taken.get(&change.draft);
            let has_room = taken.is_none_or(|taken| taken.has_room(&change.patches))
                && own.has_room(&change.patches);
            own.take(&change.patches);
            has_room
        })
    }

    /// Chooses a change; its patches are dropped where another does the same.
    fn take(&mut self, drafts: &Drafts<'_>, change: Change) -> Change {
        let Change { draft, node, .. } = change;
        if self.changes.insert((draft, node), change.clone()).is_some() {
            return Change { patches: Vec::new(), ..change };
        }
        self.taken.entry(draft).or_default().take(&change.patches);
        if change.effect == Effect::Goes
            && let Some(list) = drafts.list_of(draft, node)
        {
            *self.removed.entry((draft, list)).or_default() += 1;
        }
        change
    }
}
