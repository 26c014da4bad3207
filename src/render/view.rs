//! What a template sees of the catalog. Every field is always there, `null` where nothing is
//! known, so that a name that is not there is a misspelt one.

use serde::Serialize;

use crate::model::node::{Node, Value};

/// A name that templates see beside the fields of the structs here: the roots, and the lists that
/// share their items.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The struct that it stands in; empty for a root.
    pub of: &'static str,
    /// The name.
    pub name: &'static str,
    /// Its type, as that of a field.
    pub kind: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

/// All of these names.
pub const BESIDE: [Beside; 12] = [
    root(
        "header",
        "&str",
        "The comment that marks a file as generated; every file begins with it.",
    ),
    root("options", "Options", "What users set, by name, as `target.yaml` declares it."),
    root("catalog", "Catalog", "The catalog."),
    root("locale", "Locale", "The locale that the file is for, with `for_each: locale` alone."),
    root("group", "Group", "The group that the file is for, with `for_each: group` alone."),
    root(
        "entry",
        "Entry",
        "The entry that the file is for, with `for_each: entry` and in `constant` alone.",
    ),
    root(
        "region",
        "Region",
        "The region that is filled, in the templates of `regions` alone; what lists entries has \
         only those that it is narrowed to there.",
    ),
    list("Catalog", "groups", "Vec<Group>", "The groups, in the order of the spec."),
    list("Catalog", "ungrouped", "Vec<Entry>", "The entries that are in no group."),
    list("Catalog", "sorted", "Vec<Entry>", "All entries, in ascending order of the codes."),
    list("Catalog", "entries", "Vec<Entry>", "All entries, in the order of the spec."),
    list("Group", "entries", "Vec<Entry>", "Its entries, in the order of the spec."),
];

const fn root(name: &'static str, kind: &'static str, meaning: &'static str) -> Beside {
    Beside { of: "", name, kind, meaning }
}

const fn list(
    of: &'static str,
    name: &'static str,
    kind: &'static str,
    meaning: &'static str,
) -> Beside {
    Beside { of, name, kind, meaning }
}

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

/// `group`, and the items of `catalog.groups`
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
    /// The same in each locale, fallback already decided, or `null`.
    pub descriptions: Vec<Option<&'a str>>,
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

/// `region`
#[derive(Debug, Serialize)]
pub struct Region<'a> {
    /// The tags of the locales that it is narrowed to, as they are in its mark; empty unless it is.
    pub locales: Vec<&'a str>,
}

/// `entry.extra`
#[derive(Debug)]
pub struct Extra<'a>(pub &'a [(String, Node)]);

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
