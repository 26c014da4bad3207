//! What a template sees of the catalog. Every field is always there, `null` where nothing is
//! known, so that a name that is not there is a misspelt one.

use serde::Serialize;

use crate::model::node::{Node, Value};
use crate::model::{self, Code, Localized, Piece, Spanned};

/// `catalog`
#[derive(Debug, Serialize)]
pub struct Catalog<'a> {
    /// The id, or `null`.
    pub id: Option<&'a str>,
    /// The title in the fallback locale, or `null`.
    pub title: Option<&'a str>,
    /// The title in each locale, or `null`.
    pub titles: Vec<Option<&'a str>>,
    /// The type of the codes.
    pub code_type: CodeType,
    /// The locales, in the order of tables.
    pub locales: Vec<Locale<'a>>,
    /// The locale that serves where a message lacks one.
    pub fallback: Locale<'a>,
    /// The first entry of the kind `success`, or `null`.
    pub success: Option<Reference<'a>>,
    /// Whether any message has parameters.
    pub has_params: bool,
    /// Whether any entry is deprecated.
    pub has_deprecated: bool,
}

/// `catalog.code_type`
#[derive(Debug, Serialize)]
pub struct CodeType {
    /// The name in the spec, such as `i32`.
    pub name: &'static str,
    /// Whether codes are strings.
    pub is_string: bool,
    /// Whether codes can be negative.
    pub is_signed: bool,
    /// The size in bits; 0 for strings.
    pub bits: u32,
}

/// `locale`, and the items of `catalog.locales`
#[derive(Clone, Debug, Serialize)]
pub struct Locale<'a> {
    /// The language tag.
    pub tag: &'a str,
    /// Its place in `catalog.locales`, and so in every list by locale.
    pub index: usize,
    /// Whether it is the fallback.
    pub is_fallback: bool,
}

/// `group`, and the items of `catalog.groups`; `entries` stands there too.
#[derive(Debug, Serialize)]
pub struct Group<'a> {
    /// The name.
    pub name: &'a str,
    /// The title in the fallback locale, or `null`.
    pub title: Option<&'a str>,
    /// The title in each locale, or `null`.
    pub titles: Vec<Option<&'a str>>,
    /// Who looks after it, or `null`.
    pub owner: Option<&'a str>,
}

/// `entry`, and the items of `catalog.entries` (in the order of the spec), of `catalog.sorted`
/// (in ascending order of the codes) and of `group.entries`
#[derive(Debug, Serialize)]
pub struct Entry<'a> {
    /// The code: a number or a string.
    pub code: CodeValue<'a>,
    /// The name.
    pub name: &'a str,
    /// `success`, `warning` or `error`.
    pub kind: &'static str,
    /// The name of the group, or `null`.
    pub group: Option<&'a str>,
    /// The message in the fallback locale.
    pub message: Message<'a>,
    /// The message in each locale, fallback already decided.
    pub messages: Vec<Message<'a>>,
    /// The description in the fallback locale, or `null`.
    pub description: Option<&'a str>,
    /// The description in each locale, fallback already decided, or `null`.
    pub descriptions: Vec<Option<&'a str>>,
    /// What the caller should do, in the fallback locale, or `null`.
    pub remedy: Option<&'a str>,
    /// The same in each locale, fallback already decided, or `null`.
    pub remedies: Vec<Option<&'a str>>,
    /// The HTTP status, or `null`.
    pub http: Option<u16>,
    /// The gRPC status, or `null`.
    pub grpc: Option<Grpc>,
    /// Whether the same call may succeed when sent again.
    pub retryable: bool,
    /// The parameters that stand in the messages.
    pub params: Vec<Param<'a>>,
    /// The version of the API that brought it, or `null`.
    pub since: Option<&'a str>,
    /// Why not to use it any more, or `null`.
    pub deprecated: Option<Deprecated<'a>>,
    /// Former names.
    pub aliases: Vec<&'a str>,
    /// Free words.
    pub tags: Vec<&'a str>,
    /// The address of the documentation, or `null`.
    pub docs: Option<&'a str>,
    /// Whatever the spec has under `extra`.
    pub extra: Extra<'a>,
}

/// A code as a template prints it.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(untagged)]
pub enum CodeValue<'a> {
    /// A number.
    Int(i128),
    /// A string.
    Text(&'a str),
}

/// Names another entry: `catalog.success`, `entry.deprecated.use`
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Reference<'a> {
    /// Its code.
    pub code: CodeValue<'a>,
    /// Its name.
    pub name: &'a str,
}

