//! Tables, case by case. A case is a folder in `tests/import/`:
//!
//! - `table.md`, or another file: what `codegen import` reads
//! - `args`: more arguments, one a line
//! - `spec.yaml`, `stderr`, `status`: what it must print and exit with; nothing, where there is no
//!   file
//!
//! `CASES=overwrite cargo test --test import` writes down what was printed. Read it before you
//! commit it.
//!
//! Whatever the case, what was imported is a sound spec, and the page that codegen makes of it,
//! read by another parser, has the same codes and texts in the same order.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "support/expectations.rs"]
mod expectations;
// Here only tables count.
#[allow(dead_code)]
#[path = "markdown/read.rs"]
mod read;
#[path = "support/trees.rs"]
mod trees;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use expectations::difference;
use serde_json::Value;
use trees::{plant, tree};

/// What is expected of a case, and what is told of it.
const OURS: [&str; 4] = ["args", "spec.yaml", "stderr", "status"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/import")).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 40, "found {} cases", cases.len());
    cases
}

fn codegen(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(args)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn tables_become_what_they_must() {
    let overwrite = expectations::is_overwriting();
    let mut findings = Vec::new();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let work = tempfile::tempdir().unwrap();
        let mut files = tree(&case);
        files.retain(|path, _| !OURS.contains(&path.as_str()));
        assert_eq!(files.len(), 1, "{name} has more than one table");
        plant(&files, work.path());
        let table = files.into_keys().next().unwrap();
        let more = fs::read_to_string(case.join("args")).unwrap_or_default();
        let mut args = vec!["import", table.as_str()];
        args.extend(more.lines());
        let output = codegen(work.path(), &args);
        let status = format!("{}\n", output.status.code().unwrap());
        let printed = [
            ("spec.yaml", output.stdout),
            ("stderr", output.stderr),
            ("status", status.into_bytes()),
        ];
        for (part, bytes) in printed {
            let expected = expectations::expected(&case.join(part), &bytes, overwrite);
            findings.extend(difference(&format!("{name}/{part}"), &expected, &bytes));
        }
    }
    assert!(findings.is_empty(), "{} findings\n\n{}", findings.len(), findings.join("\n"));
}

/// The codes of a spec with their texts, in order, as another reader of YAML has them.
fn rows(spec: &Path) -> Vec<Vec<String>> {
    let root: Value = serde_yaml_upstream::from_str(&fs::read_to_string(spec).unwrap()).unwrap();
    let tags: Vec<&str> = root["locales"].as_array().into_iter().flatten().map(word).collect();
    let entries = root["codes"].as_array().unwrap().iter();
    let row = |entry: &Value| {
        let code = entry["code"].as_str().map_or_else(|| entry["code"].to_string(), str::to_owned);
        // Nothing else is imported with braces than what stands for itself.
        let text = |tag: &&str| {
            entry["message"][*tag].as_str().map(|t| t.replace("{{", "{").replace("}}", "}"))
        };
        let texts: Vec<Option<String>> = tags.iter().map(text).collect();
        // Where there is no text in a language, the page has that of another; without any, the name.
        let other = texts.iter().flatten().next().cloned();
        let other = other.unwrap_or_else(|| word(&entry["name"]).to_owned());
        let texts = texts.into_iter().map(|text| text.unwrap_or_else(|| other.clone()));
        let texts: Vec<String> = texts.collect();
        let texts = if texts.is_empty() { vec![other] } else { texts };
        [vec![code], texts].concat()
    };
    entries.map(row).collect()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[test]
fn what_is_imported_comes_out_again() {
    let mut count = 0;
    for case in cases() {
        let spec = case.join("spec.yaml");
        if !spec.exists() {
            continue;
        }
        count += 1;
        let lint = codegen(&case, &["lint", "--spec", "spec.yaml"]);
        assert!(lint.status.success(), "{}\n{}", case.display(), text(&lint.stderr));
        let out = tempfile::tempdir().unwrap();
        let folder = out.path().to_string_lossy().into_owned();
        let args = ["--lang", "markdown", "--spec", "spec.yaml", "--out", &folder];
        let run = codegen(&case, &args);
        assert!(run.status.success(), "{}\n{}", case.display(), text(&run.stderr));
        let index = fs::read_to_string(out.path().join("markdown/index.md")).unwrap();
        let table = read::table(&index);
        // Code, name, and the texts.
        let found: Vec<Vec<String>> =
            table[1..].iter().map(|row| [&row[..1], &row[2..]].concat()).collect();
        assert_eq!(found, rows(&spec), "{}", case.display());
    }
    assert!(count > 35, "{count} cases are a spec");
}

#[test]
fn the_seed_is_imported_to_the_letter() {
    let seed = fs::read_to_string(root().join("tests/fixtures/seed.md")).unwrap();
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
    let lines = seed.lines().filter_map(|line| line.trim().strip_prefix('|')?.strip_suffix('|'));
    let wanted: Vec<Vec<String>> = lines.skip(2).map(cells).collect();
    assert_eq!(wanted.len(), 95);
    assert_eq!(rows(&root().join("tests/import/seed/spec.yaml")), wanted);
    let table = fs::read_to_string(root().join("tests/import/seed/table.md")).unwrap();
    assert_eq!(table, seed);
}

#[test]
fn what_is_exported_changes_nothing_when_it_comes_back() {
    let mut specs =
        vec![root().join("spec/codes.yaml"), root().join("tests/fixtures/markdown.yaml")];
    for case in fs::read_dir(root().join("tests/conformance/cases")).unwrap() {
        specs.push(case.unwrap().path().join("codes.yaml"));
    }
    assert!(specs.len() > 5);
    for spec in specs {
        let before = fs::read_to_string(&spec).unwrap();
        for shape in ["csv", "tsv", "json", "markdown"] {
            let work = tempfile::tempdir().unwrap();
            fs::write(work.path().join("codes.yaml"), &before).unwrap();
            let args = ["export", "--spec", "codes.yaml", "--format", shape];
            let export = codegen(work.path(), &args);
            assert!(export.status.success(), "{}", text(&export.stderr));
            fs::write(work.path().join("table"), export.stdout).unwrap();
            let args = ["import", "table", "--from", shape, "--into", "codes.yaml"];
            let import = codegen(work.path(), &args);
            let said = format!("{} as {shape}: {}", spec.display(), text(&import.stderr));
            assert!(import.status.success(), "{said}");
            let after = fs::read_to_string(work.path().join("codes.yaml")).unwrap();
            assert_eq!(after, before, "{said}");
        }
    }
}
