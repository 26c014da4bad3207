//! From tables to a draft: which columns and groups there are, and of which type the codes are.
//! What becomes of each row is not decided here.

use super::codes;
use super::columns::{Choice, Columns, columns, has_header};
use super::groups::{self, Groups};
use super::rows::{Rows, Source};
use super::table::{Page, Row, Table};
use crate::model::words::{count, quoted};
use crate::model::{Catalog, CodeType, Diagnostic, Draft, Locale, Span};

/// Makes a draft of what a text holds. `place` is where it begins; `choices` are what the user
/// says of columns; `into` is the spec that the draft goes into: its entries keep their names, its
/// locales count, and what it reserves is not imported.
///
/// Every row that has anything in it is in the draft, or there is an error about it.
#[must_use]
pub fn draft(
    page: &Page,
    place: Span,
    choices: &[Choice],
    into: Option<&Catalog>,
    findings: &mut Vec<Diagnostic>,
) -> Draft {
    let tables: Vec<Table> = page.tables.iter().map(headed).collect();
    let known: Vec<Locale> =
        into.iter().flat_map(|catalog| &catalog.locales).map(|l| l.value.clone()).collect();
    let mut read: Vec<(&Table, Columns)> = Vec::new();
    for table in &tables {
        match columns(table, choices, &known) {
            Some(columns) => read.push((table, columns)),
            None => findings.extend(without_codes(table)),
        }
    }
    for (table, columns) in &read {
        findings.extend(columns.left_out.iter().map(|&at| left_out(table, at)));
    }
    let locales = locales(&read);
    let is_text =
        into.map_or_else(|| are_words(&read), |catalog| catalog.code_type == CodeType::Text);
    let groups = Groups::new(into, &locales);
    let mut rows = Rows::new(is_text, into, &locales, groups, findings);
    let places: Vec<&Table> = read.iter().map(|(table, _)| *table).collect();
    let headings = groups::headings(&places);
    for ((table, columns), heading) in read.iter().zip(&headings) {
        let source = Source { columns, width: table.width(), heading: heading.as_deref() };
        for row in &table.rows {
            rows.take(&source, row);
        }
    }
    let (code_type, groups, entries) = rows.finish();
    if entries.is_empty() {
        findings.push(
            Diagnostic::error("nothing-to-import", "there is no table with codes", place)
                .here("expected a table with a column of codes")
                .help("say which column has them with `--column code=1`"),
        );
    }
    let title = page.title.as_ref().map(|title| &title.value).filter(|title| !title.is_empty());
    let title = title.map(|title| (groups::title_locale(title, &locales), title.clone()));
    Draft { title, locales, code_type, groups, entries }
}

/// A table whose header is one.
fn headed(table: &Table) -> Table {
    let mut table = table.clone();
    if let (Some(first), false) = (table.header.first(), has_header(&table)) {
        let span = table
            .header
            .last()
            .map_or(first.span, |last| Span { end: last.span.end, ..first.span });
        let cells = std::mem::take(&mut table.header);
        table.rows.insert(0, Row { span, cells });
    }
    table
}

fn without_codes(table: &Table) -> Option<Diagnostic> {
    let rows = table.rows.iter().filter(|row| !row.is_blank()).count();
    let message = format!("no column of this table holds codes: {} left out", are(rows, "row"));
    let place = table.header.first().map_or(table.span, |first| Span {
        end: table.header.last().map_or(first.span.end, |last| last.span.end),
        ..first.span
    });
    let finding = Diagnostic::error("table-without-codes", message, place)
        .here("none of these columns")
        .help("where one does, name it: `--column code=1`");
    (rows > 0).then_some(finding)
}

fn are(n: usize, noun: &str) -> String {
    format!("{} {}", count(n, noun), if n == 1 { "is" } else { "are" })
}

fn left_out(table: &Table, at: usize) -> Diagnostic {
    let header = table.header.get(at);
    let name = header.map(|cell| quoted(&cell.value)).filter(|name| name != "``");
    let name = name.unwrap_or_else(|| (at + 1).to_string());
    let place = header.map_or(table.span.part(0, 0), |cell| cell.span);
    Diagnostic::note("left-out-column", format!("column {name} is left out"), place)
        .here(format!("column {}", at + 1))
        .help(format!("say what it holds to import it: `--column ROLE={}`", at + 1))
}

/// The locales of the columns, each once.
fn locales(read: &[(&Table, Columns)]) -> Vec<Locale> {
    let mut locales: Vec<Locale> = Vec::new();
    let messages = read.iter().flat_map(|(_, columns)| &columns.messages);
    let descriptions = read.iter().flat_map(|(_, columns)| &columns.descriptions);
    let remedies = read.iter().flat_map(|(_, columns)| &columns.remedies);
    for (_, locale) in messages.chain(descriptions).chain(remedies) {
        if !locales.iter().any(|known| known.is(locale.tag())) {
            locales.push(locale.clone());
        }
    }
    locales
}

/// Whether codes are words: most are no numbers, or zeros before them count.
fn are_words(read: &[(&Table, Columns)]) -> bool {
    let cells = || read.iter().flat_map(|(table, columns)| table.column(columns.code));
    let (numbers, words): (Vec<&str>, Vec<&str>) =
        cells().partition(|cell| codes::is_numeric(cell));
    let words = words.iter().filter(|cell| codes::is_word(cell)).count();
    words > numbers.len() || codes::are_padded(cells())
}
