//! What brings a draft into a spec: edits that change texts which differ and add what is not
//! there. What the draft says nothing of stays as it is. Knows nothing of how edits are made.

mod find;
mod texts;

use std::collections::HashMap;

use self::find::{entries, fields, item_of, last_value, list};
use super::File;
use super::emit::entry;
use crate::model::node::{Node, Value};
use crate::model::{
    Action, Catalog, Code, Diagnostic, Draft, DraftEntry, DraftGroup, Edit, Entry, Field, New, Span,
};

/// Edits that make sense together only, and what they do.
#[derive(Clone, Debug)]
pub struct Step {
    /// The edits; none where there is no way to do it.
    pub edits: Vec<Edit>,
    /// What each comes from: its place in the table, and in words what is done.
    pub told: Vec<(Span, String)>,
    /// How many entries it adds.
    pub added: usize,
    /// How many fields of entries it changes or adds.
    pub changed: usize,
}

impl Step {
    /// A step of one edit that adds something to the catalog itself.
    fn of_catalog(edit: Edit, place: Span, what: String) -> Self {
        Self { edits: vec![edit], told: vec![(place, what)], added: 0, changed: 1 }
    }
}

/// The edits that bring a draft into a spec; none where all that it says is there. Those of
/// locales and groups come alone: what is made of the rest shows once they are there. What a spec
/// can't take becomes a finding.
pub fn merge(
    draft: &Draft,
    catalog: &Catalog,
    files: &[File<'_>],
    findings: &mut Vec<Diagnostic>,
) -> Vec<Step> {
    let merge = Merge::new(draft, catalog, files);
    let first: Vec<Step> = merge.locales().into_iter().chain(merge.groups()).collect();
    if !first.is_empty() {
        return first;
    }
    let mut steps = Vec::new();
    let mut new = Vec::new();
    for own in &draft.entries {
        match merge.known.get(&own.code) {
            Some(entry) => steps.extend(texts::changes(&merge, own, entry, findings)),
            None => new.push(own),
        }
    }
    steps.extend(merge.entries(&new));
    steps
}

struct Merge<'a> {
    draft: &'a Draft,
    catalog: &'a Catalog,
    files: &'a [File<'a>],
    /// The entries of the catalog by their codes.
    known: HashMap<&'a Code, &'a Entry>,
    /// The items of `codes` by the place of the code.
    items: HashMap<Span, &'a Node>,
}

