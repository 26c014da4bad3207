//! Schemas say what the readers do: a file that codegen reads without a finding is valid, one of
//! which it says what a schema can tell is not, and each takes the fields and words that the
//! readers take. The validator is one that we do not share.
//!
//! A file in `tests/schemas/invalid/`, named `WHAT.SCHEMA.yaml`, must be refused by the schema where
//! its first line says, and by codegen.
//!
//! `CASES=overwrite cargo test --test schemas` writes the rules and targets into the schemas.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "support/expectations.rs"]
mod expectations;
#[path = "conformance/language.rs"]
mod language;
#[path = "schemas/reader.rs"]
mod reader;
#[path = "schemas/registries.rs"]
mod registries;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use language::Language;
use reader::{files, read};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn schema(name: &str) -> Value {
    let path = root().join(format!("schemas/{name}.schema.json"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn printed(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_codegen")).args(args).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_command_prints_what_stands_in_the_folder() {
    let named: BTreeSet<String> = printed(&["schema"])
        .lines()
        .map(|line| line.split_once(' ').unwrap().0.to_owned() + ".schema.json")
        .collect();
    let there: BTreeSet<String> = fs::read_dir(root().join("schemas"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(named, there);
    for file in there {
        let name = file.strip_suffix(".schema.json").unwrap();
        let text = fs::read_to_string(root().join("schemas").join(&file)).unwrap();
        assert_eq!(printed(&["schema", name]), text, "{name}");
    }
}

/// What a document must come to.
struct Claim {
    path: PathBuf,
    /// Where it must be wrong; empty where anywhere will do. `None` where it is sound.
    wrong_at: Option<String>,
}

#[test]
fn files_are_judged_as_the_readers_judge_them() {
    let language = Language::read(&root().join("tests"), "schemas");
    let Some(tools) = language.tools(&root().join(".tools")) else { return };
    let work = tempfile::tempdir().unwrap();
    language::copy(&root().join("schemas"), &work.path().join("schemas"));
    let mut claims: BTreeMap<String, Claim> = BTreeMap::new();
    let mut add = |schema: &str, path: PathBuf, document: &str, wrong_at: Option<String>| {
        let folder = work.path().join("documents").join(schema);
        fs::create_dir_all(&folder).unwrap();
        let number = claims.len();
        fs::write(folder.join(format!("{number}.json")), document).unwrap();
        claims.insert(format!("{schema}/{number}"), Claim { path, wrong_at });
    };
    for (path, schema) in files() {
        let Some((document, findings)) = read(&path, schema) else { continue };
        if findings.is_empty() {
            add(schema, path, &document, None);
        } else if findings.iter().any(|rule| reader::TOLD.contains(&rule.as_str())) {
            add(schema, path, &document, Some(String::new()));
        }
    }
    for path in reader::below(&root().join("tests/schemas/invalid")) {
        let text = fs::read_to_string(&path).unwrap();
        let (_, place) = text.lines().next().unwrap().split_once("expect: ").unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let schema = name.split('.').nth(1).unwrap();
        let (document, findings) = read(&path, schema).unwrap();
        assert!(!findings.is_empty(), "{name}: codegen finds nothing");
        add(schema, path, &document, Some(place.to_owned()));
    }
    for case in fs::read_dir(root().join("tests/cmd")).unwrap() {
        let case = case.unwrap().path();
        let args = fs::read_to_string(case.join("args")).unwrap();
        if args.starts_with("export\n")
            && args.contains("--format\njson\n")
            && case.join("stdout").exists()
        {
            add("export", case.clone(), &fs::read_to_string(case.join("stdout")).unwrap(), None);
        }
    }
    let said = language.run(work.path(), &tools);
    let found: BTreeMap<String, Vec<String>> = serde_json::from_str(&said).unwrap();
    assert_judged(&claims, &found);
}

fn assert_judged(claims: &BTreeMap<String, Claim>, found: &BTreeMap<String, Vec<String>>) {
    let mut faults = Vec::new();
    for (name, wrong) in found.iter().filter(|(name, _)| !claims.contains_key(*name)) {
        faults.extend((!wrong.is_empty()).then(|| format!("{name}: {wrong:#?}")));
    }
    for (name, claim) in claims {
        let wrong = &found[name];
        let shown = claim.path.strip_prefix(root()).unwrap().display();
        match &claim.wrong_at {
            None if wrong.is_empty() => {}
            Some(place) if wrong.iter().any(|w| w.starts_with(place.as_str())) => {}
            None => faults.push(format!("{shown} is sound, but {wrong:#?}")),
            Some(place) => faults.push(format!("{shown}: expected {place}, found {wrong:#?}")),
        }
    }
    assert!(faults.is_empty(), "{} faults\n\n{}", faults.len(), faults.join("\n"));
    for (schema, sound, broken) in
        [("codes", 500, 90), ("included", 20, 8), ("codegen", 150, 15), ("target", 150, 12)]
    {
        let own = || claims.iter().filter(|(name, _)| name.starts_with(&format!("{schema}/")));
        let wrong = own().filter(|(_, claim)| claim.wrong_at.is_some()).count();
        let right = own().count() - wrong;
        assert!(right >= sound && wrong >= broken, "{schema}: {right} sound, {wrong} wrong");
    }
}
