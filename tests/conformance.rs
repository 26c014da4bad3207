//! Every SDK means the same as the spec: see `tests/conformance/README.md`. A case is a folder
//! in `cases/`, a language is a folder with its `steps`; neither needs Rust.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "conformance/expected.rs"]
mod expected;
#[path = "conformance/language.rs"]
mod language;
#[path = "conformance/random.rs"]
mod random;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use language::{Language, copy, loud};
use serde_json::Value;

/// The repository's own catalog, whose SDKs are committed.
const REAL: &str = "real";

/// A catalog whose SDKs are put to the proof.
struct Case {
    name: String,
    spec: PathBuf,
    /// Targets that can't express it, and say so.
    refused_by: Vec<String>,
    /// How to meet it again, where it is made of a seed.
    origin: Option<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<Case> {
    let mut cases = vec![Case {
        name: REAL.to_owned(),
        spec: root().join("spec/codes.yaml"),
        refused_by: Vec::new(),
        origin: None,
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
            origin: None,
        });
    }
    assert!(cases.len() > 3, "found {} cases", cases.len());
    cases.extend(random_cases());
    cases
}

/// The catalogs that are made of the seed.
fn random_cases() -> impl Iterator<Item = Case> {
    let seed = random::seed();
    random::specs(&root(), seed).into_iter().map(move |(name, text)| {
        let folder = root().join("target/conformance").join(name);
        let spec = folder.join("codes.yaml");
        fs::create_dir_all(folder).unwrap();
        fs::write(&spec, text).unwrap();
        let origin = format!(
            "{name} is made of CODEGEN_SEED={seed}; to keep it as a case, copy\n{}\nto \
             tests/conformance/cases/NAME/codes.yaml, and cut it down to what fails",
            spec.display()
        );
        Case { name: name.to_owned(), spec, refused_by: Vec::new(), origin: Some(origin) }
    })
}

/// Says where a case comes from if its proof fails.
struct Origin<'a>(&'a Case);

impl Drop for Origin<'_> {
    fn drop(&mut self) {
        if let Some(origin) = self.0.origin.as_ref().filter(|_| std::thread::panicking()) {
            // Not with `eprintln!`, which the test runner would keep to itself.
            let _ = writeln!(std::io::stderr(), "\n*** FAILED: {origin} ***\n");
        }
    }
}

/// Generates a case for one language: its SDK, and the program that prints it as JSON.
fn generate(case: &Case, target: &str, work: &Path) -> bool {
    let _ = fs::remove_dir_all(work);
    fs::create_dir_all(work).unwrap();
    let dump = format!("dump-{target}");
    let committed = root().join("out").join(target);
    let languages = if case.name == REAL && committed.exists() {
        copy(&committed, &work.join(target));
        dump
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

/// Puts one language to the proof, in every case that is wanted.
fn prove(target: &str, cases: &[Case], wanted: &Wanted) {
    let language = Language::read(&root().join("tests/conformance"), target);
    let Some(tools) = language.tools(&root().join(".tools")) else { return };
    for case in cases.iter().filter(|case| wanted.takes(target, &case.name)) {
        let _origin = Origin(case);
        let work = root().join("target/conformance").join(&case.name).join(target);
        if !generate(case, target, &work) {
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

/// `CONFORMANCE=go`, `CONFORMANCE=go/full` or `CONFORMANCE=/full`: the part of the proof that is
/// worked on. All of it where nothing is set, and always under CI.
struct Wanted(Option<(String, String)>);

impl Wanted {
    fn read(languages: &[String], cases: &[Case]) -> Self {
        let Ok(wanted) = std::env::var("CONFORMANCE") else { return Self(None) };
        assert!(std::env::var_os("CI").is_none(), "CONFORMANCE is set, so not all is proven");
        loud(&format!("all that is not CONFORMANCE={wanted}"));
        let (language, case) = wanted.split_once('/').unwrap_or((&wanted, ""));
        assert!(language.is_empty() || languages.iter().any(|l| l == language), "{languages:?}");
        assert!(case.is_empty() || cases.iter().any(|c| c.name == case), "no case {case}");
        Self(Some((language.to_owned(), case.to_owned())))
    }

    fn takes(&self, language: &str, case: &str) -> bool {
        let is = |wanted: &str, name| wanted.is_empty() || wanted == name;
        self.0.as_ref().is_none_or(|(l, c)| is(l, language) && is(c, case))
    }
}

#[test]
fn every_sdk_means_the_same_as_the_spec() {
    let languages = languages();
    let cases = &cases();
    let wanted = &Wanted::read(&languages, cases);
    let failed: Vec<&String> = std::thread::scope(|scope| {
        let proofs: Vec<_> = languages
            .iter()
            .map(|name| (name, scope.spawn(move || prove(name, cases, wanted))))
            .collect();
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
