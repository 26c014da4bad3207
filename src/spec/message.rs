//! Messages: texts by locale whose parameters stand in braces.

use super::texts::{self, Locales};
use crate::model::node::Node;
use crate::model::words::quoted;
use crate::model::{Diagnostic, Localized, Message, MessageError, Source, Span, Spanned};

pub(super) fn messages(
    node: &Node,
    source: &Source,
    locales: &Locales,
    findings: &mut Vec<Diagnostic>,
) -> Localized<Spanned<Message>> {
    let texts = texts::localized(node, "message", locales, findings);
    let read = |text: Spanned<String>| match Message::parse(&text.value) {
        Ok(message) => Some(Spanned::new(message, text.span)),
        Err(errors) => {
            findings.extend(errors.iter().map(|e| finding(e, &text, source)));
            None
        }
    };
    let mut read = read;
    Localized(texts.0.into_iter().map(|text| text.and_then(&mut read)).collect())
}

fn finding(error: &MessageError, text: &Spanned<String>, source: &Source) -> Diagnostic {
    let at = |start, end| place(text, start, end, source);
    match error {
        MessageError::Unclosed(start) => {
            Diagnostic::error("invalid-message", "a `{` has no `}`", at(*start, start + 1))
                .here("opened here")
                .help("a brace that stands for itself is doubled: `{{`")
        }
        MessageError::Unopened(start) => {
            Diagnostic::error("invalid-message", "a `}` has no `{`", at(*start, start + 1))
                .here("closed here")
                .help("a brace that stands for itself is doubled: `}}`")
        }
        MessageError::BadName(start, end, name) => {
            let message = format!("{} can't name a parameter", quoted(name));
            Diagnostic::error("invalid-message", message, at(*start, *end))
                .here("expected a letter, then letters, digits and `_`")
                .help(format!("braces that stand for themselves are doubled: `{{{{{name}}}}}`"))
        }
    }
}

/// The place of a part of a text, where the text stands in the source just as it is; the place
/// of the whole where YAML escapes or folds it.
pub(super) fn place(text: &Spanned<String>, start: usize, end: usize, source: &Source) -> Span {
    let typed = source.text.get(text.span.range()).unwrap_or_default();
    match typed.find(text.value.as_str()) {
        Some(offset) if !text.value.is_empty() => text.span.part(offset + start, offset + end),
        _ => text.span,
    }
}
