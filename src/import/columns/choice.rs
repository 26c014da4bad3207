//! What users say of columns themselves: `code=1`, `zh=Chinese`, `remedy.en=4`.

use super::super::table::{Page, Table};
use super::words::words;
use crate::model::Locale;

/// A column and what it is for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice {
    /// What it is for.
    pub role: Role,
    /// Which column.
    pub column: Pick,
}

/// What a column is for. A language that is not told is found in the texts.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Role {
    /// The codes.
    Code,
    /// The names.
    Name,
    /// The texts of the messages in a locale.
    Message(Locale),
    /// What they mean at length.
    Description(Option<Locale>),
    /// What the caller should do.
    Remedy(Option<Locale>),
    /// HTTP statuses.
    Http,
    /// Groups.
    Group,
}

/// Which column.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Pick {
    /// By its number, counted from 1.
    Number(usize),
    /// By its header.
    Header(String),
}

impl Choice {
    /// What a choice looks like.
    pub const EXPECTED: &'static str = "`ROLE=COLUMN`: `code`, `name`, `http`, `remedy`, `description`, `group` or a language tag, \
         and the number of a column or its header";

    /// Reads a choice.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (role, column) = text.split_once('=')?;
        let (name, tag) = role.split_once('.').map_or((role, None), |(n, tag)| (n, Some(tag)));
        let locale = tag.map(|tag| Locale::parse(tag).ok_or(())).transpose().ok()?;
        let role = match (name, locale) {
            ("code", None) => Role::Code,
            ("name", None) => Role::Name,
            ("http", None) => Role::Http,
            ("group", None) => Role::Group,
            ("description", locale) => Role::Description(locale),
            ("remedy", locale) => Role::Remedy(locale),
            ("message", Some(locale)) => Role::Message(locale),
            // A longer word is well-formed as a language, but more likely a role misspelt.
            (tag, None) if tag.split('-').next().is_some_and(|language| language.len() <= 3) => {
                Role::Message(Locale::parse(tag)?)
            }
            _ => return None,
        };
        let column = match column.trim().parse() {
            Ok(0) => return None,
            Ok(number) => Pick::Number(number),
            Err(_) if column.trim().is_empty() => return None,
            Err(_) => Pick::Header(column.trim().to_owned()),
        };
        Some(Self { role, column })
    }

    /// The index of the column in a table that has it.
    pub(super) fn find(&self, table: &Table) -> Option<usize> {
        match &self.column {
            Pick::Number(number) => Some(number - 1).filter(|at| *at < table.width()),
            Pick::Header(header) => {
                let same = |cell: &str| cell == header || words(cell) == words(header);
                table.header.iter().position(|cell| same(&cell.value))
            }
        }
    }

    /// Whether any table of a page has the column.
    #[must_use]
    pub fn is_in(&self, page: &Page) -> bool {
        page.tables.iter().any(|table| self.find(table).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read() {
        let locale = |tag| Locale::parse(tag).unwrap();
        let choice = |text| Choice::parse(text).map(|choice| (choice.role, choice.column));
        assert_eq!(choice("code=1"), Some((Role::Code, Pick::Number(1))));
        let header = || Pick::Header("中文 描述".to_owned());
        assert_eq!(choice("zh=中文 描述"), Some((Role::Message(locale("zh")), header())));
        let remedy = Role::Remedy(Some(locale("pt-BR")));
        assert_eq!(choice("remedy.pt-BR=4"), Some((remedy, Pick::Number(4))));
        for text in [
            "code",
            "code=",
            "code=0",
            "x=1",
            "massage=1",
            "code.en=1",
            "remedy.?=1",
            "message=1",
            "=1",
        ] {
            assert_eq!(choice(text), None, "{text}");
        }
    }
}
