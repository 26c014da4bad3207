//! The tree that a YAML text becomes, each node with its place. It knows no schema.

use super::Span;
use super::words::quoted;

/// A value in a YAML text.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands; of a collection, from its first to its last item.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// The kinds of YAML values, by the core schema of YAML 1.2.2 (section 10.3).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i128),
    /// A number with a fraction or an exponent, as it was typed.
    Float(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping in the order typed; a key that is typed twice stands here twice.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What was found here, as a phrase for an error.
    #[must_use]
    pub fn describe(&self) -> String {
        match &self.value {
            Value::Null => "nothing".to_owned(),
            Value::Bool(b) => format!("`{b}`"),
            Value::Int(n) => format!("the number `{n}`"),
            Value::Float(n) => format!("the number `{n}`"),
            Value::Text(text) => format!("the text {}", quoted(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a mapping".to_owned(),
        }
    }
}
