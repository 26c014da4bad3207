//! One entry of a spec. Where a field is wrong, the others are read all the same.

use super::texts::{self, Locales};
use super::{facts, message, name};
use crate::model::fields::{self, Fields, open_map};
use crate::model::node::{Node, Value};
use crate::model::{Code, CodeType, Diagnostic, Entry, Localized, Source, Spanned};

const FIELDS: [&str; 18] = [
    "code",
    "name",
    "kind",
    "message",
    "group",
    "description",
    "remedy",
    "http",
    "grpc",
    "retryable",
    "params",
    "since",
    "deprecated",
    "aliases",
    "tags",
    "docs",
    "allow",
    "extra",
];

/// The name of an entry that could not be read, if it has one.
pub(super) fn name_of(node: &Node) -> Option<String> {
    let Value::Map(pairs) = &node.value else { return None };
    let (_, name) = pairs.iter().find(|(key, _)| key.as_text() == Some("name"))?;
    name.as_text().map(str::to_owned)
}

/// Reads the entries of one file.
pub(super) struct Reader<'a> {
    pub(super) source: &'a Source,
    pub(super) locales: &'a Locales,
    pub(super) code_type: CodeType,
    pub(super) findings: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// One entry; `None` where it has no usable code or name.
    pub(super) fn entry(&mut self, node: &Node) -> Option<Entry> {
        let before = self.findings.len();
        let fields = Fields::of(node, "entry", &FIELDS, self.findings)?;
        let code = fields.require("code", self.findings).and_then(|n| self.code(n));
        let name =
            fields.require("name", self.findings).and_then(|n| name::entry(n, self.findings));
        let params = fields.get("params").map(|n| facts::params(n, self.locales, self.findings));
        let params = params.unwrap_or_default();
        let message = fields.get("message").map_or_else(Localized::default, |n| {
            message::messages(n, self.source, &params, self.locales, self.findings)
        });
        let description = self.texts(&fields, "description");
        let remedy = self.texts(&fields, "remedy");
        let findings = &mut *self.findings;
        let extra = fields.get("extra").map(|n| extra(n, findings));
        let entry = Entry {
            span: node.span,
            kind: fields.get("kind").and_then(|n| facts::kind(n, findings)).unwrap_or_default(),
            message,
            group: fields
                .get("group")
                .and_then(|n| fields::word(n, "the name of a group", findings)),
            description,
            remedy,
            http: fields.get("http").and_then(|n| facts::http(n, findings)),
            grpc: fields.get("grpc").and_then(|n| facts::grpc(n, findings)),
            retryable: fields
                .get("retryable")
                .and_then(|n| fields::boolean(n, findings))
                .unwrap_or_default(),
            params,
            since: self.text(&fields, "since", "a version"),
            deprecated: fields.get("deprecated").and_then(|n| facts::deprecated(n, self.findings)),
            aliases: self.names(&fields, "aliases"),
            tags: self.list(&fields, "tags").into_iter().map(|tag| tag.value).collect(),
            docs: self.text(&fields, "docs", "an address"),
            allow: self.list(&fields, "allow"),
            extra: extra.unwrap_or_default(),
            places: fields.places(&FIELDS),
            incomplete: false,
            code: code?,
            name: name?,
        };
        Some(Entry { incomplete: self.findings.len() > before, ..entry })
    }

    fn code(&mut self, node: &Node) -> Option<Spanned<Code>> {
        let code = if self.code_type == CodeType::Text {
            if matches!(&node.value, Value::Text(text) if text.is_empty()) {
                self.findings.push(fields::wrong_type(node, "a code that is not empty"));
                return None;
            }
            Code::Text(fields::text(node, "a code as text", self.findings)?.value)
        } else {
            Code::Int(fields::integer(node, "a whole number", self.findings)?)
        };
        Some(Spanned::new(code, node.span))
    }

    fn texts(&mut self, fields: &Fields<'_>, name: &str) -> Localized<Spanned<String>> {
        fields.get(name).map_or_else(Localized::default, |n| {
            texts::localized(n, name, self.locales, self.findings)
        })
    }

    fn text(&mut self, fields: &Fields<'_>, name: &str, expected: &str) -> Option<String> {
        fields.get(name).and_then(|n| fields::filled(n, expected, self.findings)).map(|t| t.value)
    }

    fn list(&mut self, fields: &Fields<'_>, name: &str) -> Vec<Spanned<String>> {
        let Some(node) = fields.get(name) else { return Vec::new() };
        fields::list(node, name, self.findings)
            .iter()
            .filter_map(|item| fields::filled(item, "a word", self.findings))
            .collect()
    }

    fn names(&mut self, fields: &Fields<'_>, name: &str) -> Vec<Spanned<String>> {
        let Some(node) = fields.get(name) else { return Vec::new() };
        fields::list(node, "names", self.findings)
            .iter()
            .filter_map(|item| name::entry(item, self.findings))
            .collect()
    }
}

/// Any value at all, for `extra`, in which only texts name fields, and each but one.
fn extra(node: &Node, findings: &mut Vec<Diagnostic>) -> Vec<(String, Node)> {
    let fields = open_map(node, "`extra`", findings);
    for (_, _, value) in &fields {
        check_names(value, findings);
    }
    fields.into_iter().map(|(name, _, value)| (name.to_owned(), value.clone())).collect()
}

fn check_names(node: &Node, findings: &mut Vec<Diagnostic>) {
    match &node.value {
        Value::Map(_) => {
            for (_, _, value) in open_map(node, "mapping", findings) {
                check_names(value, findings);
            }
        }
        Value::List(items) => items.iter().for_each(|item| check_names(item, findings)),
        _ => {}
    }
}