impl<'a> Merge<'a> {
    fn new(draft: &'a Draft, catalog: &'a Catalog, files: &'a [File<'a>]) -> Self {
        let known = catalog.entries.iter().map(|entry| (&entry.code.value, entry)).collect();
        let items = entries(files.iter().map(|file| file.root));
        Self { draft, catalog, files, known, items }
    }

    /// Adds locales that have texts.
    fn locales(&self) -> Option<Step> {
        let is_new = |at: usize| {
            let tag = self.draft.locales[at].tag();
            let has_text = |entry: &DraftEntry| {
                [&entry.message, &entry.description, &entry.remedy]
                    .iter()
                    .any(|texts| texts.get(at).is_some())
            };
            !self.catalog.locales.iter().any(|known| known.value.is(tag))
                && self.draft.entries.iter().any(has_text)
        };
        let new = (0..self.draft.locales.len()).filter(|&at| is_new(at));
        let tags: Vec<&str> = new.map(|at| self.draft.locales[at].tag()).collect();
        let new: Vec<New> = tags.iter().map(|tag| New::Text((*tag).to_owned())).collect();
        let root = self.files.first()?.root;
        let last = fields(root)
            .find(|(name, _)| *name == "locales")
            .and_then(|(_, node)| list(node).last());
        let (span, action) = if let Some(last) = last {
            (last.span, Action::AddItems(new.clone()))
        } else {
            let known = self.catalog.locales.iter();
            let known = known.map(|locale| New::Text(locale.value.tag().to_owned()));
            let all = New::List(known.chain(new.clone()).collect());
            (head_end(root)?, Action::AddFields(vec![Field::new("locales", all)]))
        };
        let what = format!("locale {}", tags.join(", "));
        self.step(!new.is_empty(), Edit { span, action }, what)
    }

    /// A step that is taken where there is anything to do.
    fn step(&self, is_needed: bool, edit: Edit, what: String) -> Option<Step> {
        let place = self.draft.entries.first()?.span;
        is_needed.then(|| Step::of_catalog(edit, place, what))
    }

    /// Adds groups that new entries name.
    fn groups(&self) -> Option<Step> {
        let is_known = |name: &str| self.catalog.groups.iter().any(|g| g.name.value == name);
        let named = |at: &usize| {
            let name = &self.draft.groups[*at].name;
            let is_named = |entry: &DraftEntry| {
                self.named_group(entry) == Some(name) && !self.known.contains_key(&entry.code)
            };
            !is_known(name) && self.draft.entries.iter().any(is_named)
        };
        let new: Vec<&DraftGroup> =
            (0..self.draft.groups.len()).filter(named).map(|at| &self.draft.groups[at]).collect();
        let words: Vec<&str> = new.iter().map(|group| group.name.as_str()).collect();
        let what = format!("group {}", words.join(", "));
        let group = |group: &&DraftGroup| entry::group(group, &self.draft.locales);
        let new: Vec<New> = new.iter().map(group).collect();
        let last = self.catalog.groups.last().and_then(|group| {
            self.files.iter().find_map(|file| item_of(file.root, "groups", group.name.span))
        });
        let root = self.files.first()?.root;
        let (span, action) = if let Some(last) = last {
            (last.span, Action::AddItems(new.clone()))
        } else {
            let field = Field::new("groups", New::Items(new.clone()));
            (head_end(root)?, Action::AddFields(vec![field]))
        };
        self.step(!new.is_empty(), Edit { span, action }, what)
    }

    /// The group that a new entry must name: none where the range of a group has its code.
    fn named_group(&self, entry: &DraftEntry) -> Option<&String> {
        let is_in_range = self.range_group(entry).is_some();
        let group = entry.group.and_then(|at| self.draft.groups.get(at));
        group.map(|group| &group.name).filter(|_| !is_in_range)
    }

    fn range_group(&self, entry: &DraftEntry) -> Option<usize> {
        let Code::Int(number) = entry.code else { return None };
        self.catalog.group_with(number)
    }

    /// Adds entries, each at the end of its group, or of the list.
    fn entries(&self, new: &[&DraftEntry]) -> Vec<Step> {
        let mut steps: Vec<(Span, Step, Vec<New>)> = Vec::new();
        let mut ends: HashMap<Option<usize>, Option<Span>> = HashMap::new();
        for own in new {
            let named = self.named_group(own);
            let named_at = named
                .and_then(|name| self.catalog.groups.iter().position(|g| g.name.value == *name));
            let group = self.range_group(own).or(named_at);
            let end = ends.entry(group).or_insert_with(|| self.end_of(group));
            let Some(span) = *end else { continue };
            let item = entry::entry(own, named.map(String::as_str), &self.draft.locales);
            let told = (own.span, format!("{} {} is new", own.code, own.name.text));
            let at = steps.iter().position(|(place, ..)| *place == span).unwrap_or_else(|| {
                let step = Step { edits: Vec::new(), told: Vec::new(), added: 0, changed: 0 };
                steps.push((span, step, Vec::new()));
                steps.len() - 1
            });
            let (_, step, items) = &mut steps[at];
            step.told.push(told);
            step.added += 1;
            items.push(item);
        }
        let step = |(span, step, items)| {
            let edits = vec![Edit { span, action: Action::AddItems(items) }];
            Step { edits, ..step }
        };
        steps.into_iter().map(step).collect()
    }

    /// The last entry of a group, or of the catalog.
    fn end_of(&self, group: Option<usize>) -> Option<Span> {
        let place = |entry: &Entry| self.item(entry).map(|item| item.span);
        let is_in = |entry: &&Entry| group.is_some() && self.catalog.group_of(entry) == group;
        let entries = || self.catalog.entries.iter().rev();
        entries().filter(is_in).find_map(place).or_else(|| entries().find_map(place))
    }

    /// The item of `codes` that an entry was read from.
    fn item(&self, entry: &Entry) -> Option<&'a Node> {
        self.items.get(&entry.code.span).copied()
    }
}

/// Behind which value the fields of the root go that are not there: the last before the lists.
fn head_end(root: &Node) -> Option<Span> {
    let is_head = |name: &str| !matches!(name, "include" | "groups" | "reserved" | "codes");
    let head = fields(root).take_while(|(name, _)| is_head(name));
    head.last().map(|(_, value)| value.span).or_else(|| match root.value {
        Value::Map(_) => last_value(root).map(|value| value.span),
        _ => None,
    })
}
