//! The values that templates see: the catalog once for all targets, and what a target adds.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Map, Value};

use super::shared::Shared;
use crate::model::Catalog;
use crate::render::option::OptionValue;
use crate::render::view::{BESIDE, Region};
use crate::render::views::Views;

/// What a template sees. A clone is cheap: it shares its values.
#[derive(Clone, Debug)]
pub struct Context {
    values: tera::Context,
    codes: usize,
}

/// The thing of the catalog that a file is made for.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) enum Scope {
    /// A locale, by its index.
    Locale(usize),
    /// A group, by its index.
    Group(usize),
    /// An entry, by its index.
    Entry(usize),
}

impl Context {
    /// The view of a catalog that has no errors, as `catalog`.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let views = Views::new(catalog);
        let shared = Shared::of(catalog);
        let entry = |e| shared.in_place(Value::from_serializable(&views.entry(e)));
        // Every list of entries shares these values.
        let entries: Vec<Value> = catalog.entries.iter().map(entry).collect();
        let groups =
            catalog.groups.iter().map(|group| Value::from_serializable(&views.group(group)));
        let map = map_of(Value::from_serializable(&views.catalog()));
        let map = listed(map, catalog, &entries, groups.collect(), |_| true);
        let mut context = tera::Context::new();
        context.insert_value("catalog", Value::from(map));
        Self { values: context, codes: catalog.entries.len() }
    }

    /// The same for the templates of one target.
    #[must_use]
    pub(in crate::render) fn with_target(
        &self,
        header: &str,
        options: &BTreeMap<&str, OptionValue>,
    ) -> Self {
        let mut context = self.values.clone();
        context.insert("header", header);
        context.insert("options", options);
        Self { values: context, ..*self }
    }

    /// The same with no entries but some of those in the catalog, told by their places, and with
    /// what is said of a region of a document, as `region`.
    #[must_use]
    pub(in crate::render) fn with_region(
        &self,
        catalog: &Catalog,
        keeps: impl Fn(usize) -> bool,
        locales: &[&str],
    ) -> Self {
        let mut context = self.values.clone();
        let whole = context.get("catalog").cloned().unwrap_or(Value::none());
        let list = |name: &str| {
            let items = whole.get_from_path(name).and_then(Value::as_array);
            items.map(<[Value]>::to_vec).unwrap_or_default()
        };
        let (entries, groups) = (list("entries"), list("groups"));
        let map = listed(map_of(whole), catalog, &entries, groups, keeps);
        context.insert_value("catalog", Value::from(map));
        context.insert("region", &Region { locales: locales.to_vec() });
        Self { values: context, ..*self }
    }

    /// The same with the thing that a file is made for, as `locale`, `group` or `entry`.
    #[must_use]
    pub(in crate::render) fn with_scope(&self, scope: Scope) -> Self {
        let (name, list, index) = match scope {
            Scope::Locale(index) => ("locale", "locales", index),
            Scope::Group(index) => ("group", "groups", index),
            Scope::Entry(index) => ("entry", "entries", index),
        };
        let mut context = self.values.clone();
        let item = context
            .get("catalog")
            .and_then(|catalog| catalog.get_from_path(list))
            .and_then(Value::as_array)
            .and_then(|items| items.get(index))
            .cloned();
        if let Some(item) = item {
            context.insert_value(name, item);
        }
        Self { values: context, ..*self }
    }

    pub(super) fn values(&self) -> &tera::Context {
        &self.values
    }

    /// How many codes the catalog has.
    pub(super) fn codes(&self) -> usize {
        self.codes
    }

    /// Every name that can be read from it, for suggestions.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for root in BESIDE.iter().filter(|beside| beside.of.is_empty()) {
            if let Some(value) = self.values.get(root.name) {
                names.insert(root.name.to_owned());
                collect(value, &mut names);
            }
        }
        names
    }
}

/// The view of a catalog with its lists of entries, in which some of them are kept. Every list
/// shares their values.
fn listed(
    mut map: Map,
    catalog: &Catalog,
    entries: &[Value],
    groups: Vec<Value>,
    keeps: impl Fn(usize) -> bool,
) -> Map {
    let kept: Vec<usize> = (0..entries.len()).filter(|at| keeps(*at)).collect();
    let mut order = kept.clone();
    order.sort_by(|a, b| catalog.entries[*a].code.value.cmp(&catalog.entries[*b].code.value));
    let mut members = vec![Vec::new(); groups.len()];
    let mut ungrouped = Vec::new();
    for at in &kept {
        match catalog.group_of(&catalog.entries[*at]) {
            Some(group) => members[group].push(entries[*at].clone()),
            None => ungrouped.push(entries[*at].clone()),
        }
    }
    let groups = groups.into_iter().zip(members).map(|(group, members)| {
        let mut map = map_of(group);
        map.insert("entries".into(), Value::from(members));
        Value::from(map)
    });
    map.insert("groups".into(), Value::from(groups.collect::<Vec<_>>()));
    map.insert("ungrouped".into(), Value::from(ungrouped));
    let all =
        |places: &[usize]| -> Vec<Value> { places.iter().map(|&i| entries[i].clone()).collect() };
    map.insert("sorted".into(), Value::from(all(&order)));
    map.insert("entries".into(), Value::from(all(&kept)));
    map
}

pub(super) fn map_of(value: Value) -> Map {
    value.into_map().unwrap_or_default()
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    if let Some(map) = value.as_map() {
        for (key, value) in map {
            names.insert(key.to_string());
            collect(value, names);
        }
    } else if let Some(items) = value.as_array() {
        for item in items {
            collect(item, names);
        }
    }
}
