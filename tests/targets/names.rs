//! Every name that a template sees, read off the doc comments of the view, with the value that a
//! template prints for it; and that there are no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use codegen::render::view::BESIDE;

use crate::page::Page;
use crate::run;

/// What separates what is printed.
const RULE: &str = "-----8<-----";

/// Longer values are cut.
const LONGEST: usize = 60;

/// Where each struct is seen: the thing that a file is made for, and the path from there.
const PLACES: [(&str, &str, &str); 12] = [
    ("Catalog", "catalog", "catalog"),
    ("CodeType", "catalog", "catalog.code_type"),
    ("Locale", "locale", "locale"),
    ("Group", "group", "group"),
    ("Entry", "entry", "entry"),
    ("Reference", "entry", "entry.deprecated.use"),
    ("Message", "entry", "entry.message"),
    ("Part", "entry", "entry.message.parts[1]"),
    ("Param", "entry", "entry.params[0]"),
    ("Grpc", "entry", "entry.grpc"),
    ("Deprecated", "entry", "entry.deprecated"),
    ("Region", "region", "region"),
];

struct Struct {
    name: String,
    about: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    kind: String,
    meaning: String,
}

/// The tables of the page; fails where a template sees other names than they have.
pub(crate) fn section() -> String {
    let field = |name: &str, kind: &str, meaning: &str| Field {
        name: name.to_owned(),
        kind: kind.to_owned(),
        meaning: meaning.to_owned(),
    };
    let beside = |of: &str| -> Vec<Field> {
        BESIDE.iter().filter(|b| b.of == of).map(|b| field(b.name, b.kind, b.meaning)).collect()
    };
    let mut structs = structs();
    for found in &mut structs {
        found.fields.extend(beside(&found.name));
    }
    let known: Vec<&str> = structs.iter().map(|s| s.name.as_str()).collect();
    let mut text = format!("\n{HEAD}");
    for root in beside("") {
        let scope = if ["locale", "group", "entry", "region"].contains(&root.name.as_str()) {
            &root.name
        } else {
            "catalog"
        };
        let value = printed(scope, &[printing(&root.name)]).remove(0);
        text += &row(&root, &value, &known);
    }
    for Struct { name, about, fields } in &structs {
        let (_, scope, path) = PLACES
            .into_iter()
            .find(|(of, ..)| of == name)
            .unwrap_or_else(|| panic!("no place for {name}"));
        let mut wanted = vec![format!("{{{{ {path} | keys | join(sep=\" \") }}}}")];
        wanted.extend(fields.iter().map(|field| printing(&format!("{path}.{}", field.name))));
        let mut values = printed(scope, &wanted).into_iter();
        let seen = values.next().unwrap();
        let seen: BTreeSet<&str> = seen.split(' ').collect();
        let told: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(seen, told, "{path}");
        text += &format!("\n### {}\n\n{about}.\n\n{HEAD}", heading(name));
        for (field, value) in fields.iter().zip(values) {
            text += &row(field, &value, &known);
        }
    }
    assert!(structs.len() == PLACES.len(), "{known:?}");
    text + "\n"
}

const HEAD: &str = "| Name | Type | Meaning | Example |\n| --- | --- | --- | --- |\n";

fn row(field: &Field, value: &str, known: &[&str]) -> String {
    let mut value = value.replace('\n', " ");
    if value.chars().count() > LONGEST {
        value = value.chars().take(LONGEST).chain("…".chars()).collect();
    }
    let (name, kind) = (&field.name, kind(&field.kind, known));
    let meaning = match field.meaning.strip_suffix(", or `null`.") {
        Some(rest) if kind.ends_with("or `null`") => &format!("{rest}."),
        _ => &field.meaning,
    };
    format!("| `{name}` | {kind} | {meaning} | `{}` |\n", value.replace('|', "\\|"))
}

/// A type in words.
fn kind(of: &str, known: &[&str]) -> String {
    let plain = of.replace("<'a>", "").replace("&'a ", "&").replace("&'static ", "&");
    let inner = |wrapper: &str| plain.strip_prefix(wrapper)?.strip_suffix('>');
    match plain.as_str() {
        "&str" | "String" => "text".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "u8" | "u16" | "u32" | "usize" => "number".to_owned(),
        "CodeValue" => "number or text".to_owned(),
        "Extra" | "Options" => "map".to_owned(),
        _ if inner("Option<").is_some() => {
            format!("{} or `null`", kind(inner("Option<").unwrap(), known))
        }
        _ if inner("Vec<").is_some() => format!("list of {}", kind(inner("Vec<").unwrap(), known)),
        name if known.contains(&name) => {
            let heading = heading(name);
            format!("[{heading}](#{})", heading.replace(' ', "-"))
        }
        other => panic!("no words for the type {other}"),
    }
}

