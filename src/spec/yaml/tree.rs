//! The tree of a text, from the values that were read: spans without trailing space, numbers by
//! their own digits. Knows neither the parser nor a schema.

use super::events::boundary;
use super::reader::{Place, Raw, Value as Read};
use crate::model::node::{Node, Value};
use crate::model::{SourceId, Span};

/// The tree of a text.
pub(super) fn tree(id: SourceId, text: &str, raw: Raw<'_>) -> Node {
    Tree { id, text }.node(raw)
}

struct Tree<'a> {
    id: SourceId,
    text: &'a str,
}

impl Tree<'_> {
    fn node(&self, raw: Raw<'_>) -> Node {
        let mut span = self.span(raw.used);
        let value = match raw.value {
            Read::Null => Value::Null,
            Read::Bool(value) => Value::Bool(value),
            Read::Number(read) => self.number(read, raw.written),
            Read::Text(text) => Value::Text(text.into_owned()),
            Read::List(items) => {
                let items: Vec<Node> = items.into_iter().map(|item| self.node(item)).collect();
                if let (Some(first), Some(last)) = (items.first(), items.last()) {
                    span = around(span, first.span, last.span);
                }
                Value::List(items)
            }
            Read::Map(pairs) => {
                let pairs: Vec<(Node, Node)> =
                    pairs.into_iter().map(|(k, v)| (self.node(k), self.node(v))).collect();
                if let (Some((first, _)), Some((_, last))) = (pairs.first(), pairs.last()) {
                    span = around(span, first.span, last.span);
                }
                Value::Map(pairs)
            }
        };
        Node { span, value }
    }

    /// A number by its own digits: read as a float, a long one would lose some.
    fn number(&self, read: Option<i128>, written: Place) -> Value {
        let typed = self.text.get(self.span(written).range()).unwrap_or_default();
        match typed.parse().ok().or(read) {
            Some(number) => Value::Int(number),
            None => Value::Float(typed.to_owned()),
        }
    }

    fn span(&self, place: Place) -> Span {
        let boundary = |offset: u32| boundary(self.text, offset as usize);
        let (start, end) = (boundary(place.start), boundary(place.end));
        // A block scalar ends with the white space before what follows it.
        let typed = self.text.get(start..end).unwrap_or_default();
        span(self.id, start, start + typed.trim_end().len())
    }
}

/// The span of a range of bytes.
pub(super) fn span(source: SourceId, start: usize, end: usize) -> Span {
    let at = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span { source, start: at(start), end: at(end) }
}

/// From an opening bracket or a first item to the end of the last; an alias stays itself.
fn around(own: Span, first: Span, last: Span) -> Span {
    let start = own.start.min(first.start);
    if last.end < own.start { own } else { Span { start, end: last.end.max(own.end), ..own } }
}
