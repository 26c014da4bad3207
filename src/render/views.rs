//! Makes what templates see out of a catalog.

use std::collections::HashMap;

use super::view::{
    Catalog, CodeType, CodeValue, Deprecated, Entry, Extra, Group, Grpc, Locale, Message, Param,
    Part, Reference,
};
use crate::model::{self, Code, Localized, Piece, Spanned};

/// Makes views of a catalog, with every fallback decided.
#[derive(Debug)]
pub(super) struct Views<'a> {
    catalog: &'a model::Catalog,
    fallbacks: Vec<Vec<usize>>,
    by_name: HashMap<&'a str, &'a model::Entry>,
}

impl<'a> Views<'a> {
    /// Looks at a catalog that has no errors.
    pub(super) fn new(catalog: &'a model::Catalog) -> Self {
        let fallbacks = (0..catalog.locales.len()).map(|l| catalog.fallbacks(l)).collect();
        let by_name = catalog.entries.iter().map(|e| (e.name.value.as_str(), e)).collect();
        Self { catalog, fallbacks, by_name }
    }

    /// The catalog, but for its groups and entries.
    pub(super) fn catalog(&self) -> Catalog<'a> {
        let catalog = self.catalog;
        let range = catalog.code_type.range();
        let success = catalog.entries.iter().find(|e| e.kind == model::Kind::Success);
        Catalog {
            id: catalog.id.as_ref().map(|id| id.value.as_str()),
            title: self.text(&catalog.title, catalog.fallback),
            titles: self.texts(&catalog.title),
            code_type: CodeType {
                name: catalog.code_type.name(),
                is_string: range.is_none(),
                is_signed: range.is_some_and(|(least, _)| least < 0),
                bits: catalog.code_type.bits(),
            },
            locales: (0..catalog.locales.len()).map(|l| self.locale(l)).collect(),
            fallback: self.locale(catalog.fallback),
            success: success.map(reference),
            has_params: catalog.entries.iter().any(model::Entry::has_params),
        }
    }

    /// A locale by its index.
    pub(super) fn locale(&self, index: usize) -> Locale<'a> {
        Locale {
            tag: self.catalog.locales[index].value.tag(),
            index,
            is_fallback: index == self.catalog.fallback,
        }
    }

    /// A group, but for its entries.
    pub(super) fn group(&self, group: &'a model::Group) -> Group<'a> {
        Group {
            name: &group.name.value,
            title: self.text(&group.title, self.catalog.fallback),
            titles: self.texts(&group.title),
            owner: group.owner.as_deref(),
        }
    }

    /// An entry.
    pub(super) fn entry(&self, entry: &'a model::Entry) -> Entry<'a> {
        let catalog = self.catalog;
        let group = catalog.group_of(entry).map(|g| catalog.groups[g].name.value.as_str());
        Entry {
            code: code(&entry.code.value),
            name: &entry.name.value,
            kind: entry.kind.name(),
            group,
            message: self.message(entry, catalog.fallback),
            messages: (0..catalog.locales.len()).map(|l| self.message(entry, l)).collect(),
            description: self.text(&entry.description, catalog.fallback),
            descriptions: self.texts(&entry.description),
            remedy: self.text(&entry.remedy, catalog.fallback),
            remedies: self.texts(&entry.remedy),
            http: entry.http,
            grpc: entry.grpc.map(|g| Grpc { number: g.number(), name: g.name() }),
            retryable: entry.retryable,
            params: self.params(entry),
            since: entry.since.as_deref(),
            deprecated: entry.deprecated.as_ref().map(|d| Deprecated {
                since: d.since.as_deref(),
                replacement: d
                    .replacement
                    .as_ref()
                    .and_then(|r| self.by_name.get(r.value.as_str()))
                    .map(|e| reference(e)),
                reason: d.reason.as_deref(),
            }),
            aliases: entry.aliases.iter().map(|a| a.value.as_str()).collect(),
            tags: entry.tags.iter().map(String::as_str).collect(),
            docs: entry.docs.as_deref(),
            extra: Extra(&entry.extra),
        }
    }

    fn message(&self, entry: &'a model::Entry, locale: usize) -> Message<'a> {
        let found = self.fallbacks[locale].iter().find_map(|&l| Some((l, entry.message.get(l)?)));
        let Some((written, message)) = found else {
            let locale = self.catalog.locales[locale].value.tag();
            return Message { locale, text: entry.name.value.clone(), parts: Vec::new() };
        };
        let message = &message.value;
        let parts = if message.has_params() { message.pieces.as_slice() } else { &[] };
        Message {
            locale: self.catalog.locales[written].value.tag(),
            text: message.display(),
            parts: parts.iter().map(|piece| self.part(entry, piece)).collect(),
        }
    }

    fn part(&self, entry: &'a model::Entry, piece: &'a Piece) -> Part<'a> {
        match piece {
            Piece::Text(text) => Part { text: Some(text), param: None },
            Piece::Param(name) => {
                let param = entry.params.iter().find(|p| p.name.value == *name);
                Part { text: None, param: param.map(|p| self.param(p)) }
            }
        }
    }

    /// The declared parameters that stand in a message: an unused one can't be filled in.
    fn params(&self, entry: &'a model::Entry) -> Vec<Param<'a>> {
        entry.params.iter().filter(|p| entry.uses(p)).map(|p| self.param(p)).collect()
    }

    fn param(&self, param: &'a model::Param) -> Param<'a> {
        Param {
            name: &param.name.value,
            is_int: param.param_type == model::ParamType::Int,
            description: self.text(&param.description, self.catalog.fallback),
            descriptions: self.texts(&param.description),
        }
    }

    fn text(&self, texts: &'a Localized<Spanned<String>>, locale: usize) -> Option<&'a str> {
        self.fallbacks[locale].iter().find_map(|&l| texts.get(l)).map(|t| t.value.as_str())
    }

    fn texts(&self, texts: &'a Localized<Spanned<String>>) -> Vec<Option<&'a str>> {
        (0..self.fallbacks.len()).map(|locale| self.text(texts, locale)).collect()
    }
}

fn reference(entry: &model::Entry) -> Reference<'_> {
    Reference { code: code(&entry.code.value), name: &entry.name.value }
}

fn code(code: &Code) -> CodeValue<'_> {
    match code {
        Code::Int(number) => CodeValue::Int(*number),
        Code::Text(text) => CodeValue::Text(text),
    }
}