/// `CodeType` as `code type`.
fn heading(name: &str) -> String {
    let spaced = name.chars().enumerate().flat_map(|(at, c)| {
        let gap = (at > 0 && c.is_uppercase()).then_some(' ');
        gap.into_iter().chain(c.to_lowercase())
    });
    spaced.collect()
}

/// A template that prints a value so that `null` and texts can be told.
fn printing(path: &str) -> String {
    format!(
        "{{% if {path} is none %}}null{{% elif {path} is string %}}\"{{{{ {path} }}}}\"\
         {{% else %}}{{{{ {path} }}}}{{% endif %}}"
    )
}

/// What templates print for the catalog of the page, in a file for a locale, a group, or an entry,
/// the first of each; or in a region.
pub(crate) fn printed(scope: &str, templates: &[impl AsRef<str>]) -> Vec<String> {
    let work = tempfile::tempdir().unwrap();
    let page = Page::read();
    let spec = page.blocks.iter().find(|block| block.file == "spec/codes.yaml").unwrap();
    let write = |path: &str, text: &str| {
        let path = work.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("spec/codes.yaml", &spec.text);
    let name = match scope {
        "catalog" | "region" => "all",
        "locale" => "{{ locale.tag }}",
        _ => &format!("{{{{ {scope}.name }}}}"),
    };
    let made = if scope == "region" {
        "regions: { all: probe.tera }\nfiles: []\n"
    } else {
        &format!("files: [{{ template: probe.tera, path: \"{name}\", for_each: {scope} }}]\n")
    };
    write(
        "templates/probe/target.yaml",
        &format!(
            "description: A probe\nheader: \"# {{}}\"\n\
             options:\n  loud: {{ default: true, description: An option }}\n\
             identifiers:\n  constant: {{ of: entry, case: pascal }}\n\
             escapes:\n  string: {{ quotes: '\"', replace: {{ '\"': '\\\"', \"\\n\": '\\n' }} }}\n\
             {made}"
        ),
    );
    // Of entries only the one that has everything is looked at.
    let (before, after) = match scope {
        "catalog" => ("{% set entry = catalog.entries[0] %}\n", ""),
        "entry" => ("{% if entry.deprecated %}\n", "{% endif %}\n"),
        _ => ("", ""),
    };
    let printing: String =
        templates.iter().map(|template| format!("{RULE}\n{}\n", template.as_ref())).collect();
    let text = format!("{{{{ header }}}}\n{before}{printing}{RULE}\n{after}");
    write("templates/probe/probe.tera", &text);
    let document = "<!-- codegen:all locale=en -->\n<!-- codegen:end -->\n";
    write("out/probe/region.md", document);
    let command = if scope == "region" { "codegen update out/probe/region.md" } else { "codegen" };
    run(&format!("{command} -q --lang probe --templates templates"), work.path());
    let first = match scope {
        "catalog" => "all",
        "region" => "region.md",
        "locale" => "en",
        "group" => "common",
        _ => "QUOTA_EXCEEDED",
    };
    let text = fs::read_to_string(work.path().join("out/probe").join(first)).unwrap();
    text.split(&format!("{RULE}\n"))
        .skip(1)
        .take(templates.len())
        .map(|value| value.trim_end_matches('\n').to_owned())
        .collect()
}

/// The structs of the view with their fields, in the order of the source.
fn structs() -> Vec<Struct> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/view.rs");
    let source = fs::read_to_string(path).unwrap();
    let source = source.split_once("\n}\n\n/// `catalog`\n").unwrap().1;
    let mut structs: Vec<Struct> = Vec::new();
    let (mut doc, mut rename, mut is_inside) = (vec!["`catalog`".to_owned()], None, false);
    for line in source.lines() {
        let line = line.trim();
        if let Some(text) = line.strip_prefix("/// ") {
            doc.push(text.to_owned());
        } else if let Some(name) = line.strip_prefix("#[serde(rename = \"") {
            rename = name.split('"').next().map(str::to_owned);
        } else if let Some(name) =
            line.strip_prefix("pub struct ").and_then(|l| l.strip_suffix(" {"))
        {
            let name = name.split('<').next().unwrap().to_owned();
            structs.push(Struct { name, about: doc.join(" "), fields: Vec::new() });
            (doc, is_inside) = (Vec::new(), true);
        } else if line == "}" {
            (doc, is_inside) = (Vec::new(), false);
        } else if let Some((name, kind)) =
            line.strip_prefix("pub ").and_then(|l| l.strip_suffix(',')?.split_once(": "))
            && is_inside
        {
            let name = rename.take().unwrap_or_else(|| name.to_owned());
            let field = Field { name, kind: kind.to_owned(), meaning: doc.join(" ") };
            structs.last_mut().unwrap().fields.push(field);
            doc.clear();
        } else if !line.starts_with("#[") {
            doc.clear();
        }
    }
    structs
}
