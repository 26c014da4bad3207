//! What a target says of itself in its `target.yaml`.

mod filters;
mod read;

use super::escape::Escape;
use super::identifier::Identifier;
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
    /// The files that it generates.
    pub files: Vec<FileSpec>,
}

/// Something about a target that its users can set.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OptionSpec {
    /// Its name.
    pub name: String,
    /// Its value unless it is set; its kind is the kind of every value.
    pub default: OptionValue,
    /// What it does.
    pub description: String,
    /// Where its value must be an identifier, the words that are none.
    pub identifier: Option<Vec<String>>,
}

impl OptionSpec {
    /// Whether it takes a text for its value.
    #[must_use]
    pub fn takes(&self, text: &str) -> bool {
        let Some(reserved) = &self.identifier else { return true };
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
            && !reserved.iter().any(|word| word == text)
    }
}

/// The value of an option.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum OptionValue {
    /// `true` or `false`.
    Flag(bool),
    /// Text.
    Text(String),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_that_is_an_identifier_takes_nothing_else() {
        let mut package = OptionSpec {
            name: "package".into(),
            default: OptionValue::Text("codes".into()),
            description: String::new(),
            identifier: Some(vec!["type".into()]),
        };
        assert!(["codes", "x1_y", "Codes"].iter().all(|text| package.takes(text)));
        assert!(
            !["", "type", "1x", "_", "a-b", "a.b", "é", "a\nb"]
                .iter()
                .any(|text| package.takes(text))
        );
        package.identifier = None;
        assert!(package.takes("a-b"));
    }
}
