//! Which column of a table is for what: by its header, checked by what its cells hold, and by
//! what the user says. Knows nothing of rows, names or groups.

mod choice;
mod contents;
mod tags;
mod words;

use self::contents::Column;
use self::words::{Guess, Meaning, meaning};
use super::language;
use super::table::Table;
use crate::model::Locale;

pub use choice::{Choice, Pick, Role};
pub(super) use contents::{is_nothing, status};

/// The columns of a table, by their index.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Columns {
    pub(super) code: usize,
    pub(super) name: Option<usize>,
    pub(super) http: Option<usize>,
    pub(super) group: Option<usize>,
    pub(super) messages: Vec<(usize, Locale)>,
    pub(super) descriptions: Vec<(usize, Locale)>,
    pub(super) remedies: Vec<(usize, Locale)>,
    /// Those with anything in them that are for nothing.
    pub(super) left_out: Vec<usize>,
}

/// Finds what the columns of a table are for; `None` where no column holds codes. `known` are the
/// locales of the spec that the table goes into.
pub(super) fn columns(table: &Table, choices: &[Choice], known: &[Locale]) -> Option<Columns> {
    let mut finder = Finder {
        table,
        known,
        meanings: (0..table.width())
            .map(|at| table.header.get(at).map(|cell| said(&cell.value, known)).unwrap_or_default())
            .collect(),
        taken: vec![false; table.width()],
        found: Columns::default(),
    };
    let code = finder.choose(choices);
    finder.http();
    finder.found.code = code.or_else(|| finder.code())?;
    finder.take(Some(finder.found.code));
    finder.name();
    finder.group();
    finder.texts();
    Some(finder.finish())
}

/// Whether the header of a table is one: where no cell of it says anything and one holds a number,
/// it is the first row.
pub(super) fn has_header(table: &Table) -> bool {
    let says = |text: &str| meaning(text) != Meaning::default();
    let mut cells = table.header.iter().map(|cell| cell.value.as_str());
    let is_row = cells.clone().any(super::codes::is_numeric);
    !is_row || cells.any(says)
}

/// Whether a heading says no more than that codes are below it, or in which language.
pub(super) fn is_bare(heading: &str) -> bool {
    let words = words::words(heading);
    words::is_bare(heading) || (words.len() <= 2 && tags::language(&words, false).is_some())
}

/// What a header says where a spec has these locales: the tag of one is meant as such, also where
/// it is another word, such as `id`.
fn said(header: &str, known: &[Locale]) -> Meaning {
    match known.iter().find(|locale| locale.is(header)) {
        Some(locale) => Meaning {
            guess: Some(Guess::Message { is_sure: true }),
            language: Some(locale.tag().to_owned()),
        },
        None => meaning(header),
    }
}

struct Finder<'a> {
    table: &'a Table,
    known: &'a [Locale],
    meanings: Vec<Meaning>,
    taken: Vec<bool>,
    found: Columns,
}

