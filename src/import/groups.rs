//! Groups from the headings that tables stand below. Knows nothing of what is in a table.

use super::columns::is_bare;
use super::table::Table;
use super::{language, names};
use crate::model::{Catalog, DraftGroup, Locale};

/// The heading that makes each table a group; nothing where the tables are one group.
pub(super) fn headings(tables: &[&Table]) -> Vec<Option<String>> {
    let meant = |table: &&Table| {
        table.headings.iter().rev().find(|heading| !is_bare(&heading.value)).cloned()
    };
    let nearest: Vec<_> = tables.iter().map(meant).collect();
    let told = tables.iter().zip(&nearest).map(|(table, own)| {
        let own = own.as_ref()?;
        // `列表` below `设备` and below `产品` says less than what is above it.
        let is_shared = nearest
            .iter()
            .flatten()
            .any(|other| other.value == own.value && other.span != own.span);
        let at = table.headings.iter().position(|heading| heading.span == own.span)?;
        let above = at.checked_sub(1).map(|at| &table.headings[at]).filter(|_| is_shared);
        Some(above.unwrap_or(own).value.clone()).filter(|text| !text.is_empty())
    });
    let told: Vec<Option<String>> = told.collect();
    let is_one = told.iter().all(|heading| *heading == told[0]);
    if is_one { vec![None; tables.len()] } else { told }
}

/// The groups that entries were put into.
pub(super) struct Groups<'a> {
    into: Option<&'a Catalog>,
    locales: &'a [Locale],
    /// What each was told by, and the group.
    all: Vec<(String, DraftGroup)>,
}

impl<'a> Groups<'a> {
    pub(super) const fn new(into: Option<&'a Catalog>, locales: &'a [Locale]) -> Self {
        Self { into, locales, all: Vec::new() }
    }

    /// The number of the group that a text tells.
    pub(super) fn find(&mut self, told: &str) -> usize {
        if let Some(at) = self.all.iter().position(|(text, _)| text == told) {
            return at;
        }
        let name = self.known(told).unwrap_or_else(|| {
            let mut taken: Vec<String> = self.all.iter().map(|(_, g)| g.name.clone()).collect();
            let known = self.into.iter().flat_map(|catalog| &catalog.groups);
            taken.extend(known.map(|group| group.name.value.clone()));
            names::group(told, self.all.len() + 1, &taken)
        });
        let title = (title_locale(told, self.locales), told.to_owned());
        self.all.push((told.to_owned(), DraftGroup { name, title }));
        self.all.len() - 1
    }

    /// The name of the group of the spec that has this title or name.
    fn known(&self, told: &str) -> Option<String> {
        let groups = &self.into?.groups;
        let is_titled =
            |group: &&crate::model::Group| group.title.iter().any(|(_, title)| title.value == told);
        let is_named = |group: &&crate::model::Group| {
            group.name.value == told || group.name.value == names::group(told, 0, &[])
        };
        let found = groups.iter().find(is_titled).or_else(|| groups.iter().find(is_named));
        found.map(|group| group.name.value.clone())
    }

    pub(super) fn finish(self) -> Vec<DraftGroup> {
        self.all.into_iter().map(|(_, group)| group).collect()
    }
}

/// The locale that a title is in.
pub(super) fn title_locale(title: &str, locales: &[Locale]) -> Option<usize> {
    let language = language::of_one(title);
    locales.iter().position(|locale| locale.language().eq_ignore_ascii_case(language))
}
