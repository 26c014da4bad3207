//! Reads the fields of a mapping: unknown, repeated and missing ones become findings.

mod enough;
mod keys;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use self::enough::{is_enough, too_many};
pub use self::keys::duplicate_key;
use self::keys::{one_of_fields, unknown_field};
use super::node::{Node, Value};
use super::words::{did_you_mean, one_of, quoted, respelt};
use super::{Action, Diagnostic, Edit, Span, Spanned};

/// The rule broken by a value that is of the wrong kind.
pub const WRONG_TYPE: &str = "wrong-type";

/// The known fields of one mapping.
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    what: &'a str,
    span: Span,
    known: Vec<(&'a str, Span, &'a Node)>,
}

impl<'a> Fields<'a> {
    /// Takes a mapping apart. `what` names it in findings, such as `entry`; `None` where the
    /// node is no mapping.
    pub fn of(
        node: &'a Node,
        what: &'a str,
        names: &[&str],
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let pairs = expect_map(node, what, findings)?;
        let mut fields = Self { what, span: node.span, known: Vec::with_capacity(pairs.len()) };
        let mut misspelt = Vec::new();
        for (key, value) in pairs {
            if is_enough(findings) {
                break;
            }
            let Some(name) = key.as_text() else {
                findings.push(wrong_type(key, "the name of a field").help(one_of_fields(names)));
                continue;
            };
            if !names.contains(&name) {
                let meant = respelt(name, names.iter().copied());
                misspelt.extend(meant.map(|field| (findings.len(), field, key.span)));
                findings.push(unknown_field(name, key.span, what, names));
            } else if let Some((_, first, _)) = fields.known.iter().find(|(n, ..)| *n == name) {
                findings.push(duplicate_key(name, key.span, *first));
            } else {
                fields.known.push((name, key.span, value));
            }
        }
        for (finding, field, key) in &misspelt {
            let is_only = misspelt.iter().filter(|(_, other, _)| other == field).nth(1).is_none();
            if is_only && fields.get(field).is_none() {
                let action = Action::Text((*field).to_owned());
                findings[*finding].edits.push(Edit { span: *key, action });
            }
        }
        Some(fields)
    }

    /// The value of a field, if it was typed.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a Node> {
        self.known.iter().find(|(n, ..)| *n == name).map(|(.., value)| *value)
    }

    /// The value of a field that must be there.
    pub fn require(&self, name: &str, findings: &mut Vec<Diagnostic>) -> Option<&'a Node> {
        let found = self.get(name);
        if found.is_none() {
            let message = format!("{} has no `{name}`", self.what);
            let place = self.known.first().map_or(self.span, |(_, key, _)| *key);
            findings.push(
                Diagnostic::error("missing-field", message, place)
                    .here(format!("this {} needs `{name}`", self.what)),
            );
        }
        found
    }

    /// The places of the values, by the names of their fields. `names` are those that the mapping
    /// was taken apart by.
    #[must_use]
    pub fn places(&self, names: &[&'static str]) -> Vec<(&'static str, Span)> {
        let own = |typed: &str| names.iter().find(|name| **name == typed).copied();
        self.known.iter().filter_map(|(name, _, value)| Some((own(name)?, value.span))).collect()
    }

    /// The place of the name of a field, or of the mapping where the field is absent.
    #[must_use]
    pub fn key(&self, name: &str) -> Span {
        self.known.iter().find(|(n, ..)| *n == name).map_or(self.span, |(_, key, _)| *key)
    }
}

/// The pairs of a mapping with text keys, each key once; every key is accepted.
pub fn open_map<'a>(
    node: &'a Node,
    what: &str,
    findings: &mut Vec<Diagnostic>,
) -> Vec<(&'a str, Span, &'a Node)> {
    let mut known: Vec<(&str, Span, &Node)> = Vec::new();
    // Such a mapping may have very many keys.
    let mut places: HashMap<&str, Span> = HashMap::new();
    for (key, value) in expect_map(node, what, findings).unwrap_or_default() {
        if is_enough(findings) {
            break;
        }
        match key.as_text() {
            None => findings.push(unquoted(key, wrong_type(key, "text"))),
            Some(name) => match places.entry(name) {
                Entry::Occupied(first) => {
                    findings.push(duplicate_key(name, key.span, *first.get()));
                }
                Entry::Vacant(place) => {
                    place.insert(key.span);
                    known.push((name, key.span, value));
                }
            },
        }
    }
    known
}

fn expect_map<'a>(
    node: &'a Node,
    what: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<&'a [(Node, Node)]> {
    if is_enough(findings) {
        return None;
    }
    if let Value::Map(pairs) = &node.value {
        return Some(pairs);
    }
    let finding = wrong_type(node, &format!("a mapping for the {what}"));
    findings.push(finding.help_opt(node.as_text().and_then(keys::unglued)));
    None
}

