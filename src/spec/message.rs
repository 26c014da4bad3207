//! Messages: texts by locale whose parameters stand in braces.

use super::texts::{self, Locales};
use crate::model::fields;
use crate::model::node::Node;
use crate::model::words::quoted;
use crate::model::{Diagnostic, Localized, Message, MessageError, Source, Spanned};

pub(super) fn messages(
    node: &Node,
    source: &Source,
    locales: &Locales,
    findings: &mut Vec<Diagnostic>,
) -> Localized<Spanned<Message>> {
    let text = |node: &Node, findings: &mut Vec<_>| fields::text(node, "text", findings);
    let texts = texts::by_locale(node, "message", locales, text, findings);
    let read = |text: Spanned<String>| match Message::parse(&text.value) {
        Ok(message) => {
            let verbatim = verbatim(&text, source);
            Some(Spanned::new(Message { verbatim, ..message }, text.span))
        }
        Err(errors) => {
            findings.extend(errors.iter().map(|e| finding(e, &text, source)));
            None
        }
    };
    let mut read = read;
    Localized(texts.0.into_iter().map(|text| text.and_then(&mut read)).collect())
}

fn finding(error: &MessageError, text: &Spanned<String>, source: &Source) -> Diagnostic {
    let at = |start: usize, end: usize| match verbatim(text, source) {
        Some(offset) => text.span.part(offset + start, offset + end),
        None => text.span,
    };
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

/// Where a text begins in the bytes of its span, where it stands in the source just as it is.
fn verbatim(text: &Spanned<String>, source: &Source) -> Option<usize> {
    source.text.get(text.span.range())?.find(text.value.as_str())
}
