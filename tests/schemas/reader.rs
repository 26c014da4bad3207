//! What the readers say of a file, and the file as JSON.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::lint;
use codegen::model::node::{Node, Value};
use codegen::model::{Diagnostic, SourceId, Sources};
use codegen::render::Manifest;
use codegen::spec::{self, File, yaml};
use serde_json::{Number, Value as Json};

/// Rules that say what a schema can tell.
pub(crate) const TOLD: [&str; 14] = [
    "empty-text",
    "fixed-level",
    "invalid-grpc",
    "invalid-header",
    "invalid-http",
    "invalid-locale",
    "invalid-message",
    "invalid-name",
    "missing-field",
    "unknown-field",
    "unknown-format",
    "unknown-rule",
    "unknown-value",
    "wrong-type",
];

/// Specs, configurations and manifests in this repository, each with its schema.
pub(crate) fn files() -> Vec<(PathBuf, &'static str)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = ["spec", "templates", "tests", "fuzz/corpus/spec"].map(|f| below(&root.join(f)));
    all.concat()
        .into_iter()
        .filter(|path| !path.starts_with(root.join("tests/schemas")))
        .filter_map(|path| {
            let schema = match path.file_name()?.to_str()? {
                "codegen.yaml" => "codegen",
                "target.yaml" => "target",
                _ if path.extension().is_some_and(|e| e == "yaml") => {
                    let text = fs::read_to_string(&path).ok()?;
                    let has = |field: &str| text.lines().any(|line| line.starts_with(field));
                    let part = || (has("codes:") || has("groups:")).then_some("included");
                    if has("format:") { "codes" } else { part()? }
                }
                _ => return None,
            };
            Some((path, schema))
        })
        .collect()
}

pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// A file as JSON, and the rules that it breaks; `None` where it is no YAML, or no JSON.
pub(crate) fn read(path: &Path, schema: &str) -> Option<(String, Vec<String>)> {
    let text = fs::read_to_string(path).ok()?;
    let mut sources = Sources::default();
    let id = sources.add("file.yaml", text.as_str());
    let root = yaml::parse(id, &sources).ok()?;
    let rules = match schema {
        "codegen" => of_configuration(path),
        "target" => {
            let mut found = Vec::new();
            Manifest::read(&root, &mut found);
            names(&found)
        }
        "included" => {
            let main = sources.add("codes.yaml", "format: 1\ninclude: file.yaml\n");
            let main_root = yaml::parse(main, &sources).unwrap();
            of_spec((&main_root, main), Some((&root, id)), &sources)
        }
        _ => of_spec((&root, id), None, &sources),
    };
    Some((json(&root)?.to_string(), rules))
}

fn names(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(|f| f.rule.to_string()).collect()
}

fn of_spec(
    main: (&Node, SourceId),
    part: Option<(&Node, SourceId)>,
    sources: &Sources,
) -> Vec<String> {
    let file = |(root, id)| File { root, source: sources.get(id) };
    let mut found = Vec::new();
    let head = spec::head(main.0, &mut found);
    let is_whole = head.include.is_empty();
    let parts: Vec<File<'_>> = part.into_iter().map(file).collect();
    let catalog = spec::catalog(head, file(main), &parts, &mut found);
    // What a file includes is not looked at.
    found.retain(|f| f.is_error() && (is_whole || f.rule != "no-codes"));
    if found.is_empty() {
        lint::lint(&catalog, &[], &mut found);
        found.retain(|f| TOLD.contains(&f.rule));
    }
    // The type of the codes stands in the file that includes a part.
    let is_unsure = |name: &String| part.is_some() && name == "wrong-type";
    let name = |name| if is_unsure(&name) { "maybe wrong-type".to_owned() } else { name };
    names(&found).into_iter().map(name).collect()
}

fn of_configuration(path: &Path) -> Vec<String> {
    // The least that reads the file; values of options are read only where targets are.
    let found = told(path, &["targets", "json"]);
    if found.is_empty() { told(path, &["lint"]) } else { found }
}

fn told(path: &Path, command: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(command)
        .args(["--format", "json", "--config"])
        .arg(path)
        .output()
        .unwrap();
    let document: Json = serde_json::from_slice(&output.stdout).unwrap();
    let own = |finding: &&Json| {
        finding["location"]["file"].as_str().is_some_and(|f| f.ends_with("codegen.yaml"))
    };
    let findings = document["findings"].as_array().unwrap().iter().filter(own);
    findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

/// A tree as JSON; `None` where a key is no text.
fn json(node: &Node) -> Option<Json> {
    Some(match &node.value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Bool(*flag),
        // That of a greater number is a number as well.
        Value::Int(number) => {
            Json::Number(Number::from_i128(*number).unwrap_or_else(|| u64::MAX.into()))
        }
        Value::Float(_) => Json::from(0.5),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => Json::Array(items.iter().map(json).collect::<Option<_>>()?),
        Value::Map(pairs) => {
            let pair =
                |(key, value): &(Node, Node)| Some((key.as_text()?.to_owned(), json(value)?));
            Json::Object(pairs.iter().map(pair).collect::<Option<_>>()?)
        }
    })
}
