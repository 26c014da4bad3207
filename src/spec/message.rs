//! Messages: texts by locale whose parameters stand in braces.

use super::texts::{self, Locales};
use crate::model::fields;
use crate::model::node::Node;
use crate::model::words::{one_of, quoted};
use crate::model::{Action, Diagnostic, Localized, Message, MessageError, Param, Source, Spanned};

pub(super) fn messages(
    node: &Node,
    source: &Source,
    params: &[Param],
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
            findings.extend(errors.iter().map(|e| finding(e, &text, params, source)));
            None
        }
    };
    let mut read = read;
    Localized(texts.0.into_iter().map(|text| text.and_then(&mut read)).collect())
}

fn finding(
    error: &MessageError,
    text: &Spanned<String>,
    params: &[Param],
    source: &Source,
) -> Diagnostic {
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
            let finding = Diagnostic::error("invalid-message", message, at(*start, *end));
            let names = params.iter().map(|param| param.name.value.as_str());
            // Those that the text lacks: one of them may have been translated.
            let missing: Vec<&str> =
                names.filter(|name| !text.value.contains(&format!("{{{name}}}"))).collect();
            let finding = match missing.as_slice() {
                [] => finding.here("expected a letter, then letters, digits and `_`"),
                [name] => {
                    let mended = format!("{{{name}}}");
                    let whole = format!("{}{mended}{}", &text.value[..*start], &text.value[*end..]);
                    finding
                        .here(format!(
                            "expected `{mended}`: names of parameters are not translated"
                        ))
                        .help(format!("write `{mended}`"))
                        .edit(text.span, Action::Text(whole))
                }
                several => finding.here(format!(
                    "expected {}: names of parameters are not translated",
                    one_of(several)
                )),
            };
            let doubled = quoted(&format!("{{{{{name}}}}}"));
            finding.help(format!("braces that stand for themselves are doubled: {doubled}"))
        }
    }
}

/// Where a text begins in the bytes of its span, where it stands in the source just as it is.
fn verbatim(text: &Spanned<String>, source: &Source) -> Option<usize> {
    source.text.get(text.span.range())?.find(text.value.as_str())
}
