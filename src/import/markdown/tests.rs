//! Pages as they are found in wikis.

use super::markdown;
use crate::import::Page;
use crate::model::{Diagnostic, Sources};

fn read(text: &str) -> (Page, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let id = sources.add("page.md", text);
    let mut findings = Vec::new();
    let page = markdown(id, &sources, &mut findings);
    (page, findings)
}

/// The tables of a page: the nearest heading, and the rows with their header.
fn tables(text: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let (page, _) = read(text);
    let table = |table: super::Table| {
        let heading = table.headings.last().map(|h| h.value.clone()).unwrap_or_default();
        let rows = std::iter::once(table.header).chain(table.rows.into_iter().map(|r| r.cells));
        let texts = |cells: Vec<super::Cell>| cells.into_iter().map(|cell| cell.value).collect();
        (heading, rows.map(texts).collect())
    };
    page.tables.into_iter().map(table).collect()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    tables(text).into_iter().flat_map(|(_, rows)| rows).collect()
}

#[test]
fn every_table_has_its_heading() {
    let found = tables("# T\n|a|b|\n|-|-|\n|1|x|\n## G\n\na|b\n-|-\n2|y\n\ntext\n");
    let row = |a: &str, b: &str| vec![a.to_owned(), b.to_owned()];
    assert_eq!(
        found,
        [
            (String::new(), vec![row("a", "b"), row("1", "x")]),
            ("G".to_owned(), vec![row("a", "b"), row("2", "y")])
        ]
    );
    assert_eq!(read("# T\n|a|\n|-|\n").0.title.unwrap().value, "T");
    assert_eq!(read("# T\n# U\n|a|\n|-|\n").0.title, None);
}

#[test]
fn rows_go_on_after_a_blank_line() {
    assert_eq!(rows("|a|\n|-|\n|1|\n\n|2|\n\n|b|\n|-|\n|3|"), [["a"], ["1"], ["2"], ["b"], ["3"]]);
    assert_eq!(rows("|a|\n|-|\n|1|\n|b|\n|-|\n|3|"), [["a"], ["1"], ["b"], ["3"]]);
}

#[test]
fn code_and_comments_are_no_tables() {
    assert!(rows("```\n|a|\n|-|\n|1|\n```\n<!--\n|a|\n|-|\n-->\n").is_empty());
}

#[test]
fn what_belongs_to_no_table_is_told() {
    let (page, findings) = read("|x|\n\n<table>\n\n|a|\n|-|\n|1|\n\ntext\n\n|2|\n");
    assert_eq!(page.tables[0].rows.len(), 1);
    let rules: Vec<_> = findings.iter().map(|f| f.rule).collect();
    assert_eq!(rules, ["row-outside-table", "unread-html", "row-outside-table"]);
}

#[test]
fn cells_know_their_places() {
    let text = "\u{feff}| 码 |\r\n|---|\r\n| `1` |";
    let (page, _) = read(text);
    let table = &page.tables[0];
    assert_eq!(&text[table.header[0].span.range()], "码");
    assert_eq!(&text[table.rows[0].cells[0].span.range()], "`1`");
    assert_eq!(&text[table.rows[0].span.range()], "| `1` |");
}

#[test]
fn headings_are_texts() {
    let heading = |line: &str| tables(&format!("# T\n{line}\n|a|\n|-|\n"))[0].0.clone();
    assert_eq!(heading("## [Device](d.md) *errors* ##"), "Device errors");
    assert_eq!(heading("## C#"), "C#");
    assert_eq!(heading("设备\n---"), "设备");
}
