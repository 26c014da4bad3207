//! Makes a scalar read as another text: in the style that stands there where that can hold it,
//! and else in double quotes. Of what was typed, only the parts that differ are touched, so far
//! as that can be told. Not whether the text around it still reads as before.

use super::decode::decode;
use super::difference::difference;
use super::layout::{Kind, Layout, Style};
use super::patch::{self, Patch};
use super::{block, read};
use crate::model::node::Value;
use crate::spec::emit;
use crate::spec::yaml::between_typographic;

/// A scalar in its text.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) layout: &'a Layout,
    pub(super) id: usize,
}

/// Makes a scalar read as a text; `old` is what it reads as now.
pub(super) fn write(place: Place<'_>, old: &Value, new: &str) -> Option<Vec<Patch>> {
    let Kind::Scalar(style) = place.layout[place.id].kind else { return None };
    if let Style::Literal(indent) | Style::Folded(indent) = style {
        let Value::Text(old) = old else { return None };
        return block::write(place, style, indent, old, new);
    }
    let range = place.layout[place.id].range.clone();
    let typed = &place.text[range.clone()];
    if let Value::Text(old) = old
        && let Some(parts) = parts(typed, style, old, new)
        && place.reads(style, &patch::apply(typed, &parts), new)
    {
        return Some(parts.into_iter().map(|part| part.moved(range.start)).collect());
    }
    let whole = match style {
        Style::Plain => Some(new.to_owned()),
        Style::Single => Some(format!("'{}'", new.replace('\'', "''"))),
        _ => None,
    };
    let is_line = |whole: &String| !whole.contains(['\r', '\n']);
    let whole = whole.filter(|whole| is_line(whole) && place.reads(style, whole, new));
    Some(vec![Patch { range, new: whole.unwrap_or_else(|| double_quoted(new)) }])
}

/// Puts something that is no text in the place of a scalar.
pub(super) fn replace(place: Place<'_>, new: &str) -> Option<Vec<Patch>> {
    match place.layout[place.id].kind {
        Kind::Scalar(Style::Literal(_) | Style::Folded(_)) => block::replace(place, new),
        Kind::Scalar(_) => {
            let range = place.layout[place.id].range.clone();
            Some(vec![Patch { range, new: new.to_owned() }])
        }
        _ => None,
    }
}

/// A text in double quotes, with as little of it escaped as may be.
pub(super) fn double_quoted(text: &str) -> String {
    emit::double_quoted(text, is_printable)
}

/// Whether a character may stand for itself (YAML 1.2.2, section 5.1), and does not pass for a
/// line break or for nothing.
pub(super) fn is_printable(c: char) -> bool {
    let is_hidden = matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    !is_hidden && (c == '\t' || !c.is_control())
}

/// What turns a scalar in one of the styles without a header into one that reads as `new`.
fn parts(typed: &str, style: Style, old: &str, new: &str) -> Option<Vec<Patch>> {
    let decoded = decode(typed, style).filter(|decoded| decoded.value == old)?;
    let parts = difference(old, new).into_iter().map(|(part, new)| {
        let range = decoded.typed(part.start)?..decoded.typed(part.end)?;
        let new = match style {
            Style::Single => new.replace('\'', "''"),
            Style::Double => double_quoted(&new)[1..].strip_suffix('"')?.to_owned(),
            _ => new,
        };
        Some(Patch { range, new })
    });
    let parts: Vec<Patch> = parts.collect::<Option<_>>()?;
    let is_sound = |part: &Patch| part.new.chars().all(is_printable);
    parts.iter().all(is_sound).then_some(parts)
}

impl Place<'_> {
    /// Whether a scalar would read as a text if it stood here, and leave no doubt.
    fn reads(self, style: Style, typed: &str, text: &str) -> bool {
        if !matches!(style, Style::Plain) {
            let is_printable = |c| is_printable(c) || matches!(c, '\r' | '\n');
            return typed.chars().all(is_printable)
                && decode(typed, style).is_some_and(|decoded| decoded.value == text);
        }
        if between_typographic(typed).is_some() {
            return false;
        }
        let is_key = self.layout.is_key(self.id);
        let probe = match (is_key, self.layout.is_in_flow(self.id)) {
            (true, true) => format!("{{{typed}: x}}"),
            (true, false) => format!("{typed}: x\n"),
            (false, true) => format!("[{typed}]"),
            (false, false) => format!("x: {typed}\n"),
        };
        let found = match read(&probe).map(|root| root.value) {
            Some(Value::Map(pairs)) => {
                pairs.into_iter().next().map(|(key, value)| if is_key { key } else { value })
            }
            Some(Value::List(items)) => items.into_iter().next(),
            _ => None,
        };
        found.is_some_and(|node| node.as_text() == Some(text))
    }
}
