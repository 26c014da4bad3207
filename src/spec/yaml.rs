//! YAML text to a spanned tree. The only file that knows the YAML parser; it knows no schema.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{
    DuplicateKeyPolicy, Location, MergeKeyPolicy, NonFiniteFloatPolicy, Options, Spanned,
};

use crate::model::node::{Node, Value};
use crate::model::{Diagnostic, SourceId, Sources, Span};

/// Nested deeper than any spec; keeps hostile input from exhausting the stack.
const DEEPEST: usize = 64;

/// Reads the text of a source. A text that is no YAML has no tree, but one finding.
pub fn parse(id: SourceId, sources: &Sources) -> Result<Node, Diagnostic> {
    let text = &sources.get(id).text;
    match serde_yaml::from_str_with_options::<Spanned<Raw<'_>>>(text, options()) {
        Ok(raw) => Ok(Tree { id, text }.node(raw)),
        Err(error) => Err(syntax_error(id, text, &error)),
    }
}

fn options() -> Options {
    serde_yaml::options! {
        // The default budget ends before 100,000 codes; what must stay bounded is depth and
        // the growth by aliases.
        budget: serde_yaml::budget! {
            max_depth: DEEPEST,
            max_events: usize::MAX,
            max_nodes: usize::MAX,
            max_total_scalar_bytes: usize::MAX,
            max_documents: 2,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    }
}

fn syntax_error(id: SourceId, text: &str, error: &serde_yaml::Error) -> Diagnostic {
    let full = error.to_string();
    // The parser repeats in words the place that the label shows.
    let said = full.split(" at line ").next().unwrap_or(&full);
    // What follows a semicolon is advice to callers of the parser.
    let message = said.split("; use ").next().unwrap_or(said).replace('\n', " ");
    let start = error.location().map_or(0, |at| offset(text, &at));
    let end = text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
    let span = Span { source: id, start: clamp(start), end: clamp(end) };
    let finding =
        Diagnostic::error("yaml-syntax", format!("this is not valid YAML: {message}"), span);
    let line = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let before = &text[line..start];
    if text[start..].starts_with('\t') || before.contains('\t') {
        finding.help("indent with spaces: YAML allows no tabs there")
    } else if message.starts_with("mapping values") {
        finding.help("put a text that holds `: ` in quotes")
    } else if message.contains("flow ") {
        finding.help(
            "between `{ }` and `[ ]`, put a text that holds `{`, `}`, `[`, `]` or `,` in quotes",
        )
    } else if message.starts_with("multiple YAML documents") {
        finding.help("a file holds one document: remove the line `---`")
    } else {
        finding
    }
}

/// The byte offset of a place that is given by line and column, or by bytes where it has them.
fn offset(text: &str, at: &Location) -> usize {
    let found = at.span().byte_offset().map_or_else(
        || {
            let line = usize::try_from(at.line()).unwrap_or(1).saturating_sub(1);
            let column = usize::try_from(at.column()).unwrap_or(1).saturating_sub(1);
            let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
            let rest = text[start..].split('\n').next().unwrap_or_default();
            start + rest.chars().take(column).map(char::len_utf8).sum::<usize>()
        },
        |bytes| usize::try_from(bytes).unwrap_or(0),
    );
    (0..=found.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

struct Tree<'a> {
    id: SourceId,
    text: &'a str,
}

impl Tree<'_> {
    fn node(&self, raw: Spanned<Raw<'_>>) -> Node {
        let mut span = self.span(&raw.referenced);
        let value = match raw.value {
            Raw::Null => Value::Null,
            Raw::Bool(value) => Value::Bool(value),
            Raw::Number(read) => self.number(read, &raw.defined),
            Raw::Text(text) => Value::Text(text.into_owned()),
            Raw::List(items) => {
                let items: Vec<Node> = items.into_iter().map(|item| self.node(item)).collect();
                if let (Some(first), Some(last)) = (items.first(), items.last()) {
                    span = around(span, first.span, last.span);
                }
                Value::List(items)
            }
            Raw::Map(pairs) => {
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
    fn number(&self, read: Option<i128>, defined: &Location) -> Value {
        let span = self.span(defined);
        let typed = self.text.get(span.range()).unwrap_or_default();
        match typed.parse().ok().or(read) {
            Some(number) => Value::Int(number),
            None => Value::Float(typed.to_owned()),
        }
    }

    fn span(&self, at: &Location) -> Span {
        let start = offset(self.text, at);
        let length = at.span().byte_len().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        let end = (start + length).min(self.text.len());
        // A block scalar ends with the white space before what follows it.
        let typed = self.text.get(start..end).unwrap_or_default();
        let end = start + typed.trim_end().len();
        Span { source: self.id, start: clamp(start), end: clamp(end) }
    }
}

/// From an opening bracket or a first item to the end of the last; an alias stays itself.
fn around(own: Span, first: Span, last: Span) -> Span {
    let start = own.start.min(first.start);
    if last.end < own.start { own } else { Span { start, end: last.end.max(own.end), ..own } }
}

enum Raw<'a> {
    Null,
    Bool(bool),
    Number(Option<i128>),
    Text(std::borrow::Cow<'a, str>),
    List(Vec<Spanned<Raw<'a>>>),
    Map(Vec<(Spanned<Raw<'a>>, Spanned<Raw<'a>>)>),
}

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Raw::Number(Some(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Raw::Number(Some(value.into())))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(Raw::Number(Some(value)))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(Raw::Number(i128::try_from(value).ok()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Raw::Number(None))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Raw::Text(value.to_owned().into()))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Raw::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(Raw::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = access.next_key()? {
            pairs.push((key, access.next_value()?));
        }
        Ok(Raw::Map(pairs))
    }
}
