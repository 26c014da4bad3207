//! Reads a manifest: every finding in one pass.

use super::filters::{escape, identifier};
use super::options::option;
use super::{FileSpec, ForEach, Manifest};
use crate::model::fields::{self, Fields, open_map};
use crate::model::node::Node;
use crate::model::words::quoted;
use crate::model::{CodeType, Diagnostic, Range, Spanned};
use crate::render::region::END;

const FIELDS: [&str; 12] = [
    "description",
    "default",
    "header",
    "constant",
    "codes",
    "options",
    "reserved",
    "taken",
    "identifiers",
    "escapes",
    "regions",
    "files",
];
const CODES_FIELDS: [&str; 2] = ["types", "range"];
const FILE_FIELDS: [&str; 4] = ["template", "path", "for_each", "when"];

impl Manifest {
    /// Reads a manifest; where there are findings it must not be used.
    pub fn read(root: &Node, findings: &mut Vec<Diagnostic>) -> Self {
        let Some(fields) = Fields::of(root, "target", &FIELDS, findings) else {
            return Self::default();
        };
        let mut text = |name: &str, expected: &str| {
            fields.require(name, findings).and_then(|n| fields::text(n, expected, findings))
        };
        let description = text("description", "one line on what the target generates");
        let header = text("header", "a comment with `{}` where the header line goes");
        if let Some(header) = &header
            && (!header.value.contains("{}") || header.value.contains('\n'))
        {
            let message = "`header` has no `{}`, or several lines";
            findings.push(
                Diagnostic::error("invalid-header", message, header.span)
                    .here("expected one line such as `// {}`"),
            );
        }
        let get = |name| fields.get(name);
        let (code_types, code_range) =
            get("codes").map_or_else(|| (CodeType::ALL.to_vec(), None), |n| codes(n, findings));
        let reserved = get("reserved").map(|n| reserved(n, findings)).unwrap_or_default();
        let taken = get("taken").map(|n| taken(n, findings)).unwrap_or_default();
        Self {
            description: description.map(|d| d.value).unwrap_or_default(),
            default: get("default").and_then(|n| fields::boolean(n, findings)).unwrap_or_default(),
            header: header.map(|h| h.value).unwrap_or_default(),
            constant: get("constant")
                .and_then(|n| fields::text(n, "how a constant is written", findings)),
            code_types,
            code_range,
            options: named(get("options"), "option", findings, |name, n, f| {
                option(name, n, &reserved, &taken, f)
            }),
            identifiers: named(get("identifiers"), "identifier", findings, |name, n, f| {
                Some((name.to_owned(), identifier(n, &reserved, f)?))
            }),
            taken,
            escapes: named(get("escapes"), "escape", findings, |name, n, f| {
                Some((name.to_owned(), escape(n, f)?))
            }),
            regions: named(get("regions"), "region", findings, region),
            files: fields
                .require("files", findings)
                .map(|n| fields::list(n, "files", findings).iter().collect::<Vec<_>>())
                .unwrap_or_default()
                .into_iter()
                .filter_map(|n| file(n, findings))
                .collect(),
        }
    }
}

type Findings = Vec<Diagnostic>;

/// The items of a mapping whose keys are names that the target chooses.
fn named<T>(
    node: Option<&Node>,
    what: &str,
    findings: &mut Findings,
    read: impl Fn(&str, &Node, &mut Findings) -> Option<T>,
) -> Vec<T> {
    let Some(node) = node else { return Vec::new() };
    let mut items = Vec::new();
    for (name, span, value) in open_map(node, &format!("{what}s"), findings) {
        let plain = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if plain {
            items.extend(read(name, value, findings));
        } else {
            let article = if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            let message = format!("{} can't name {article} {what}", quoted(name));
            findings.push(
                Diagnostic::error("invalid-name", message, span)
                    .here("expected lower case letters, digits and `_`"),
            );
        }
    }
    items
}

/// The template of a kind of regions.
fn region(name: &str, node: &Node, findings: &mut Findings) -> Option<(String, Spanned<String>)> {
    let template = fields::text(node, "the name of a template", findings)?;
    if name == END {
        let message = format!("`{name}` can't name a region");
        findings.push(
            Diagnostic::error("invalid-name", message, template.span)
                .here("this word ends every region")
                .help("choose another name"),
        );
        return None;
    }
    Some((name.to_owned(), template))
}

fn codes(node: &Node, findings: &mut Findings) -> (Vec<CodeType>, Option<Range>) {
    let Some(fields) = Fields::of(node, "`codes`", &CODES_FIELDS, findings) else {
        return (Vec::new(), None);
    };
    let all: Vec<(&str, CodeType)> = CodeType::ALL.iter().map(|t| (t.name(), *t)).collect();
    let types = fields.get("types").map_or_else(
        || CodeType::ALL.to_vec(),
        |n| {
            fields::list(n, "types", findings)
                .iter()
                .filter_map(|item| fields::choice(item, "type", &all, findings))
                .collect()
        },
    );
    let range = fields.get("range").and_then(|n| range(n, findings));
    (types, range)
}

/// `[first, last]`
pub(super) fn range(node: &Node, findings: &mut Findings) -> Option<Range> {
    let [first, last] = fields::list(node, "two numbers", findings) else {
        findings.push(fields::wrong_type(node, "`[first, last]`"));
        return None;
    };
    let first = fields::integer(first, "a number", findings);
    let last = fields::integer(last, "a number", findings);
    Some(Range { first: first?, last: last? })
}

/// Words by how they are mended: `"{}_": [self, super]`.
fn reserved(node: &Node, findings: &mut Findings) -> Vec<(String, String)> {
    let mut words = Vec::new();
    for (mend, _, list) in open_map(node, "`reserved`", findings) {
        for word in fields::texts(list, "words", findings) {
            words.push((word, mend.to_owned()));
        }
    }
    words
}

/// Identifiers by scope.
fn taken(node: &Node, findings: &mut Findings) -> Vec<(String, String)> {
    let mut taken = Vec::new();
    for (scope, _, list) in open_map(node, "`taken`", findings) {
        for word in fields::texts(list, "identifiers", findings) {
            taken.push((scope.to_owned(), word));
        }
    }
    taken
}

fn file(node: &Node, findings: &mut Findings) -> Option<FileSpec> {
    let fields = Fields::of(node, "file", &FILE_FIELDS, findings)?;
    let mut text = |name: &str, expected: &str| {
        fields.require(name, findings).and_then(|n| fields::text(n, expected, findings))
    };
    let template = text("template", "the name of a template");
    let path = text("path", "a path below the folder of the target");
    let for_each = fields
        .get("for_each")
        .and_then(|n| fields::choice(n, "thing to make files for", &ForEach::ALL, findings));
    let when = fields.get("when").and_then(|n| fields::text(n, "a condition", findings));
    Some(FileSpec {
        template: template?,
        path: path?,
        for_each: for_each.unwrap_or_default(),
        when,
    })
}
