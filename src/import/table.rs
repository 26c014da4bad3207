//! What every reader makes of its text: tables of cells, each with its place. No reader's syntax
//! is known here.

use crate::model::{Span, Spanned};

/// What one text holds.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What it is called.
    pub title: Option<Spanned<String>>,
    /// Its tables, in order.
    pub tables: Vec<Table>,
}

/// One table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The whole of it.
    pub span: Span,
    /// The headings that it stands below, the nearest last; without the title of the page.
    pub headings: Vec<Spanned<String>>,
    /// What its columns are called.
    pub header: Vec<Cell>,
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

/// One row of data.
#[derive(Clone, Debug)]
pub struct Row {
    /// The whole of it.
    pub span: Span,
    /// Its cells; there may be more or fewer than columns.
    pub cells: Vec<Cell>,
}

/// The text of a cell, without white space around it.
pub type Cell = Spanned<String>;

impl Row {
    /// The text of a cell; nothing where it is blank or not there.
    #[must_use]
    pub fn text(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column).filter(|cell| !cell.value.is_empty())
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.value.is_empty())
    }
}

impl Table {
    /// How many columns it has: those of the header, or of the widest row where there is none.
    #[must_use]
    pub fn width(&self) -> usize {
        let widest = || self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        if self.header.is_empty() { widest() } else { self.header.len() }
    }

    /// What stands in a column, without what is blank.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.text(column)).map(|cell| cell.value.as_str())
    }
}
