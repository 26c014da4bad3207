//! Texts as they are typed in YAML.

use std::fmt::Write;

use super::choices::Choices;

/// A text in one of the ways that hold it.
pub(crate) fn scalar(text: &str, choices: &mut Choices<'_>) -> String {
    let is_line = text.chars().all(|c| c == ' ' || c.is_alphanumeric() || "'\"\\.。%/".contains(c));
    let is_word = text.chars().all(char::is_alphabetic) && !text.is_empty();
    match choices.below(3) {
        1 if is_line => format!("'{}'", text.replace('\'', "''")),
        2 if is_word => text.to_owned(),
        _ => quoted(text),
    }
}

/// A text in double quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match (c, u32::from(c)) {
            ('"' | '\\', _) => {
                out.push('\\');
                out.push(c);
            }
            (' '..='~', _) => out.push(c),
            (c, _) if c.is_alphabetic() => out.push(c),
            (_, number) => write!(out, "\\U{number:08x}").unwrap(),
        }
    }
    out.push('"');
    out
}