/// `entry.message`, and the items of `entry.messages`
#[derive(Clone, Debug, Serialize)]
pub struct Message<'a> {
    /// The tag of the locale that it was written in.
    pub locale: &'a str,
    /// The text, each parameter as `{name}`.
    pub text: String,
    /// Texts and parameters in order; empty unless the message has parameters.
    pub parts: Vec<Part<'a>>,
}

/// The items of `message.parts`: either field is `null`
#[derive(Clone, Debug, Serialize)]
pub struct Part<'a> {
    /// A text.
    pub text: Option<&'a str>,
    /// A parameter.
    pub param: Option<Param<'a>>,
}

/// `part.param`, and the items of `entry.params`
#[derive(Clone, Debug, Serialize)]
pub struct Param<'a> {
    /// The name.
    pub name: &'a str,
    /// Whether it is a whole number of 64 bits; else it is text.
    pub is_int: bool,
    /// What it is, in the fallback locale, or `null`.
    pub description: Option<&'a str>,
}

/// `entry.grpc`
#[derive(Debug, Serialize)]
pub struct Grpc {
    /// The number.
    pub number: u8,
    /// The name.
    pub name: &'static str,
}

/// `entry.deprecated`
#[derive(Debug, Serialize)]
pub struct Deprecated<'a> {
    /// The version that deprecated it, or `null`.
    pub since: Option<&'a str>,
    /// The entry to use instead, or `null`.
    #[serde(rename = "use")]
    pub replacement: Option<Reference<'a>>,
    /// The reason, or `null`.
    pub reason: Option<&'a str>,
}

/// `entry.extra`
#[derive(Debug)]
pub struct Extra<'a>(&'a [(String, Node)]);

impl Serialize for Extra<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, node)| (name, Any(node))))
    }
}

struct Any<'a>(&'a Node);

impl Serialize for Any<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.value {
            Value::Null => serializer.serialize_none(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Int(value) => serializer.serialize_i128(*value),
            // As typed: what the digits mean to the template is its own affair.
            Value::Float(text) | Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items.iter().map(Any)),
            Value::Map(pairs) => serializer
                .collect_map(pairs.iter().filter_map(|(k, v)| Some((k.as_text()?, Any(v))))),
        }
    }
}

/// Makes views of a catalog, with every fallback decided.
#[derive(Debug)]
pub struct Views<'a> {
    catalog: &'a model::Catalog,
    fallbacks: Vec<Vec<usize>>,
    by_name: std::collections::HashMap<&'a str, &'a model::Entry>,
}

impl<'a> Views<'a> {
    /// Looks at a catalog that has no errors.
    #[must_use]
    pub fn new(catalog: &'a model::Catalog) -> Self {
        let fallbacks = (0..catalog.locales.len()).map(|l| catalog.fallbacks(l)).collect();
        let by_name = catalog.entries.iter().map(|e| (e.name.value.as_str(), e)).collect();
        Self { catalog, fallbacks, by_name }
    }

    /// The catalog, but for its groups and entries.
    #[must_use]
    pub fn catalog(&self) -> Catalog<'a> {
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
            has_params: catalog
                .entries
                .iter()
                .any(|e| e.message.iter().any(|(_, m)| m.value.params().next().is_some())),
            has_deprecated: catalog.entries.iter().any(|e| e.deprecated.is_some()),
        }
    }

    /// A locale by its index.
    #[must_use]
    pub fn locale(&self, index: usize) -> Locale<'a> {
        Locale {
            tag: self.catalog.locales[index].value.tag(),
            index,
            is_fallback: index == self.catalog.fallback,
        }
    }

    /// A group, but for its entries.
    #[must_use]
    pub fn group(&self, group: &'a model::Group) -> Group<'a> {
        Group {
            name: &group.name.value,
            title: self.text(&group.title, self.catalog.fallback),
            titles: self.texts(&group.title),
            owner: group.owner.as_deref(),
        }
    }

    /// An entry.
    #[must_use]
    pub fn entry(&self, entry: &'a model::Entry) -> Entry<'a> {
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
        let has_params = message.params().next().is_some();
        let parts = if has_params { message.pieces.as_slice() } else { &[] };
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
        let used = |p: &&model::Param| {
            entry.message.iter().any(|(_, m)| m.value.params().any(|name| name == p.name.value))
        };
        entry.params.iter().filter(used).map(|p| self.param(p)).collect()
    }

    fn param(&self, param: &'a model::Param) -> Param<'a> {
        Param {
            name: &param.name.value,
            is_int: param.param_type == model::ParamType::Int,
            description: self.text(&param.description, self.catalog.fallback),
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