impl<'a> Finder<'a> {
    fn column(&self, at: usize) -> Column<'a> {
        Column { table: self.table, at }
    }

    /// The columns that are for nothing yet.
    fn free(&self) -> Vec<usize> {
        (0..self.taken.len()).filter(|&at| !self.taken[at]).collect()
    }

    fn take(&mut self, at: Option<usize>) -> Option<usize> {
        if let Some(at) = at {
            self.taken[at] = true;
        }
        at
    }

    /// The first free column that may be for something, and is.
    fn first(&self, guess: Guess, is: fn(Column<'a>) -> bool) -> Option<usize> {
        let is_meant = |at: &usize| self.meanings[*at].guess == Some(guess);
        self.free().into_iter().filter(is_meant).find(|&at| is(self.column(at)))
    }

    /// Does what the user says; gives the column of the codes.
    fn choose(&mut self, choices: &[Choice]) -> Option<usize> {
        let mut code = None;
        for choice in choices {
            let Some(at) = choice.find(self.table) else { continue };
            self.taken[at] = true;
            let own = tags::locale(&self.language(at), self.known);
            let found = &mut self.found;
            match choice.role.clone() {
                Role::Code => code = Some(at),
                Role::Name => found.name = Some(at),
                Role::Http => found.http = Some(at),
                Role::Group => found.group = Some(at),
                Role::Message(locale) => {
                    let locale = tags::locale(locale.tag(), self.known).unwrap_or(locale);
                    found.messages.push((at, locale));
                }
                Role::Description(locale) => {
                    found.descriptions.extend(locale.or(own).map(|locale| (at, locale)));
                }
                Role::Remedy(locale) => {
                    found.remedies.extend(locale.or(own).map(|locale| (at, locale)));
                }
            }
        }
        code
    }

    /// A column of HTTP statuses; one with other numbers may be the codes.
    fn http(&mut self) {
        let sure = Guess::Http { is_sure: true };
        let unsure = Guess::Http { is_sure: false };
        let is_code = |meaning: &Meaning| matches!(meaning.guess, Some(Guess::Code(_)));
        let has_code = self.meanings.iter().any(is_code);
        for at in self.free() {
            let guess = self.meanings[at].guess;
            let is_meant = guess == Some(sure) || (guess == Some(unsure) && has_code);
            if is_meant && self.found.http.is_none() && self.column(at).holds_statuses() {
                self.found.http = self.take(Some(at));
            } else if guess == Some(sure) || guess == Some(unsure) {
                self.meanings[at].guess = Some(Guess::Code(0));
            }
        }
    }

    fn code(&self) -> Option<usize> {
        let by_header = (0..=2).rev().find_map(|strength| {
            let of = |is| self.first(Guess::Code(strength), is);
            of(Column::holds_numbers).or_else(|| of(Column::holds_codes))
        });
        let free = self.free();
        let numbers = |at: &usize| self.column(*at).is_all_numbers();
        let is_index = |at: &usize| self.meanings[*at].guess == Some(Guess::Index);
        // Keys of an object stand in a column without a name.
        let is_nameless = |at: &usize| {
            self.table.header.get(*at).is_some_and(|cell| cell.value.is_empty())
                && self.column(*at).holds_codes()
        };
        by_header
            .or_else(|| free.iter().copied().find(|at| numbers(at) && !is_index(at)))
            .or_else(|| free.first().copied().filter(is_nameless))
            .or_else(|| free.iter().copied().find(numbers))
    }

    fn name(&mut self) {
        if self.found.name.is_none() {
            let found = self.first(Guess::Name, Column::holds_names).or_else(|| {
                let is_unsaid = |at: &usize| self.meanings[*at].guess.is_none();
                let is = |at: &usize| self.column(*at).is_all_constants();
                self.free().into_iter().filter(is_unsaid).find(is)
            });
            self.found.name = self.take(found);
        }
        // What is called a name but holds texts, `名称` with `签名错误`, is what people read.
        for at in self.free() {
            let is_text = self.column(at).holds_texts();
            if self.meanings[at].guess == Some(Guess::Name) && is_text {
                self.meanings[at].guess = Some(Guess::Message { is_sure: false });
            }
        }
    }

    fn group(&mut self) {
        if self.found.group.is_none() {
            self.found.group = self.first(Guess::Group, |column| !column.is_empty());
            self.take(self.found.group);
        }
    }

    /// Messages, then what explains them, then remedies, each once in a language.
    fn texts(&mut self) {
        for is_sure in [true, false] {
            let guess = Guess::Message { is_sure };
            for at in self.free() {
                if self.meanings[at].guess == Some(guess) {
                    self.text(at);
                }
            }
        }
        for at in self.free() {
            if self.meanings[at].guess == Some(Guess::Remedy) {
                self.remedy(at);
            }
        }
        if self.found.messages.is_empty() {
            let is_unsaid = |at: &usize| self.meanings[*at].guess.is_none();
            for at in self.free().into_iter().filter(is_unsaid).collect::<Vec<_>>() {
                if self.column(at).holds_texts() {
                    self.text(at);
                }
            }
        }
    }

    fn text(&mut self, at: usize) {
        let Some(locale) = self.locale(at) else { return };
        let found = &mut self.found;
        let columns = [&mut found.messages, &mut found.descriptions];
        let has = |columns: &[(usize, Locale)]| columns.iter().any(|(_, other)| *other == locale);
        if let Some(columns) = columns.into_iter().find(|columns| !has(columns)) {
            columns.push((at, locale));
            self.taken[at] = true;
        }
    }

    fn remedy(&mut self, at: usize) {
        let Some(locale) = self.locale(at) else { return };
        if self.found.remedies.iter().all(|(_, other)| *other != locale) {
            self.found.remedies.push((at, locale));
            self.taken[at] = true;
        }
    }

    /// The locale of a column of texts. One without anything says something only where its header
    /// names the language.
    fn locale(&self, at: usize) -> Option<Locale> {
        let says = !self.column(at).is_empty() || self.meanings[at].language.is_some();
        says.then(|| tags::locale(&self.language(at), self.known)).flatten()
    }

    fn language(&self, at: usize) -> String {
        let told = self.meanings[at].language.clone();
        told.unwrap_or_else(|| language::of(self.column(at).cells()).to_owned())
    }

    fn finish(mut self) -> Columns {
        let free = self.free();
        self.found.left_out = free.into_iter().filter(|&at| !self.column(at).is_empty()).collect();
        for columns in
            [&mut self.found.messages, &mut self.found.descriptions, &mut self.found.remedies]
        {
            columns.sort_by_key(|(at, _)| *at);
        }
        self.found
    }
}

#[cfg(test)]
mod tests;
