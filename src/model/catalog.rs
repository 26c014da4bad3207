//! The catalog: every return code of an API with all that is known of it.

use super::{CodeType, Entry, Locale, Span, Spanned};

/// A checked spec.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The kebab-case id.
    pub id: Option<Spanned<String>>,
    /// What the catalog is called, by locale.
    pub title: Localized<Spanned<String>>,
    /// The type of all codes.
    pub code_type: CodeType,
    /// The locales of the messages, in the order of tables; never empty.
    pub locales: Vec<Spanned<Locale>>,
    /// Index of the locale that serves where a message lacks one.
    pub fallback: usize,
    /// The groups, in the order typed.
    pub groups: Vec<Group>,
    /// What must not be used.
    pub reserved: Reserved,
    /// The entries, in the order typed.
    pub entries: Vec<Entry>,
    /// The names of entries that could not be read, so that whatever names them is not told
    /// that there is no such entry.
    pub unread: Vec<String>,
    /// Where it stands.
    pub places: Places,
}

/// Where a catalog and its fields stand.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// The beginning of the spec.
    pub start: Span,
    /// The type of the codes, if it was typed.
    pub code_type: Option<Span>,
}

/// A named part of a catalog, with the numbers that belong to it.
#[derive(Clone, Debug)]
pub struct Group {
    /// The kebab-case name.
    pub name: Spanned<String>,
    /// What the group is called, by locale.
    pub title: Localized<Spanned<String>>,
    /// The numbers that belong to it.
    pub ranges: Vec<Spanned<Range>>,
    /// Who looks after it.
    pub owner: Option<String>,
}

/// Numbers from the first to the last, both included.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Range {
    /// The least number.
    pub first: i128,
    /// The greatest number.
    pub last: i128,
}

impl Range {
    /// Whether a number lies in it.
    #[must_use]
    pub const fn contains(self, number: i128) -> bool {
        self.first <= number && number <= self.last
    }
}

/// Codes and names that were given up, or are kept for later.
#[derive(Clone, Debug, Default)]
pub struct Reserved {
    /// Numbers.
    pub ranges: Vec<Spanned<Range>>,
    /// String codes.
    pub texts: Vec<Spanned<String>>,
    /// Names.
    pub names: Vec<Spanned<String>>,
}

/// One value for each locale of the catalog, where there is one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Localized<T>(pub Vec<Option<T>>);

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Localized<T> {
    /// The value of the locale with this index.
    #[must_use]
    pub fn get(&self, locale: usize) -> Option<&T> {
        self.0.get(locale).and_then(Option::as_ref)
    }

    /// Whether there is no value in any locale.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The values there are, with the index of their locale.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().enumerate().filter_map(|(i, value)| value.as_ref().map(|v| (i, v)))
    }
}

impl Catalog {
    /// The locales to look in, best first, for a text in `locale`: itself, those it is a part
    /// of (`zh` for `zh-Hant`), the fallback, then the others in order.
    #[must_use]
    pub fn fallbacks(&self, locale: usize) -> Vec<usize> {
        let wanted = &self.locales[locale].value;
        let mut parents: Vec<usize> = (0..self.locales.len())
            .filter(|&i| self.locales[i].value.is_parent_of(wanted))
            .collect();
        parents.sort_by_key(|&i| std::cmp::Reverse(self.locales[i].value.tag().len()));
        let mut order = vec![locale];
        for next in parents.into_iter().chain([self.fallback]).chain(0..self.locales.len()) {
            if !order.contains(&next) {
                order.push(next);
            }
        }
        order
    }

    /// The group that an entry belongs to: the one it names, else the one whose range has it.
    #[must_use]
    pub fn group_of(&self, entry: &Entry) -> Option<usize> {
        if let Some(named) = &entry.group {
            return self.groups.iter().position(|g| g.name.value == named.value);
        }
        let super::Code::Int(number) = entry.code.value else { return None };
        self.group_with(number)
    }

    /// The group whose range has a number.
    #[must_use]
    pub fn group_with(&self, number: i128) -> Option<usize> {
        self.groups.iter().position(|g| g.ranges.iter().any(|r| r.value.contains(number)))
    }
}
