//! Texts by locale, and the language tags they are keyed by.

use std::collections::HashMap;

use crate::model::fields::{self, open_map};
use crate::model::node::{Node, Value};
use crate::model::words::{did_you_mean, one_of, quoted};
use crate::model::{Action, Diagnostic, Locale, Localized, Span, Spanned, is_parameter_name};

/// The locales that a spec declares.
#[derive(Clone, Debug)]
pub(super) struct Locales {
    pub(super) all: Vec<Spanned<Locale>>,
    pub(super) fallback: usize,
    /// Whether the list itself is wrong, so that each text need not be told so again.
    pub(super) broken: bool,
}

impl Locales {
    /// Which of the locales a tag is.
    pub(super) fn index(
        &self,
        tag: &Spanned<Locale>,
        place: Span,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let found = self.all.iter().position(|l| l.value.is(tag.value.tag()));
        if found.is_none() && !self.broken {
            let tags = || self.all.iter().map(|l| l.value.tag());
            let message = format!("unknown locale {}", quoted(tag.value.tag()));
            let mut finding = Diagnostic::error("unknown-locale", message, place)
                .here(format!("expected {}", one_of(tags())))
                .help_opt(did_you_mean(tag.value.tag(), tags()));
            if finding.help.is_empty() {
                finding = finding.help(format!("add `{}` to `locales`", tag.value.tag()));
            }
            findings.push(finding);
        }
        found
    }
}

/// Tags that stand beside each other: how many are the same but for case and for `_` or `-`.
pub(super) struct Tags(HashMap<String, usize>);

impl Tags {
    pub(super) fn of<'a>(nodes: impl IntoIterator<Item = &'a Node>) -> Self {
        let mut tags = HashMap::new();
        for tag in nodes.into_iter().filter_map(Node::as_text) {
            *tags.entry(mended(tag).to_ascii_lowercase()).or_default() += 1;
        }
        Self(tags)
    }

    fn is_only(&self, tag: &str) -> bool {
        self.0.get(&tag.to_ascii_lowercase()).is_some_and(|count| *count == 1)
    }
}

fn mended(tag: &str) -> String {
    tag.replace('_', "-")
}

/// A language tag, with those beside it.
pub(super) fn locale(
    node: &Node,
    beside: &Tags,
    findings: &mut Vec<Diagnostic>,
) -> Option<Spanned<Locale>> {
    let typed = fields::word(node, "a language tag", findings)?;
    let parsed = Locale::parse(&typed.value);
    if parsed.is_none() {
        let mended = mended(&typed.value);
        let message = format!("{} is not a language tag", quoted(&typed.value));
        let finding = Diagnostic::error("invalid-locale", message, node.span)
            .here("expected a BCP 47 tag such as `en`, `zh-Hans` or `pt-BR`")
            .help_opt(Locale::parse(&mended).map(|_| format!("write `{mended}`")));
        findings.push(match Locale::parse(&mended).filter(|_| beside.is_only(&mended)) {
            Some(_) => finding.edit(node.span, Action::Text(mended)),
            None => finding,
        });
    }
    Some(Spanned::new(parsed?, node.span))
}

/// A text that says something, by locale, or one such text in the fallback locale.
pub(super) fn localized(
    node: &Node,
    what: &str,
    locales: &Locales,
    findings: &mut Vec<Diagnostic>,
) -> Localized<Spanned<String>> {
    let read = |node: &Node, findings: &mut Vec<Diagnostic>| {
        fields::filled(node, &format!("the {what}"), findings)
    };
    by_locale(node, what, locales, read, findings)
}

/// The same, where a text may be empty.
pub(super) fn by_locale(
    node: &Node,
    what: &str,
    locales: &Locales,
    read: impl Fn(&Node, &mut Vec<Diagnostic>) -> Option<Spanned<String>>,
    findings: &mut Vec<Diagnostic>,
) -> Localized<Spanned<String>> {
    let mut values = vec![None; locales.all.len()];
    match &node.value {
        Value::Text(_) => values[locales.fallback] = read(node, findings),
        Value::Map(pairs) if is_parameter(node.span, pairs, locales) => {
            let finding = fields::wrong_type(node, "text");
            findings.push(finding.help("put a text that begins with `{` in quotes"));
        }
        Value::Map(pairs) => {
            let is_invalid =
                |key: &&Node| key.as_text().is_some_and(|t| Locale::parse(t).is_none());
            let mut invalid = pairs.iter().map(|(key, _)| key).filter(is_invalid).peekable();
            if invalid.peek().is_some() {
                let beside = Tags::of(pairs.iter().map(|(key, _)| key));
                for key in invalid {
                    locale(key, &beside, findings);
                }
            }
            for (tag, place, value) in open_map(node, what, findings) {
                let Some(tag) = Locale::parse(tag) else { continue };
                let index = locales.index(&Spanned::new(tag, place), place, findings);
                let text = read(value, findings);
                if let Some(index) = index {
                    values[index] = text;
                }
            }
        }
        _ => {
            let finding = fields::wrong_type(node, "text, or a mapping from locale to text");
            findings.push(fields::unquoted(node, finding));
        }
    }
    Localized(values)
}

/// Whether a mapping was meant as a text that is nothing but a parameter: `{name}`.
fn is_parameter(place: Span, pairs: &[(Node, Node)], locales: &Locales) -> bool {
    let [(key, Node { value: Value::Null, .. })] = pairs else { return false };
    let is_locale = |tag: &str| locales.all.iter().any(|l| l.value.is(tag));
    let is_in_brackets = place.start < key.span.start;
    is_in_brackets && key.as_text().is_some_and(|name| is_parameter_name(name) && !is_locale(name))
}
