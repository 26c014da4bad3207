//! Which names can be respelt without any judgement, with all that refer to them: those where
//! only case and separators differ from a valid one that nothing else has. It looks at the trees
//! alone, so that also names in entries that can't be read count.

use std::collections::{HashMap, HashSet};

use super::name;
use crate::model::node::{Node, Value};
use crate::model::{Action, Diagnostic, Edit, Label, Span};

/// Adds the edits that respell names to the findings about them. Where a file of the spec could
/// not be read there are none: it may refer to any name.
pub(super) fn respell(roots: &[&Node], findings: &mut [Diagnostic]) {
    let is_read = |label: &Label| roots.iter().any(|root| root.span.source == label.span.source);
    if !findings.iter().filter_map(|finding| finding.labels.first()).all(is_read) {
        return;
    }
    let (mut entries, mut groups) = (Names::default(), Names::default());
    let mut edits: HashMap<Span, Vec<Edit>> = HashMap::new();
    for root in roots {
        collect(root, &mut entries, &mut groups);
        let own = field(root, "catalog").and_then(|node| edit(node, name::respelt_kebab));
        edits.extend(own.map(|edit| (edit.span, vec![edit])));
    }
    for node in entries.sound(name::respelt_entry) {
        let own = edit(node, name::respelt_entry);
        edits.extend(own.map(|edit| (edit.span, vec![edit])));
    }
    // A group that is named otherwise than it is defined is told as unknown, and not as no name.
    let mut members: HashMap<&str, Vec<Edit>> = HashMap::new();
    for node in &groups.used {
        let edit = edit(node, name::respelt_kebab);
        members.entry(node.as_text().unwrap_or_default()).or_default().extend(edit);
    }
    for node in groups.sound(name::respelt_kebab) {
        let Some(own) = edit(node, name::respelt_kebab) else { continue };
        let others = node.as_text().and_then(|name| members.get(name));
        let all = std::iter::once(own.clone()).chain(others.into_iter().flatten().cloned());
        edits.insert(own.span, all.collect());
    }
    for finding in findings.iter_mut().filter(|finding| finding.rule == name::INVALID) {
        let own = finding.labels.first().and_then(|label| edits.get(&label.span));
        finding.edits.extend(own.into_iter().flatten().cloned());
    }
}

/// Names of one kind.
#[derive(Default)]
struct Names<'a> {
    defined: Vec<&'a Node>,
    used: Vec<&'a Node>,
}

impl<'a> Names<'a> {
    /// Where a name is defined or used that only one of those that are defined is, or would be,
    /// the same as.
    fn sound(&self, respelt: fn(&str) -> Option<String>) -> Vec<&'a Node> {
        let defined: HashSet<&str> = self.defined.iter().filter_map(|n| n.as_text()).collect();
        let becomes = |name: &str| respelt(name).unwrap_or_else(|| name.to_owned());
        let mut claims: HashMap<String, usize> = HashMap::new();
        for name in &defined {
            *claims.entry(becomes(name)).or_default() += 1;
        }
        let is_sound = |node: &&'a Node| {
            let name = becomes(node.as_text().unwrap_or_default());
            claims.get(&name).is_none_or(|claims| *claims == 1)
        };
        self.defined.iter().chain(&self.used).copied().filter(is_sound).collect()
    }
}

fn collect<'a>(root: &'a Node, entries: &mut Names<'a>, groups: &mut Names<'a>) {
    for entry in items(field(root, "codes")) {
        entries.defined.extend(field(entry, "name"));
        entries.defined.extend(items(field(entry, "aliases")));
        entries.used.extend(field(entry, "deprecated").and_then(|d| field(d, "use")));
        groups.used.extend(field(entry, "group"));
    }
    entries.defined.extend(items(field(root, "reserved").and_then(|r| field(r, "names"))));
    groups.defined.extend(items(field(root, "groups")).filter_map(|group| field(group, "name")));
}

fn edit(node: &Node, respelt: fn(&str) -> Option<String>) -> Option<Edit> {
    let name = respelt(node.as_text()?)?;
    Some(Edit { span: node.span, action: Action::Text(name) })
}

fn field<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    let Value::Map(pairs) = &node.value else { return None };
    pairs.iter().find(|(key, _)| key.as_text() == Some(name)).map(|(_, value)| value)
}

fn items(node: Option<&Node>) -> impl Iterator<Item = &Node> {
    let items = match node.map(|node| &node.value) {
        Some(Value::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter()
}
