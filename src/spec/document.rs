//! The root of a spec: what stands there once, and the lists that included files add to.

use super::texts::{self, Locales};
use super::{File, entry, groups, name, respell};
use crate::model::fields::{self, Fields};
use crate::model::node::{Node, Value};
use crate::model::words::{nearest, quoted};
use crate::model::{
    Catalog, CodeType, Diagnostic, Locale, Localized, Places, Reserved, Span, Spanned,
};

/// The version of the spec format that this crate reads.
pub(super) const FORMAT: i128 = 1;

const FIELDS: [&str; 10] = [
    "format", "catalog", "title", "type", "locales", "fallback", "include", "groups", "reserved",
    "codes",
];
const INCLUDED_FIELDS: [&str; 3] = ["groups", "reserved", "codes"];

/// What the root of a spec says of the catalog as a whole; read first, because the included
/// files can't be read without it.
#[derive(Clone, Debug)]
pub struct Head {
    /// The patterns of the files that belong to the spec, relative to it.
    pub include: Vec<Spanned<String>>,
    id: Option<Spanned<String>>,
    code_type: CodeType,
    locales: Locales,
}

/// Reads the fields of the root that stand for themselves.
pub fn head(root: &Node, findings: &mut Vec<Diagnostic>) -> Head {
    if root.value == Value::Null {
        findings.push(
            Diagnostic::error("empty-spec", "the spec is empty", root.span).help(format!(
                "begin it with `format: {FORMAT}`, and list the codes under `codes`"
            )),
        );
    }
    let fields = match root.value {
        Value::Null => None,
        _ => Fields::of(root, "spec", &FIELDS, findings),
    };
    let get = |name| fields.as_ref().and_then(|f: &Fields<'_>| f.get(name));
    if let Some(fields) = &fields {
        format(fields, findings);
        if let Value::Map(_) = root.value
            && get("codes").is_none()
            && get("include").is_none()
        {
            fields.require("codes", findings);
        }
    }
    let id = get("catalog").and_then(|node| name::kebab(node, "a catalog", findings));
    let code_type = get("type").and_then(|node| code_type(node, findings)).unwrap_or_default();
    let include = get("include").map(|node| include(node, findings)).unwrap_or_default();
    Head {
        include,
        id,
        code_type,
        locales: locales(root, get("locales"), get("fallback"), findings),
    }
}

pub(super) fn catalog(
    head: Head,
    main: File<'_>,
    included: &[File<'_>],
    findings: &mut Vec<Diagnostic>,
) -> Catalog {
    // The findings about the fields of the root itself were made by `head`.
    let mut seen = Vec::new();
    let root = Fields::of(main.root, "spec", &FIELDS, &mut seen);
    let title = root
        .as_ref()
        .and_then(|f| f.get("title"))
        .map_or_else(Localized::default, |n| texts::localized(n, "title", &head.locales, findings));
    let mut catalog = Catalog {
        id: head.id,
        title,
        code_type: head.code_type,
        fallback: head.locales.fallback,
        groups: Vec::new(),
        reserved: Reserved::default(),
        entries: Vec::new(),
        unread: Vec::new(),
        locales: Vec::new(),
        places: Places {
            start: main.root.span.part(0, 0),
            code_type: root.as_ref().and_then(|f| f.get("type")).map(|node| node.span),
        },
    };
    if let Some(root) = &root {
        lists(root, main, &head.locales, &mut catalog, findings);
    }
    for file in included {
        let before = findings.len();
        let root = Fields::of(file.root, "included file", &INCLUDED_FIELDS, findings);
        nested_include(file.root, &mut findings[before..]);
        if let Some(root) = root {
            lists(&root, *file, &head.locales, &mut catalog, findings);
        }
    }
    catalog.locales = head.locales.all;
    let place = root.as_ref().map_or(main.root.span, |fields| {
        let named = if fields.get("codes").is_some() { "codes" } else { "include" };
        fields.key(named)
    });
    no_codes(&catalog, place, findings);
    let roots: Vec<&Node> =
        std::iter::once(main.root).chain(included.iter().map(|file| file.root)).collect();
    respell::respell(&roots, findings);
    catalog
}

/// Says of an included file that includes others what is wrong with that: the order of codes, and
/// cycles, would be hard to tell.
fn nested_include(root: &Node, findings: &mut [Diagnostic]) {
    let Value::Map(pairs) = &root.value else { return };
    let Some((key, _)) = pairs.iter().find(|(key, _)| key.as_text() == Some("include")) else {
        return;
    };
    let is_about = |f: &&mut Diagnostic| f.labels.first().is_some_and(|l| l.span == key.span);
    if let Some(finding) = findings.iter_mut().find(is_about) {
        *finding =
            Diagnostic::error("invalid-include", "an included file includes others", key.span)
                .here("not read here")
                .help("list them in the `include` of the spec itself");
    }
}

/// A catalog without codes is a mistake: nothing could be told from what it generates.
fn no_codes(catalog: &Catalog, place: Span, findings: &mut Vec<Diagnostic>) {
    let is_read = !findings.iter().any(Diagnostic::is_error);
    if is_read && catalog.entries.is_empty() && catalog.unread.is_empty() {
        findings.push(
            Diagnostic::error("no-codes", "the spec has no codes", place)
                .here("expected at least one entry")
                .help("write the first as `- { code: 0, name: OK, kind: success }`"),
        );
    }
}

fn lists(
    root: &Fields<'_>,
    file: File<'_>,
    locales: &Locales,
    catalog: &mut Catalog,
    findings: &mut Vec<Diagnostic>,
) {
    if let Some(node) = root.get("groups") {
        let items = fields::list(node, "groups", findings);
        catalog.groups.extend(items.iter().filter_map(|n| groups::group(n, locales, findings)));
    }
    if let Some(node) = root.get("reserved") {
        groups::reserved(node, catalog.code_type, &mut catalog.reserved, findings);
    }
    if let Some(node) = root.get("codes") {
        let code_type = catalog.code_type;
        let mut reader = entry::Reader { source: file.source, locales, code_type, findings };
        let items = fields::list(node, "entries", reader.findings);
        for item in items {
            match reader.entry(item) {
                Some(entry) => catalog.entries.push(entry),
                None => catalog.unread.extend(entry::name_of(item)),
            }
        }
    }
}

fn format(root: &Fields<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(node) = root.require("format", findings) else {
        if let Some(missing) = findings.last_mut() {
            missing.help.push(format!("begin the spec with `format: {FORMAT}`"));
        }
        return;
    };
    if let Some(version) = fields::integer(node, "the version of the spec format", findings)
        && version != FORMAT
    {
        let message = format!("format {version} is not one that this version of codegen reads");
        findings.push(
            Diagnostic::error("unknown-format", message, node.span)
                .here(format!("expected `{FORMAT}`")),
        );
    }
}

fn code_type(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<CodeType> {
    let types = CodeType::ALL.map(|code_type| (code_type.name(), code_type));
    let meant = || {
        // What was probably meant, so that the codes are not measured by another type.
        let near = nearest(node.as_text()?, types.iter().map(|(name, _)| *name))?;
        types.iter().find(|(name, _)| *name == near).map(|(_, code_type)| *code_type)
    };
    fields::choice(node, "type", &types, findings).or_else(meant)
}

fn include(node: &Node, findings: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
    let items = match &node.value {
        Value::Text(_) => std::slice::from_ref(node),
        _ => fields::list(node, "paths", findings),
    };
    items.iter().filter_map(|item| fields::text(item, "a path", findings)).collect()
}

fn locales(
    root: &Node,
    list: Option<&Node>,
    fallback: Option<&Node>,
    findings: &mut Vec<Diagnostic>,
) -> Locales {
    let mut all: Vec<Spanned<Locale>> = Vec::new();
    let items = list.map(|node| fields::list(node, "language tags", findings)).unwrap_or_default();
    if let Some(node) = list
        && matches!(&node.value, Value::List(items) if items.is_empty())
    {
        findings.push(fields::wrong_type(node, "at least one language tag"));
    }
    let beside = texts::Tags::of(items);
    for item in items {
        let Some(tag) = texts::locale(item, &beside, findings) else { continue };
        if let Some(first) = all.iter().find(|l| l.value.is(tag.value.tag())) {
            let message = format!("locale {} is listed twice", quoted(tag.value.tag()));
            findings.push(
                Diagnostic::error("duplicate-locale", message, tag.span)
                    .here("listed again here")
                    .label(first.span, "first listed here"),
            );
        } else {
            all.push(tag);
        }
    }
    // A spec in one language need not name it; English is what most of them are in.
    if all.is_empty()
        && let Some(english) = Locale::parse("en")
    {
        all.push(Spanned::new(english, root.span.part(0, 0)));
    }
    let mut locales = Locales { all, fallback: 0, broken: list.is_some_and(|_| items.is_empty()) };
    if let Some(node) = fallback
        && let Some(tag) = texts::locale(node, &texts::Tags::of([node]), findings)
    {
        locales.fallback = locales.index(&tag, node.span, findings).unwrap_or(0);
    }
    locales
}
