//! Changes to a source that mend a finding. What they make of the bytes of a YAML text is known
//! to whoever reads YAML.

use super::Span;

/// A change to one place of a source.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Edit {
    /// The place, as the tree of the source has it.
    pub span: Span,
    /// What is to be done there.
    pub action: Action,
}

/// What is to be done at a place.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Action {
    /// The text or number that stands there, in quotes or not, becomes a text that reads as this.
    Text(String),
    /// The value that stands there becomes this, as it is: a number, `true`, a name.
    Plain(String),
    /// The number or the like that stands there becomes a text that reads as it was typed.
    Quote,
    /// The bytes that stand there become these: the text is no YAML, and has no values yet.
    Bytes(String),
    /// The item of a list that stands there goes, and with the last one the field that it is in.
    RemoveItem,
    /// These fields follow the one whose value stands there.
    AddFields(Vec<Field>),
    /// These items follow the one that stands there.
    AddItems(Vec<New>),
}

/// Something to be written: what it is, not how it looks.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum New {
    /// A text that reads as this.
    Text(String),
    /// A value that is written as it is: a number, `true`.
    Plain(String),
    /// A list of values in one line.
    List(Vec<New>),
    /// A list with each item in lines of its own.
    Items(Vec<New>),
    /// A mapping.
    Map(Vec<Field>),
    /// A mapping in one line.
    Line(Vec<Field>),
}

/// A field of a mapping to be written.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: New,
    /// What a comment says of it, where there is room for one.
    pub note: Option<String>,
}

impl Field {
    /// A field without a comment.
    #[must_use]
    pub fn new(name: impl Into<String>, value: New) -> Self {
        Self { name: name.into(), value, note: None }
    }
}

/// What an edit comes to: a text in the place of some bytes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Replacement {
    /// The bytes; none where something is put in.
    pub span: Span,
    /// What takes their place.
    pub text: String,
}
