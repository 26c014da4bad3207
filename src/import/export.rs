//! A catalog as a table, for translators and spreadsheets: code, name and a column for each
//! locale. The readers of this layer read it back to the letter.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::model::{Catalog, Code, is_hidden};

/// What a table is written in.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Shape {
    /// Cells between commas (RFC 4180).
    #[default]
    Csv,
    /// Cells between tabs.
    Tsv,
    /// A list of objects.
    Json,
    /// A table on a page.
    Markdown,
}

/// The text of the table. Ends with a line break.
#[must_use]
pub fn export(catalog: &Catalog, shape: Shape) -> String {
    let tags = catalog.locales.iter().map(|locale| locale.value.tag().to_owned());
    let header: Vec<String> =
        ["code".to_owned(), "name".to_owned()].into_iter().chain(tags).collect();
    let rows: Vec<Vec<String>> = catalog
        .entries
        .iter()
        .map(|entry| {
            let text = |at| entry.message.get(at).map_or_else(String::new, |m| m.value.display());
            let texts = (0..catalog.locales.len()).map(text);
            [entry.code.value.to_string(), entry.name.value.clone()]
                .into_iter()
                .chain(texts)
                .collect()
        })
        .collect();
    let lines = |line: fn(&[String]) -> String| {
        std::iter::once(&header).chain(&rows).map(|row| line(row)).collect()
    };
    match shape {
        Shape::Csv => lines(|row| delimited(row, ',')),
        Shape::Tsv => lines(|row| delimited(row, '\t')),
        Shape::Markdown => {
            let dashes = "| --- ".repeat(header.len()) + "|\n";
            let rows: String = rows.iter().map(|row| piped(row)).collect();
            piped(&header) + &dashes + &rows
        }
        Shape::Json => {
            let codes = catalog.entries.iter().map(|entry| &entry.code.value);
            let objects = rows.into_iter().zip(codes).map(|(row, code)| object(&header, row, code));
            escaped(&format!("{:#}\n", Value::Array(objects.collect())))
        }
    }
}

fn delimited(row: &[String], separator: char) -> String {
    let cell = |cell: &String| {
        let is_plain = !cell.contains(['"', '\r', '\n', separator]) && cell.trim() == cell;
        if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let cells: Vec<String> = row.iter().map(cell).collect();
    cells.join(&separator.to_string()) + "\n"
}

fn piped(row: &[String]) -> String {
    let mut line = String::from("|");
    for cell in row {
        line.push(' ');
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        for (at, c) in cell.char_indices() {
            let before = cell[..at].chars().next_back();
            let after = cell[at + c.len_utf8()..].chars().next();
            match c {
                // No emphasis begins within a word.
                '_' if is_word(before) && is_word(after) => line.push(c),
                '\n' => line.push_str("<br>"),
                '\r' => line.push_str("&#13;"),
                '&' => line.push_str("&amp;"),
                '<' => line.push_str("&lt;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' => line.extend(['\\', c]),
                c => line.push(c),
            }
        }
        line.push_str(" |");
    }
    line.push('\n');
    line
}

/// Hidden characters of JSON as escapes: some readers take them for no text.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || !is_hidden(c) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a text can't fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

fn object(header: &[String], row: Vec<String>, code: &Code) -> Value {
    let mut fields = Map::new();
    for (name, cell) in header.iter().zip(row) {
        if !cell.is_empty() {
            fields.insert(name.clone(), cell.into());
        }
    }
    // JSON holds any number, and so do its readers here; those of 64 bits are enough for a code.
    if let Code::Int(number) = code
        && let Ok(number) = i64::try_from(*number)
    {
        fields.insert("code".to_owned(), number.into());
    }
    Value::Object(fields)
}
