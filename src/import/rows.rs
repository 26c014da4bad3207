//! Row by row from a table to entries. Nothing is lost in silence: a row becomes entries, or there
//! is an error that says why not.

use std::collections::HashMap;

use super::codes::{self, Found};
use super::columns::{Columns, is_nothing, status};
use super::fit;
use super::groups::Groups;
use super::kind;
use super::naming::Naming;
use super::repeat::Repeats;
use super::table::{Cell, Row};
use crate::model::words::quoted;
use crate::model::{
    Catalog, Code, CodeType, Diagnostic, DraftEntry, DraftGroup, DraftName, Entry, Kind, Locale,
    Localized, Origin, Span,
};

/// What a row needs to know of its table.
pub(super) struct Source<'a> {
    pub(super) columns: &'a Columns,
    /// How many columns there are.
    pub(super) width: usize,
    /// The heading that makes the table a group.
    pub(super) heading: Option<&'a str>,
}

/// Takes rows.
pub(super) struct Rows<'a> {
    is_text: bool,
    into: Option<&'a Catalog>,
    /// The entries of that spec by their codes.
    known: HashMap<&'a Code, &'a Entry>,
    /// Its codes by the names of the entries.
    named: HashMap<&'a str, &'a Code>,
    locales: &'a [Locale],
    groups: Groups<'a>,
    entries: Vec<DraftEntry>,
    /// What stands in the column of names beside each entry.
    typed: Vec<Option<Cell>>,
    /// The entry of each code.
    met: HashMap<Code, usize>,
    findings: &'a mut Vec<Diagnostic>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        is_text: bool,
        into: Option<&'a Catalog>,
        locales: &'a [Locale],
        groups: Groups<'a>,
        findings: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let entries = into.into_iter().flat_map(|catalog| &catalog.entries);
        let known = entries.clone().map(|entry| (&entry.code.value, entry)).collect();
        let named = entries.map(|entry| (entry.name.value.as_str(), &entry.code.value)).collect();
        let (entries, typed, met) = (Vec::new(), Vec::new(), HashMap::new());
        Self { is_text, into, known, named, locales, groups, entries, typed, met, findings }
    }

    /// Takes a row.
    pub(super) fn take(&mut self, source: &Source<'_>, row: &Row) {
        if row.is_blank() {
            return;
        }
        let typed = source.columns.name.and_then(|at| row.text(at));
        let typed = typed.filter(|cell| !is_nothing(&cell.value));
        let cell = row.text(source.columns.code);
        let meant = self.meant(typed, cell);
        let Some(cell) = cell.or(typed.filter(|_| meant.is_some())) else {
            self.findings.push(
                Diagnostic::error("row-without-code", "this row has no code", row.span)
                    .here("not imported"),
            );
            return;
        };
        for cell in row.cells.iter().skip(source.width).filter(|cell| !cell.value.is_empty()) {
            let message = format!("{} stands behind the last column", quoted(&cell.value));
            self.findings.push(
                Diagnostic::error("left-out-cell", message, cell.span)
                    .here("not imported")
                    .help("a pipe that belongs to a text is written `\\|`"),
            );
        }
        let codes = meant.map(|code| vec![code]).or_else(|| self.codes(cell));
        let Some(codes) = codes else { return };
        let template = self.entry(source, row, cell.span);
        let group = source.columns.group.and_then(|at| row.text(at));
        let group = group.map(|cell| cell.value.as_str()).or(source.heading);
        let mut repeats = Repeats::default();
        for code in codes {
            if let Some(&first) = self.met.get(&code) {
                repeats.add(code, &mut self.entries[first], &template);
                continue;
            }
            let group = group.map(|told| self.groups.find(told));
            self.met.insert(code.clone(), self.entries.len());
            self.entries.push(DraftEntry { code, group, ..template.clone() });
            self.typed.push(typed.cloned());
        }
        self.findings.extend(repeats.findings(cell.span));
    }

    /// The code of the spec that a cell is to the letter, or but for white space where the name
    /// is the same, too: codes that are words may end in punctuation or in a space.
    fn meant(&self, name: Option<&Cell>, cell: Option<&Cell>) -> Option<Code> {
        if !self.is_text {
            return None;
        }
        let typed = cell.map_or("", |cell| &cell.value);
        let is_typed = |code: &&&Code| matches!(code, Code::Text(text) if text.trim().replace("\r\n", "\n") == typed);
        let by_name = name.and_then(|name| self.named.get(name.value.as_str())).filter(is_typed);
        let code = Code::Text(typed.to_owned());
        by_name
            .map(|code| (*code).clone())
            .or_else(|| Some(code).filter(|code| self.known.contains_key(code)))
    }

    fn codes(&mut self, cell: &Cell) -> Option<Vec<Code>> {
        let finding = match codes::read(&cell.value, self.is_text) {
            Found::Codes(codes) => return Some(codes),
            Found::Wide(width) => {
                let message = format!("{} is a range of {width} codes", quoted(&cell.value));
                Diagnostic::error("wide-range", message, cell.span)
                    .here(format!("not imported; expected at most {}", codes::WIDEST))
                    .help("where they are kept for somebody, make it the `range` of a group")
            }
            Found::Nothing => {
                let message = format!("{} is no code", quoted(&cell.value));
                Diagnostic::error("invalid-code", message, cell.span)
                    .here("not imported; expected a whole number, several, or a range")
            }
        };
        self.findings.push(finding);
        None
    }

    /// What a row says, for whichever code.
    fn entry(&mut self, source: &Source<'_>, row: &Row, span: Span) -> DraftEntry {
        let texts = |columns: &[(usize, Locale)]| {
            let text = |locale: &Locale| {
                let (at, _) = columns.iter().find(|(_, own)| own.is(locale.tag()))?;
                row.text(*at).map(|cell| cell.value.clone())
            };
            Localized(self.locales.iter().map(text).collect())
        };
        let columns = source.columns;
        DraftEntry {
            span,
            code: Code::Int(0),
            name: DraftName { text: String::new(), origin: Origin::Proposed },
            kind: Kind::Error,
            description: texts(&columns.descriptions),
            remedy: texts(&columns.remedies),
            http: columns.http.and_then(|at| row.text(at)).and_then(|cell| self.http(cell)),
            group: None,
            message: texts(&columns.messages),
        }
    }

    fn http(&mut self, cell: &Cell) -> Option<u16> {
        let found = status(&cell.value);
        if found.is_none() && !is_nothing(&cell.value) {
            let message = format!("{} is not an HTTP status", quoted(&cell.value));
            self.findings.push(
                Diagnostic::error("left-out-cell", message, cell.span)
                    .here("not imported; expected a number from 100 to 599"),
            );
        }
        found
    }

    /// The entries, their groups, and the type that holds them; a code that no type holds is told.
    pub(super) fn finish(self) -> (CodeType, Vec<DraftGroup>, Vec<DraftEntry>) {
        let own = || {
            let codes = self.entries.iter().map(|entry| &entry.code);
            if self.is_text { Some(CodeType::Text) } else { codes::narrowest(&codes) }
        };
        let is_negative =
            |entry: &DraftEntry| matches!(entry.code, Code::Int(number) if number < 0);
        let widest = || {
            let has_negative = self.entries.iter().any(is_negative);
            if has_negative { CodeType::I64 } else { CodeType::U64 }
        };
        let code_type =
            self.into.map(|catalog| catalog.code_type).or_else(own).unwrap_or_else(widest);
        let groups = self.groups.finish();
        let mut naming = Naming::new(self.into, &self.known, self.locales);
        let mut entries = Vec::with_capacity(self.entries.len());
        for (entry, typed) in self.entries.into_iter().zip(&self.typed) {
            let (code, place) = (&entry.code, entry.span);
            let group = entry.group.and_then(|at| groups.get(at)).map(|group| group.name.as_str());
            let refusal = match self.into {
                Some(_) if self.known.contains_key(code) => None,
                Some(catalog) => fit::refusal(catalog, code, group, place),
                None => (!codes::fits(code, code_type))
                    .then(|| fit::out_of_type(code, code_type, place)),
            };
            if let Some(refusal) = refusal {
                self.findings.push(refusal);
                continue;
            }
            let (name, finding) = naming.name(typed.as_ref(), &entry);
            self.findings.extend(finding);
            entries.push(DraftEntry { name, kind: kind::of(&entry.message), ..entry });
        }
        (code_type, groups, entries)
    }
}
