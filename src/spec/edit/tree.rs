//! The tree of a text beside its layout: which typed node each node was read from, and whether
//! another text reads as the same but for what was to change. Not how that is brought about.

use std::collections::{HashMap, HashSet};

use super::layout::{Kind, Layout};
use crate::model::Span;
use crate::model::node::{Node, Value};

/// What becomes of a typed node.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Effect {
    /// It reads as this.
    Becomes(Value),
    /// It is gone; of a value, with its key.
    Goes,
    /// It stays as it is, and these come after it; of a value, each with its key.
    Followed(Vec<(Option<String>, Value)>),
}

/// What becomes of typed nodes, by their numbers; the others stay as they are.
pub(super) type Effects = HashMap<usize, Effect>;

/// A text as a tree and as it was typed.
pub(super) struct Tree {
    pub(super) root: Node,
    pub(super) layout: Layout,
}

/// The typed nodes at some places.
#[derive(Default)]
pub(super) struct Sites {
    /// Those that stand at a place themselves.
    pub(super) here: HashMap<Span, Vec<usize>>,
    /// The places that one is read at: its own, and those of aliases.
    pub(super) uses: HashMap<usize, HashSet<Span>>,
}

impl Tree {
    /// Finds the typed nodes at some places, and where else they are read.
    pub(super) fn sites(&self, places: &HashSet<Span>) -> Sites {
        let mut sites = Sites::default();
        self.walk(&mut |id, node, is_here| {
            if is_here && places.contains(&node.span) {
                sites.here.entry(node.span).or_default().push(id);
                sites.uses.entry(id).or_default().insert(node.span);
            }
        });
        if self.layout.has_aliases() {
            self.walk(&mut |id, node, _| {
                if let Some(uses) = sites.uses.get_mut(&id) {
                    uses.insert(node.span);
                }
            });
        }
        sites
    }

    /// The value of a typed node that stands at a place itself.
    pub(super) fn value(&self, wanted: usize) -> Option<&Value> {
        let mut id = wanted;
        let mut turns = Vec::new();
        while let Some(parent) = self.layout[id].parent {
            turns.push(self.layout[id].turn);
            id = parent;
        }
        let mut node = &self.root;
        for turn in turns.into_iter().rev() {
            node = match &node.value {
                Value::List(items) => items.get(turn)?,
                Value::Map(pairs) => {
                    let (key, value) = pairs.get(turn / 2)?;
                    if turn % 2 == 0 { key } else { value }
                }
                _ => return None,
            };
        }
        Some(&node.value)
    }

    /// Whether another text reads as this one does, but for these effects.
    pub(super) fn becomes(&self, new: &Node, effects: &Effects) -> bool {
        agrees(&self.layout, Layout::ROOT, &self.root, new, effects)
    }

    fn walk(&self, visit: &mut dyn FnMut(usize, &Node, bool)) {
        walk(&self.layout, Layout::ROOT, &self.root, true, visit);
    }
}

fn walk(
    layout: &Layout,
    id: usize,
    node: &Node,
    is_here: bool,
    visit: &mut dyn FnMut(usize, &Node, bool),
) {
    visit(id, node, is_here);
    let target = layout.resolve(id);
    let is_here = is_here && target == id;
    if target != id {
        visit(target, node, false);
    }
    let children = &layout[target].children;
    match &node.value {
        Value::List(items) => {
            for (&child, node) in children.iter().zip(items) {
                walk(layout, child, node, is_here, visit);
            }
        }
        Value::Map(pairs) => {
            let nodes = pairs.iter().flat_map(|(key, value)| [key, value]);
            for (&child, node) in children.iter().zip(nodes) {
                walk(layout, child, node, is_here, visit);
            }
        }
        _ => {}
    }
}

fn agrees(layout: &Layout, id: usize, old: &Node, new: &Node, effects: &Effects) -> bool {
    let id = layout.resolve(id);
    if let Some(Effect::Becomes(value)) = effects.get(&id) {
        return is_same(value, &new.value);
    }
    let stays = |id: usize| effects.get(&id) != Some(&Effect::Goes);
    let after = |id: usize| match effects.get(&id) {
        Some(Effect::Followed(after)) => after.as_slice(),
        _ => &[],
    };
    let item = &layout[id];
    match (&old.value, &new.value) {
        (Value::List(old), Value::List(new)) if matches!(item.kind, Kind::List) => {
            let mut new = new.iter();
            let mut kept = item.children.iter().zip(old).filter(|(id, _)| stays(**id));
            kept.all(|(id, old)| {
                new.next().is_some_and(|new| agrees(layout, *id, old, new, effects))
                    && after(*id)
                        .iter()
                        .all(|(_, value)| new.next().is_some_and(|new| is_same(value, &new.value)))
            }) && new.next().is_none()
        }
        (Value::Map(old), Value::Map(new)) if matches!(item.kind, Kind::Map) => {
            let mut new = new.iter();
            let pairs = item.children.chunks_exact(2).zip(old);
            let mut kept = pairs.filter(|(ids, _)| stays(ids[1]));
            kept.all(|(ids, old)| {
                new.next().is_some_and(|new| {
                    agrees(layout, ids[0], &old.0, &new.0, effects)
                        && agrees(layout, ids[1], &old.1, &new.1, effects)
                }) && after(ids[1]).iter().all(|(key, value)| {
                    new.next().is_some_and(|new| {
                        new.0.as_text() == key.as_deref() && is_same(value, &new.1.value)
                    })
                })
            }) && new.next().is_none()
        }
        (Value::List(_) | Value::Map(_), _) | (_, Value::List(_) | Value::Map(_)) => false,
        (old, new) => old == new,
    }
}

/// Whether two values are the same, wherever they stand.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(&a.value, &b.value))
        }
        (Value::Map(a), Value::Map(b)) => {
            let pairs = |((ak, av), (bk, bv)): (&(Node, Node), &(Node, Node))| {
                is_same(&ak.value, &bk.value) && is_same(&av.value, &bv.value)
            };
            a.len() == b.len() && a.iter().zip(b).all(pairs)
        }
        (a, b) => a == b,
    }
}
