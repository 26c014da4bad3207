//! Which name each entry gets: that of the spec, where it has the code, else one from the table.
//! Knows no rows.

use std::collections::HashMap;

use super::names::Names;
use super::table::Cell;
use crate::model::words::quoted;
use crate::model::{Catalog, Code, Diagnostic, DraftEntry, DraftName, Entry, Locale, Origin};

/// Gives names.
pub(super) struct Naming<'a> {
    /// The entries of the spec that the table goes into.
    known: &'a HashMap<&'a Code, &'a Entry>,
    /// The index of the locale that names are proposed from.
    english: Option<usize>,
    names: Names,
}

impl<'a> Naming<'a> {
    /// `known` are the entries of the spec by their codes.
    pub(super) fn new(
        into: Option<&Catalog>,
        known: &'a HashMap<&'a Code, &'a Entry>,
        locales: &[Locale],
    ) -> Self {
        let is_english = |locale: &Locale| locale.language().eq_ignore_ascii_case("en");
        let mut names = Names::default();
        names.taken(into.into_iter().flat_map(taken));
        Self { known, english: locales.iter().position(is_english), names }
    }

    /// The name of an entry, with what there is to say about the one that was typed.
    pub(super) fn name(
        &mut self,
        typed: Option<&Cell>,
        entry: &DraftEntry,
    ) -> (DraftName, Option<Diagnostic>) {
        if let Some(known) = self.known.get(&entry.code) {
            let name = DraftName { text: known.name.value.clone(), origin: Origin::Chosen };
            return (name, typed.and_then(|cell| kept(known, cell)));
        }
        let mut texts = [&entry.message, &entry.description].into_iter();
        let text = self.english.and_then(|at| texts.find_map(|texts| texts.get(at)));
        let typed = typed.map(|cell| cell.value.as_str());
        (self.names.name(typed, text.map_or("", String::as_str), &entry.code), None)
    }
}

/// Says that an entry is not called in the spec as in the table.
fn kept(known: &Entry, cell: &Cell) -> Option<Diagnostic> {
    let plain: String = cell.value.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_it = |name: &str| name.replace('_', "").eq_ignore_ascii_case(&plain);
    let mut names = std::iter::once(&known.name).chain(&known.aliases);
    if names.any(|name| is_it(&name.value)) {
        return None;
    }
    let name = &known.name;
    let message = format!("{} is called `{}` in the spec", quoted(&cell.value), name.value);
    let finding = Diagnostic::note("kept-name", message, cell.span)
        .here(format!("{} keeps its name", known.code.value))
        .label(name.span, "chosen here");
    Some(finding)
}

/// The names that no other entry of a spec may have.
fn taken(catalog: &Catalog) -> Vec<String> {
    let mut names = catalog.unread.clone();
    for entry in &catalog.entries {
        names.push(entry.name.value.clone());
        names.extend(entry.aliases.iter().map(|alias| alias.value.clone()));
    }
    names.extend(catalog.reserved.names.iter().map(|name| name.value.clone()));
    names
}
