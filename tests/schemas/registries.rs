//! The fields, words and rules that the readers take, and those of the schemas.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use codegen::compat::CHANGES;
use codegen::lint::RULES;
use codegen::model::{Grpc, Sources};
use codegen::render::{Accepts, Manifest, OptionSpec, OptionValue};
use codegen::spec::yaml;
use serde_json::{Value, json};

use super::expectations::{self, is_overwriting};
use super::{root, schema};

/// Where a mapping with known fields, or a word out of several, stands: the schema, the place of
/// its definition there, and a file with `zz: 1`, or `zz`, at that place.
const PLACES: [(&str, &str, &str); 29] = [
    ("codes", "", "zz: 1"),
    ("included", "", "zz: 1"),
    ("codes", "/definitions/entry", "format: 1\ncodes: [{ zz: 1 }]"),
    ("codes", "/definitions/group", "format: 1\ngroups: [{ zz: 1 }]"),
    ("codes", "/definitions/reserved", "format: 1\nreserved: { zz: 1 }"),
    ("codes", "/definitions/deprecated", "format: 1\ncodes: [{ deprecated: { zz: 1 } }]"),
    ("codes", "/definitions/param", "format: 1\ncodes: [{ params: { a: { zz: 1 } } }]"),
    ("codes", "/properties/type", "format: 1\ntype: zz"),
    ("codes", "/definitions/entry/properties/kind", "format: 1\ncodes: [{ kind: zz }]"),
    (
        "codes",
        "/definitions/param/properties/type",
        "format: 1\ncodes: [{ params: { a: { type: zz } } }]",
    ),
    ("codegen", "", "zz: 1"),
    ("codegen", "/definitions/target", "targets: { a: { zz: 1 } }"),
    ("codegen", "/definitions/level", "lint: { missing-message: zz }"),
    ("codegen", "/definitions/verdict", "breaking: { code-added: zz }"),
    ("target", "", "zz: 1"),
    ("target", "/properties/codes", "codes: { zz: 1 }"),
    ("target", "/properties/codes/properties/types/items", "codes: { types: [zz] }"),
    ("target", "/definitions/option", "options: { a: { zz: 1 } }"),
    ("target", "/definitions/identifier", "identifiers: { a: { zz: 1 } }"),
    ("target", "/definitions/identifier/properties/of", "identifiers: { a: { of: zz } }"),
    ("target", "/definitions/identifier/properties/case", "identifiers: { a: { case: zz } }"),
    ("target", "/definitions/escape", "escapes: { a: { zz: 1 } }"),
    (
        "target",
        "/definitions/escape/properties/commonmark",
        "escapes: { a: { commonmark: { zz: 1 } } }",
    ),
    ("target", "/definitions/file", "files: [{ zz: 1 }]"),
    ("target", "/definitions/file/properties/for_each", "files: [{ for_each: zz }]"),
    // Those whose words have a registry; see below.
    ("codes", "/definitions/rule", ""),
    ("codes", "/definitions/entry/properties/grpc", ""),
    ("codegen", "/properties/lint", ""),
    ("codegen", "/properties/breaking", ""),
];

