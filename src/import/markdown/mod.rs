//! Markdown pages: every table on them, also those that a strict reader would cut or drop rows of.
//! Only here Markdown is known; what a column means is not.

mod cells;
mod inline;
mod lines;

use std::collections::HashSet;

use self::lines::{Kind, Line, lines};
use super::table::{Cell, Page, Row, Table};
use crate::model::{Diagnostic, SourceId, Sources, Spanned, is_ours};

/// Reads a page.
pub fn markdown(id: SourceId, sources: &Sources, findings: &mut Vec<Diagnostic>) -> Page {
    let text = &sources.get(id).text;
    let lines = lines(text);
    let mut reader = Reader {
        id,
        is_ours: is_ours(text.as_bytes()),
        labels: lines.iter().filter_map(label).collect(),
        headings: Vec::new(),
        titles: Vec::new(),
        tables: Vec::new(),
        open: None,
        findings,
    };
    let mut lines = lines.iter().peekable();
    while let Some(line) = lines.next() {
        let dashes = |next: &&Line<'_>| next.kind == Kind::Text && cells::is_delimiter(next.text);
        if line.kind == Kind::Text && cells::has_pipe(line.text) && lines.next_if(dashes).is_some()
        {
            reader.begin(line);
        } else {
            reader.take(line);
        }
    }
    reader.finish()
}

/// The reference that a line defines, in lower case.
fn label(line: &Line<'_>) -> Option<String> {
    let (label, rest) = line.text.strip_prefix('[')?.split_once("]:")?;
    (line.kind == Kind::Text && !rest.trim().is_empty()).then(|| label.to_lowercase())
}

struct Reader<'a> {
    id: SourceId,
    /// Whether codegen wrote the page.
    is_ours: bool,
    labels: HashSet<String>,
    /// The headings that the reader is below, with their levels.
    headings: Vec<(usize, Spanned<String>)>,
    /// Every heading of the first level.
    titles: Vec<Spanned<String>>,
    tables: Vec<Table>,
    open: Option<Open>,
    findings: &'a mut Vec<Diagnostic>,
}

/// The table that the next row belongs to: the last of the page.
struct Open {
    /// Whether the header ends with a pipe.
    is_closed: bool,
    /// Whether a blank line has come since its last row.
    has_gap: bool,
}

impl Reader<'_> {
    /// Begins a table with its header.
    fn begin(&mut self, line: &Line<'_>) {
        let is_closed = line.text.trim_end().ends_with('|');
        let row = self.row(line, None, is_closed);
        let headings = self.headings.iter().map(|(_, heading)| heading.clone()).collect();
        self.tables.push(Table { span: row.span, headings, header: row.cells, rows: Vec::new() });
        self.open = Some(Open { is_closed, has_gap: false });
    }

    fn take(&mut self, line: &Line<'_>) {
        match line.kind {
            Kind::Heading(level) => self.heading(line, level),
            Kind::Hidden => self.open = None,
            Kind::Text if line.is_blank() => {
                if let Some(open) = &mut self.open {
                    open.has_gap = true;
                }
            }
            Kind::Text => self.text(line),
        }
    }

    fn text(&mut self, line: &Line<'_>) {
        let is_piped = line.text.starts_with('|');
        if cells::is_delimiter(line.text) {
            return;
        }
        let goes_on = |open: &Open| is_piped || (!open.has_gap && cells::has_pipe(line.text));
        if let Some(open) = &mut self.open
            && goes_on(open)
        {
            open.has_gap = false;
            let is_closed = open.is_closed;
            let width = self.tables.last().map(|table| table.header.len());
            let row = self.row(line, width, is_closed);
            if let Some(table) = self.tables.last_mut() {
                table.span.end = row.span.end;
                table.rows.push(row);
            }
            return;
        }
        self.open = None;
        let place = line.span(self.id, 0..line.text.trim_end().len());
        if is_piped {
            self.findings.push(
                Diagnostic::error("row-outside-table", "this row belongs to no table", place)
                    .here("not imported")
                    .help("put a line of headers and one of dashes, `| --- | --- |`, above it"),
            );
        } else if line.text.to_ascii_lowercase().contains("<table") {
            self.findings.push(
                Diagnostic::error("unread-html", "tables in HTML are not read", place)
                    .here("not imported")
                    .help("write it as a table of Markdown, or as CSV"),
            );
        }
    }

    fn heading(&mut self, line: &Line<'_>, level: usize) {
        self.open = None;
        let start = line.text.len() - line.text.trim_start_matches(['#', ' ', '\t']).len();
        let text = line.text[start..].trim_end();
        let bare = text.trim_end_matches('#');
        // Marks at the end close a heading where a space stands before them: `## C#` keeps its own.
        let is_closing = bare.is_empty() || bare.ends_with([' ', '\t']);
        let text = if is_closing { bare.trim_end() } else { text };
        let place = line.span(self.id, start..start + text.len());
        let heading = Spanned::new(self.read(text), place);
        if level == 1 {
            self.titles.push(heading.clone());
        }
        self.headings.retain(|(above, _)| *above < level);
        self.headings.push((level, heading));
    }

    fn row(&self, line: &Line<'_>, width: Option<usize>, is_closed: bool) -> Row {
        let cells = cells::split(line.text, width, is_closed);
        let cell = |part: std::ops::Range<usize>| -> Cell {
            let typed = line.text[part.clone()].replace("\\|", "|");
            Spanned::new(self.read(&typed), line.span(self.id, part))
        };
        let span = line.span(self.id, 0..line.text.trim_end().len());
        Row { span, cells: cells.into_iter().map(cell).collect() }
    }

    fn read(&self, markup: &str) -> String {
        let text = inline::text(markup, &self.labels);
        if self.is_ours { inline::decoded(&text) } else { text.trim().to_owned() }
    }

    fn finish(self) -> Page {
        let Self { mut tables, mut titles, .. } = self;
        // Several headings of the first level are parts of the page, and none is its title.
        let title = if titles.len() == 1 { titles.pop() } else { None };
        if let Some(title) = &title {
            for table in &mut tables {
                table.headings.retain(|heading| heading.span != title.span);
            }
        }
        Page { title, tables }
    }
}

#[cfg(test)]
mod tests;