/// The items of a list.
pub fn list<'a>(node: &'a Node, of: &str, findings: &mut Vec<Diagnostic>) -> &'a [Node] {
    if is_enough(findings) {
        return &[];
    }
    let Value::List(items) = &node.value else {
        findings.push(wrong_type(node, &format!("a list of {of}")));
        return &[];
    };
    match too_many(items, of, node.span) {
        Some(finding) => {
            findings.push(finding);
            &[]
        }
        None => items,
    }
}

/// A list of texts.
pub fn texts(node: &Node, of: &str, findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let items = list(node, of, findings);
    items.iter().filter_map(|item| text(item, "text", findings)).map(|text| text.value).collect()
}

/// Text, typed as such: `1.10` without quotes is a number and would lose its zero.
pub fn text(
    node: &Node,
    expected: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Spanned<String>> {
    if let Value::Text(text) = &node.value {
        return Some(Spanned::new(text.clone(), node.span));
    }
    findings.push(unquoted(node, wrong_type(node, expected)));
    None
}

/// A name or another word that no number can be, with or without quotes.
pub fn word(
    node: &Node,
    expected: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Spanned<String>> {
    if node.as_text().is_some() {
        return text(node, expected, findings);
    }
    findings.push(wrong_type(node, expected));
    None
}

/// Says how to mend a node that should be text, where quotes are all it lacks.
#[must_use]
pub fn unquoted(node: &Node, finding: Diagnostic) -> Diagnostic {
    match &node.value {
        Value::Bool(_) | Value::Int(_) | Value::Float(_) => {
            finding.help("put it in quotes").edit(node.span, Action::Quote)
        }
        _ => finding,
    }
}

/// Text that says something; what is not known is left out of a spec.
pub fn filled(
    node: &Node,
    expected: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Spanned<String>> {
    let found = text(node, expected, findings)?;
    if !found.value.trim().is_empty() {
        return Some(found);
    }
    findings.push(
        Diagnostic::error(
            "empty-text",
            format!("found an empty text where {expected} is expected"),
            node.span,
        )
        .here(format!("expected {expected}"))
        .help("write it, or remove the field"),
    );
    None
}

/// `true` or `false`; `yes` and `no` are text in YAML 1.2.
pub fn boolean(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<bool> {
    if let Value::Bool(value) = node.value {
        return Some(value);
    }
    let meant = match node.as_text().map(str::to_lowercase).as_deref() {
        Some("yes" | "on" | "y" | "true") => Some("true"),
        Some("no" | "off" | "n" | "false") => Some("false"),
        _ => None,
    };
    findings.push(instead(node, wrong_type(node, "`true` or `false`"), meant));
    None
}

/// One of several words, each of which stands for a value.
pub fn choice<T: Copy>(
    node: &Node,
    what: &str,
    all: &[(&str, T)],
    findings: &mut Vec<Diagnostic>,
) -> Option<T> {
    let words = || all.iter().map(|(word, _)| *word);
    let typed = word(node, &one_of(words()), findings)?;
    let found = all.iter().find(|(word, _)| *word == typed.value).map(|(_, value)| *value);
    if found.is_none() {
        let message = format!("unknown {what} {}", quoted(&typed.value));
        let finding = Diagnostic::error("unknown-value", message, node.span)
            .here(format!("expected {}", one_of(words())))
            .help_opt(did_you_mean(&typed.value, words()));
        findings.push(match respelt(&typed.value, words()) {
            Some(word) => finding.edit(node.span, Action::Text(word.to_owned())),
            None => finding,
        });
    }
    found
}

/// A whole number.
pub fn integer(node: &Node, expected: &str, findings: &mut Vec<Diagnostic>) -> Option<i128> {
    if let Value::Int(value) = node.value {
        return Some(value);
    }
    let meant = node.as_text().and_then(plain_digits).map(|number| number.to_string());
    findings.push(instead(node, wrong_type(node, expected), meant.as_deref()));
    None
}

/// Says what is to be written in the place of a node, where that can be told.
fn instead(node: &Node, finding: Diagnostic, plain: Option<&str>) -> Diagnostic {
    match plain {
        Some(plain) => finding
            .help(format!("write `{plain}`"))
            .edit(node.span, Action::Plain(plain.to_owned())),
        None => finding,
    }
}

/// The number that a text such as `0123`, `1_000` or a quoted `12` was probably meant to be.
fn plain_digits(text: &str) -> Option<i128> {
    text.replace('_', "").parse().ok()
}

/// Says that something else was expected at a node.
#[must_use]
pub fn wrong_type(node: &Node, expected: &str) -> Diagnostic {
    let message = format!("found {} where {expected} is expected", node.describe());
    Diagnostic::error(WRONG_TYPE, message, node.span).here(format!("expected {expected}"))
}
