//! What the cells of a column can be: codes, names, statuses, texts. Knows no header.

use super::super::codes;
use super::super::table::Table;

/// What people write where there is nothing.
const NOTHING: [&str; 10] = ["-", "--", "—", "——", "/", "n/a", "N/A", "无", "none", "None"];

/// Whether a cell says that there is nothing.
pub(in super::super) fn is_nothing(cell: &str) -> bool {
    cell.is_empty() || NOTHING.contains(&cell)
}

/// An HTTP status (RFC 9110, section 15); words behind it say it again: `404 Not Found`.
pub(in super::super) fn status(cell: &str) -> Option<u16> {
    let codes::Found::Codes(found) = codes::read(cell.split_whitespace().next()?, false) else {
        return None;
    };
    match found.as_slice() {
        [crate::model::Code::Int(number)] => {
            u16::try_from(*number).ok().filter(|status| (100..600).contains(status))
        }
        _ => None,
    }
}

/// A column of a table.
#[derive(Clone, Copy)]
pub(super) struct Column<'a> {
    pub(super) table: &'a Table,
    pub(super) at: usize,
}

impl<'a> Column<'a> {
    /// What stands in it.
    pub(super) fn cells(self) -> impl Iterator<Item = &'a str> {
        self.table.column(self.at)
    }

    pub(super) fn is_empty(self) -> bool {
        self.cells().next().is_none()
    }

    /// Whether most of the cells are numbers.
    pub(super) fn holds_numbers(self) -> bool {
        self.are_most(codes::is_numeric)
    }

    /// Whether every cell is a number.
    pub(super) fn is_all_numbers(self) -> bool {
        !self.is_empty() && self.cells().all(codes::is_numeric)
    }

    /// Whether most of the cells can be codes, numbers or words.
    pub(super) fn holds_codes(self) -> bool {
        self.are_most(|cell| codes::is_numeric(cell) || codes::is_word(cell))
    }

    /// Whether most of the cells are HTTP statuses.
    pub(super) fn holds_statuses(self) -> bool {
        self.are_most(|cell| status(cell).is_some())
    }

    /// Whether most of the cells can be names, as they are or in another spelling.
    pub(super) fn holds_names(self) -> bool {
        const LONGEST: usize = 60;
        const WORDS: usize = 6;
        self.are_most(|cell| {
            cell.is_ascii()
                && cell.len() <= LONGEST
                && cell.contains(|c: char| c.is_ascii_alphabetic())
                && cell.split_whitespace().count() <= WORDS
                && !cell.ends_with('.')
        })
    }

    /// Whether every cell looks like the name of a constant, and none is there twice.
    pub(super) fn is_all_constants(self) -> bool {
        let is_constant = |cell: &str| {
            cell.contains(|c: char| c.is_ascii_uppercase())
                && cell.starts_with(|c: char| c.is_ascii_alphabetic())
                && cell.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        let mut cells: Vec<&str> = self.cells().collect();
        let count = cells.len();
        cells.sort_unstable();
        cells.dedup();
        count > 1 && cells.len() == count && cells.into_iter().all(is_constant)
    }

    /// Whether most of the cells are texts, in any script.
    pub(super) fn holds_texts(self) -> bool {
        self.are_most(|cell| {
            cell.contains(char::is_alphabetic) && (!codes::is_word(cell) || !cell.is_ascii())
        })
    }

    fn are_most(self, is: impl Fn(&str) -> bool) -> bool {
        let (mut all, mut some) = (0_usize, 0_usize);
        for cell in self.cells().filter(|cell| !is_nothing(cell)) {
            all += 1;
            some += usize::from(is(cell));
        }
        all > 0 && some * 2 >= all
    }
}
