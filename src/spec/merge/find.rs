//! Finds nodes in the tree of a spec. Knows no draft.

use std::collections::HashMap;

use crate::model::Span;
use crate::model::node::{Node, Value};

/// The fields of a mapping.
pub(super) fn fields(node: &Node) -> impl Iterator<Item = (&str, &Node)> {
    let pairs = match &node.value {
        Value::Map(pairs) => pairs.as_slice(),
        _ => &[],
    };
    pairs.iter().filter_map(|(key, value)| Some((key.as_text()?, value)))
}

/// The items of a list.
pub(super) fn list(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => &[],
    }
}

/// A field of a mapping.
pub(super) fn field<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    fields(node).find(|(own, _)| *own == name).map(|(_, value)| value)
}

/// The value of the last field of a mapping.
pub(super) fn last_value(node: &Node) -> Option<&Node> {
    fields(node).last().map(|(_, value)| value)
}

/// The item of a list of the root that has a field at a place.
pub(super) fn item_of<'a>(root: &'a Node, name: &str, place: Span) -> Option<&'a Node> {
    let items = list(field(root, name)?);
    items.iter().find(|item| fields(item).any(|(_, value)| value.span == place))
}

/// The items of `codes` in all files, by the place of the code.
pub(super) fn entries<'a>(roots: impl Iterator<Item = &'a Node>) -> HashMap<Span, &'a Node> {
    let items = roots.filter_map(|root| field(root, "codes")).flat_map(list);
    items.filter_map(|item| Some((field(item, "code")?.span, item))).collect()
}
