//! What a target says of itself in its `target.yaml`.

mod filters;
mod options;
mod read;

use super::escape::Escape;
use super::identifier::Identifier;
use super::option::OptionSpec;
use crate::model::{CodeType, Range, Spanned};

/// A target, but for its templates.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// What it generates, in one line.
    pub description: String,
    /// Whether it is generated where the user names no targets.
    pub default: bool,
    /// The comment that holds the header line, which stands where `{}` does.
    pub header: String,
    /// How a program writes the constant of an entry; a template itself.
    pub constant: Option<Spanned<String>>,
    /// The types of codes that the language can hold.
    pub code_types: Vec<CodeType>,
    /// The codes that the language can hold exactly, where it can't hold all of the type.
    pub code_range: Option<Range>,
    /// What users can set.
    pub options: Vec<OptionSpec>,
    /// Identifiers that the templates use themselves, with their scope.
    pub taken: Vec<(String, String)>,
    /// The identifiers that it makes of names; each is a filter in its templates.
    pub identifiers: Vec<(String, Identifier)>,
    /// How it makes text safe; each is a filter in its templates.
    pub escapes: Vec<(String, Escape)>,
    /// The kinds of regions of hand-written documents that it fills, each with its template.
    pub regions: Vec<(String, Spanned<String>)>,
    /// The files that it generates.
    pub files: Vec<FileSpec>,
}

/// A file, or one for each of several things, that a target generates.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FileSpec {
    /// The name of its template.
    pub template: Spanned<String>,
    /// Where it goes, relative to the folder of the target; a template itself.
    pub path: Spanned<String>,
    /// What it is made for.
    pub for_each: ForEach,
    /// The condition of a template's `if` under which it is made.
    pub when: Option<Spanned<String>>,
}

/// What one file is made for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ForEach {
    /// The catalog as a whole.
    #[default]
    Catalog,
    /// Each locale.
    Locale,
    /// Each group.
    Group,
    /// Each entry.
    Entry,
}

impl ForEach {
    const ALL: [(&'static str, Self); 4] = [
        ("catalog", Self::Catalog),
        ("locale", Self::Locale),
        ("group", Self::Group),
        ("entry", Self::Entry),
    ];
}
