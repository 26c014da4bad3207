//! Every SDK means the same as the spec: see `tests/conformance/README.md`. A case is a folder
//! in `cases/`, a language is a folder with its `steps`; neither needs Rust.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "conformance/expected.rs"]
mod expected;
#[path = "conformance/language.rs"]
mod language;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use language::Language;
use serde_json::Value;

/// The repository's own catalog, whose SDKs are committed.
const REAL: &str = "real";

/// A catalog whose SDKs are put to the proof.
struct Case {
    name: String,
    spec: PathBuf,
    /// Targets that can't express it, and say so.
    refused_by: Vec<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<Case> {
    let mut cases = vec![Case {
        name: REAL.to_owned(),
        spec: root().join("spec/codes.yaml"),
        refused_by: Vec::new(),
    }];
    let mut folders: Vec<PathBuf> = fs::read_dir(root().join("tests/conformance/cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    for folder in folders {
        let refused = fs::read_to_string(folder.join("refused-by.txt")).unwrap_or_default();
        cases.push(Case {
            name: folder.file_name().unwrap().to_string_lossy().into_owned(),
            spec: folder.join("codes.yaml"),
            refused_by: refused.split_whitespace().map(str::to_owned).collect(),
        });
    }
    assert!(cases.len() > 3, "found {} cases", cases.len());
    cases
}

/// Generates a case for one language: its SDK, and the program that prints it as JSON.
fn generate(case: &Case, target: &str, work: &Path) -> bool {
    let _ = fs::remove_dir_all(work);
    fs::create_dir_all(work).unwrap();
    let dump = format!("dump-{target}");
    let languages = if case.name == REAL {
        copy(&root().join("out").join(target), &work.join(target));
        dump.clone()
    } else {
        format!("{target},{dump}")
    };
    let output = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(["--lang", &languages, "--templates"])
        .arg(root().join("tests/conformance/targets"))
        .arg("--spec")
        .arg(&case.spec)
        .arg("--out")
        .arg(work)
        .current_dir(work)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if case.refused_by.iter().any(|t| t == target) {
        assert_eq!(output.status.code(), Some(1), "{} for {target}: {said}", case.name);
        assert!(said.contains(&format!("`{target}`")), "{said}");
        return false;
    }
    assert!(output.status.success(), "{} for {target}: {said}", case.name);
    true
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Puts one language to the proof, in every case.
fn prove(target: &str) {
    let language = Language::read(&root().join("tests/conformance"), target);
    let Some(tools) = language.tools(&root().join(".tools")) else { return };
    for case in cases() {
        let work = root().join("target/conformance").join(&case.name).join(target);
        if !generate(&case, target, &work) {
            continue;
        }
        let printed = language.run(&work, &tools);
        let printed: Value = serde_json::from_str(&printed).unwrap_or_else(|e| {
            panic!("{} in {target} printed no JSON: {e}\n{printed}", case.name)
        });
        let expected = expected::read(&case.spec);
        assert_same(&printed, &expected, &format!("{} in {target}", case.name));
    }
}

/// Names the first place where two values differ; two whole catalogs would be no message.
fn assert_same(printed: &Value, expected: &Value, place: &str) {
    match (printed, expected) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = |map: &serde_json::Map<String, Value>| {
                let mut keys: Vec<String> = map.keys().cloned().collect();
                keys.sort();
                keys
            };
            assert_eq!(keys(a), keys(b), "{place}");
            for (key, value) in a {
                assert_same(value, &b[key], &format!("{place}.{key}"));
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{place}: {printed} is not {expected}");
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                assert_same(a, b, &format!("{place}[{at}]"));
            }
        }
        _ => assert_eq!(printed, expected, "{place}"),
    }
}

/// Every language that has `steps`.
fn languages() -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(root().join("tests/conformance"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("steps").exists())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert!(found.len() >= 4, "{found:?}");
    found
}

#[test]
fn every_sdk_means_the_same_as_the_spec() {
    let languages = languages();
    let failed: Vec<&String> = std::thread::scope(|scope| {
        let proofs: Vec<_> =
            languages.iter().map(|name| (name, scope.spawn(move || prove(name)))).collect();
        proofs.into_iter().filter_map(|(name, proof)| proof.join().err().map(|_| name)).collect()
    });
    assert!(failed.is_empty(), "not proven: {failed:?}");
}

#[test]
fn a_difference_is_found() {
    let spec = root().join("tests/conformance/cases/full/codes.yaml");
    let expected = expected::read(&spec);
    for pointer in ["/codes/0/name", "/codes/3/messages/en", "/by_name/OK", "/locales/xx", "/error"]
    {
        let mut printed = expected.clone();
        *printed.pointer_mut(pointer).unwrap() = Value::from("something else");
        let found = std::panic::catch_unwind(|| assert_same(&printed, &expected, ""));
        assert!(found.is_err(), "{pointer}");
    }
}
