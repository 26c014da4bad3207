//! Findings about the keys of mappings, and keys that are no keys.

use crate::model::words::{all_of, did_you_mean, quoted};
use crate::model::{Diagnostic, Span};

pub(super) fn unknown_field(name: &str, span: Span, what: &str, names: &[&str]) -> Diagnostic {
    let unknown = format!("unknown field {} in {what}", quoted(name));
    let glued = glued(name).filter(|(word, ..)| names.contains(word));
    let help = match glued {
        Some((word, _, value)) => format!("write {}", quoted(&format!("{word}: {value}"))),
        None => did_you_mean(name, names.iter().copied()).unwrap_or_else(|| one_of_fields(names)),
    };
    Diagnostic::error("unknown-field", unknown, span).here("not a field of the format").help(help)
}

/// How to mend a text that seems to be a field without space after its colon.
pub(super) fn unglued(text: &str) -> Option<String> {
    let (word, sign, _) = glued(text)?;
    Some(match sign {
        ':' => format!("write a space after `{word}:`"),
        other => format!("write `{word}: ` in the place of `{word}{other}`"),
    })
}

/// A field without space after its colon, which YAML reads as one word: its name, its colon, which
/// may be one of another script, and its value.
fn glued(text: &str) -> Option<(&str, char, &str)> {
    let at = text.find([':', '：'])?;
    let (word, rest) = text.split_at(at);
    let sign = rest.chars().next()?;
    let value = rest[sign.len_utf8()..].trim_start();
    let is_word = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    (is_word && !value.is_empty() && !value.starts_with("//")).then_some((word, sign, value))
}

/// Says that a field is set twice.
#[must_use]
pub fn duplicate_key(name: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-field", format!("field {} is set twice", quoted(name)), second)
        .here("set again here")
        .label(first, "first set here")
        .help("remove one of the two")
}

pub(super) fn one_of_fields(names: &[&str]) -> String {
    format!("the fields are {}", all_of(names))
}