#[test]
fn fields_and_words_are_those_of_the_readers() {
    let mut faults = Vec::new();
    for (name, place, text) in PLACES.iter().filter(|(.., text)| !text.is_empty()) {
        let definition = schema(name).pointer(place).unwrap().clone();
        let said = said(name, text);
        let (own, taken) = if definition.get("enum").is_some() {
            (texts(&definition["enum"]), listed(&said, "unknown-value", "expected "))
        } else {
            let own = definition["properties"].as_object().unwrap().keys().cloned().collect();
            let required = texts(&definition["required"]);
            let missing: BTreeSet<String> = missing(&said);
            // What is missing of the root is said once; `codes` may stand elsewhere.
            if required != missing.iter().filter(|f| *f != "codes").cloned().collect() {
                faults.push(format!("{name}{place} requires {required:?}, found {missing:?}"));
            }
            (own, listed(&said, "unknown-field", "the fields are "))
        };
        if own != taken {
            faults.push(format!("{name}{place} takes {own:?}, the reader {taken:?}"));
        }
    }
    let grpc = schema("codes")["definitions"]["entry"]["properties"]["grpc"]["enum"].clone();
    let names = Grpc::NAMES.iter().map(|name| json!(name));
    let all: Vec<Value> = names.chain((0..Grpc::NAMES.len()).map(|number| json!(number))).collect();
    assert_eq!(grpc, json!(all));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_closed_mapping_and_every_choice_is_compared() {
    for name in ["codes", "included", "codegen", "target"] {
        let mut found = BTreeSet::new();
        closed(&schema(name), "", &mut found);
        let places = PLACES.iter().filter(|(of, ..)| of == &name);
        let compared: BTreeSet<String> = places.map(|(_, place, _)| (*place).to_owned()).collect();
        // Options have words of their own, and come from the manifests.
        found.retain(|place| !place.starts_with("/properties/targets/"));
        assert_eq!(found, compared, "{name}");
    }
}

#[test]
fn every_field_is_described() {
    for name in ["codes", "codegen", "target", "export"] {
        let whole = schema(name);
        let mut silent = Vec::new();
        silent_fields(&whole, &whole, "", &mut silent);
        assert!(silent.is_empty(), "{name}: {silent:?}");
    }
}

/// Rules, kinds of changes, and targets with their options stand in the schemas as they do in the
/// registries.
#[test]
fn registries_stand_in_the_schemas() {
    let optional = || RULES.iter().filter(|rule| rule.is_optional());
    let codes: Vec<_> = optional().map(|rule| format!("{:?}", rule.name)).collect();
    settle("codes", &["    \"rule\": {", "      \"enum\": ["], &codes);
    let field = |name: &str, finds: &str, of: &str| {
        let what = json!(sentence(finds));
        format!(
            "\"{name}\": {{ \"description\": {what}, \"allOf\": [{{ \"$ref\": \"#/definitions/{of}\" }}] }}"
        )
    };
    let levels: Vec<_> = optional().map(|rule| field(rule.name, rule.finds, "level")).collect();
    settle("codegen", &["    \"lint\": {", "      \"properties\": {"], &levels);
    let verdicts: Vec<_> =
        CHANGES.iter().map(|rule| field(rule.name, rule.finds, "verdict")).collect();
    settle("codegen", &["    \"breaking\": {", "      \"properties\": {"], &verdicts);
    settle("codegen", &["    \"targets\": {", "      \"properties\": {"], &targets());
}

/// Holds the lines of a block, found by the lines that lead to it, against what must stand there.
fn settle(name: &str, lead: &[&str], items: &[String]) {
    let path = root().join(format!("schemas/{name}.schema.json"));
    let text = fs::read_to_string(&path).unwrap();
    let mut start = 0;
    for line in lead {
        start += text[start..].find(&format!("\n{line}")).unwrap() + 1 + line.len();
    }
    let indent = lead[lead.len() - 1].len() - lead[lead.len() - 1].trim_start().len();
    let closing = if lead[lead.len() - 1].ends_with('[') { ']' } else { '}' };
    let end = start + text[start..].find(&format!("\n{:indent$}{closing}", "")).unwrap();
    let lines = items.join(",\n").replace('\n', &format!("\n{:indent$}  ", ""));
    let expected = format!("{}\n{:indent$}  {lines}{}", &text[..start], "", &text[end..]);
    let stands = expectations::expected(&path, expected.as_bytes(), is_overwriting());
    let difference = expectations::difference(name, &stands, expected.as_bytes());
    assert!(difference.is_none(), "{}", difference.unwrap_or_default());
}

/// The built-in targets with their options.
fn targets() -> Vec<String> {
    let mut blocks = BTreeMap::new();
    for folder in fs::read_dir(root().join("templates")).unwrap() {
        let folder = folder.unwrap().path();
        let text = fs::read_to_string(folder.join("target.yaml")).unwrap();
        let mut sources = Sources::default();
        let id = sources.add("target.yaml", text);
        let node = yaml::parse(id, &sources).unwrap();
        let manifest = Manifest::read(&node, &mut Vec::new());
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let mut block = format!("\"{name}\": {{\n");
        let what = json!(sentence(&manifest.description));
        writeln!(block, "  \"description\": {what},").unwrap();
        block += "  \"allOf\": [{ \"$ref\": \"#/definitions/target\" }]";
        if manifest.options.is_empty() {
            block.push('\n');
        } else {
            let options: Vec<String> = manifest.options.iter().map(option).collect();
            let options = options.join(",\n        ");
            block += ",\n  \"properties\": {\n    \"options\": {\n      \"properties\": {\n";
            writeln!(block, "        {options}\n      }}\n    }}\n  }}").unwrap();
        }
        blocks.insert(name, block + "}");
    }
    blocks.into_values().collect()
}

fn option(option: &OptionSpec) -> String {
    let mut of = json!({ "description": sentence(&option.description) });
    of["type"] = match &option.default {
        OptionValue::Flag(_) => json!("boolean"),
        OptionValue::Number(_) => json!("integer"),
        OptionValue::Text(_) => json!("string"),
        OptionValue::List(_) => json!(["array", "string"]),
    };
    match &option.accepts {
        Accepts::OneOf(choices) => of["enum"] = json!(choices),
        Accepts::Within(range) => {
            of["minimum"] = json!(i64::try_from(range.first).unwrap());
            of["maximum"] = json!(i64::try_from(range.last).unwrap());
        }
        Accepts::Anything | Accepts::Identifier { .. } | Accepts::Locales => {}
    }
    of["default"] = json!(option.default);
    format!("\"{}\": {of}", option.name)
}

/// A line as a sentence.
fn sentence(line: &str) -> String {
    let plain = line.replace('`', "");
    let mut letters = plain.chars();
    let first = letters.next().unwrap().to_uppercase();
    format!("{first}{}.", letters.as_str())
}

/// The findings of codegen about a file that breaks a schema.
fn said(schema: &str, text: &str) -> Vec<Value> {
    let work = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = work.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let sound = "format: 1\ncodes: [{ code: 0, name: OK, kind: success, message: Done. }]\n";
    match schema {
        "codes" => write("spec/codes.yaml", text),
        "included" => {
            write("spec/codes.yaml", &format!("{sound}include: part.yaml\n"));
            write("spec/part.yaml", text);
        }
        "codegen" => {
            write("spec/codes.yaml", sound);
            write("codegen.yaml", text);
        }
        _ => {
            write("spec/codes.yaml", sound);
            write("templates/own/target.yaml", text);
        }
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    command.args(["--dry-run", "--format", "json"]).current_dir(work.path());
    if schema == "target" {
        command.args(["--templates", "templates", "--lang", "own"]);
    }
    let document: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    document["findings"].as_array().unwrap().clone()
}

/// What is listed in the words of a finding, after some that lead to it.
fn listed(said: &[Value], rule: &str, lead: &str) -> BTreeSet<String> {
    let of_rule = said.iter().filter(|finding| finding["rule"] == rule);
    let mut words = of_rule.flat_map(|finding| {
        let help = finding["help"].as_array().unwrap().iter();
        help.chain([&finding["text"]]).map(|text| text.as_str().unwrap())
    });
    let list = words.find_map(|text| text.strip_prefix(lead));
    let list = list.unwrap_or_else(|| panic!("{rule}: no {lead:?} in {said:#?}"));
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The fields that the mapping with the unknown field lacks.
fn missing(said: &[Value]) -> BTreeSet<String> {
    let words = |rule: &'static str| {
        let of_rule = said.iter().filter(move |finding| finding["rule"] == rule);
        of_rule.map(|finding| finding["message"].as_str().unwrap())
    };
    let (_, what) = words("unknown-field").next().unwrap().split_once(" in ").unwrap();
    let own = words("missing-field").filter_map(|text| text.split_once(" has no `"));
    let own = own.filter(|(subject, _)| *subject == what);
    own.map(|(_, field)| field.trim_end_matches('`').to_owned()).collect()
}

fn texts(list: &Value) -> BTreeSet<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// The places of mappings that take no other fields, and of choices.
fn closed(value: &Value, place: &str, found: &mut BTreeSet<String>) {
    let Value::Object(fields) = value else { return };
    if fields.get("additionalProperties") == Some(&Value::Bool(false))
        || fields.get("enum").is_some_and(Value::is_array)
    {
        found.insert(place.to_owned());
    }
    for (name, part) in fields.iter().filter(|(name, _)| *name != "examples") {
        closed(part, &format!("{place}/{name}"), found);
    }
}

/// The fields of mappings that nothing is said of.
fn silent_fields(whole: &Value, part: &Value, place: &str, silent: &mut Vec<String>) {
    let Value::Object(fields) = part else { return };
    // What stands under a condition is described where it is declared.
    let is_condition =
        |name: &str| ["if", "then", "else", "examples", "dependencies"].contains(&name);
    for (name, part) in fields.iter().filter(|(name, _)| !is_condition(name)) {
        if name == "properties" && !place.ends_with("/properties") {
            for (field, of) in part.as_object().unwrap() {
                let target = of["$ref"].as_str().and_then(|r| whole.pointer(&r[1..]));
                let of = target.unwrap_or(of);
                // An option of a target stands below what is described elsewhere.
                let is_described = of["description"].is_string() || field == "options";
                silent.extend((!is_described).then(|| format!("{place}/{field}")));
            }
        }
        silent_fields(whole, part, &format!("{place}/{name}"), silent);
    }
}
