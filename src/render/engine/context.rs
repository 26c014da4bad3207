//! The values that templates see: the catalog once for all targets, and what a target adds.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Map, Value};

use crate::model::Catalog;
use crate::render::option::OptionValue;
use crate::render::view::BESIDE;
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
        // Every list of entries shares these values.
        let entries: Vec<Value> =
            catalog.entries.iter().map(|e| Value::from_serializable(&views.entry(e))).collect();
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by(|a, b| catalog.entries[*a].code.value.cmp(&catalog.entries[*b].code.value));
        let mut members = vec![Vec::new(); catalog.groups.len()];
        let mut ungrouped = Vec::new();
        for (at, entry) in catalog.entries.iter().enumerate() {
            match catalog.group_of(entry) {
                Some(group) => members[group].push(entries[at].clone()),
                None => ungrouped.push(entries[at].clone()),
            }
        }
        let groups = catalog.groups.iter().zip(members).map(|(group, members)| {
            let mut map = map_of(Value::from_serializable(&views.group(group)));
            map.insert("entries".into(), Value::from(members));
            Value::from(map)
        });
        let mut map = map_of(Value::from_serializable(&views.catalog()));
        map.insert("groups".into(), Value::from(groups.collect::<Vec<_>>()));
        map.insert("ungrouped".into(), Value::from(ungrouped));
        let sorted: Vec<Value> = order.iter().map(|&i| entries[i].clone()).collect();
        map.insert("sorted".into(), Value::from(sorted));
        map.insert("entries".into(), Value::from(entries));
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

fn map_of(value: Value) -> Map {
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
