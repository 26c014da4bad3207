//! What a table says of a catalog, before it is one: nothing is checked against a spec, and names
//! may be no more than proposals.

use super::{Code, CodeType, Kind, Locale, Localized, Span};

/// A catalog in the making.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// What it is called, in the locale of that index; without one the language is not known.
    pub title: Option<(Option<usize>, String)>,
    /// The locales of the texts, in the order of the columns.
    pub locales: Vec<Locale>,
    /// The narrowest type that holds all codes.
    pub code_type: CodeType,
    /// The groups that entries belong to.
    pub groups: Vec<DraftGroup>,
    /// The entries, in the order of the table.
    pub entries: Vec<DraftEntry>,
}

/// A group in the making.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DraftGroup {
    /// The kebab-case name.
    pub name: String,
    /// What it is called, in the locale of that index; without one the language is not known.
    pub title: (Option<usize>, String),
}

/// An entry in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftEntry {
    /// Where the code stands.
    pub span: Span,
    /// The code.
    pub code: Code,
    /// The name.
    pub name: DraftName,
    /// What the code tells of the call.
    pub kind: Kind,
    /// The texts of the message, by locale, each to the letter: a brace is a brace.
    pub message: Localized<String>,
    /// What it means at length, by locale.
    pub description: Localized<String>,
    /// What the caller should do, by locale.
    pub remedy: Localized<String>,
    /// The HTTP status.
    pub http: Option<u16>,
    /// The index of its group.
    pub group: Option<usize>,
}

/// A name, and where it comes from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DraftName {
    /// The name; it follows the pattern of names.
    pub text: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a name comes from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Origin {
    /// Somebody chose it.
    Chosen,
    /// It is made from a text, or from the code.
    Proposed,
    /// It is made from this name, which is no name as it is or is taken.
    Mended(String),
}

impl DraftName {
    /// The comment that marks a name which nobody chose.
    #[must_use]
    pub fn mark(&self) -> Option<String> {
        match &self.origin {
            Origin::Chosen => None,
            Origin::Proposed => Some("proposed".to_owned()),
            Origin::Mended(typed) => Some(format!("proposed for {}", super::words::quoted(typed))),
        }
    }
}
