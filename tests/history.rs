//! A table through the years: each file in `tests/history/` is one commit of it, in order. What
//! `codegen breaking` and `codegen changelog` say of a commit against the one before stands
//! beside it, in `.txt` and `.md`. `CASES=overwrite` writes what was said.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "support/expectations.rs"]
mod expectations;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/history")
}

/// The states of the table, in order.
fn states() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    found.sort();
    assert!(found.len() >= 10, "{found:?}");
    found
}

fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=test", "-c", "user.email=test@example.com"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// What codegen says in a folder: data, messages and the exit status.
fn said(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .current_dir(folder)
        .args(arguments)
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .unwrap();
    let status = output.status.code().unwrap();
    let mut text = output.stderr;
    text.extend(output.stdout);
    if status != 0 {
        text.extend(format!("exit status {status}\n").bytes());
    }
    text
}

#[test]
fn every_change_has_its_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let spec = folder.join("spec/codes.yaml");
    fs::create_dir_all(spec.parent().unwrap()).unwrap();
    git(folder, &["init", "--quiet", "--initial-branch", "main"]);
    let mut differences = Vec::new();
    let mut verdicts = String::new();
    for (at, state) in states().iter().enumerate() {
        fs::copy(state, &spec).unwrap();
        git(folder, &["add", "spec"]);
        git(folder, &["commit", "--quiet", "--message", "a state"]);
        if at == 0 {
            continue;
        }
        for (command, extension) in [("breaking", "txt"), ("changelog", "md")] {
            let printed = said(folder, &[command, "--against", "git:HEAD~1"]);
            let path = state.with_extension(extension);
            let is_overwriting = expectations::is_overwriting();
            let expected = expectations::expected(&path, &printed, is_overwriting);
            let name = path.file_name().unwrap().to_string_lossy();
            differences.extend(expectations::difference(&name, &expected, &printed));
            verdicts.push_str(&String::from_utf8_lossy(&printed));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    // A state against itself is no change, and the last against the first sees all at once.
    let same = String::from_utf8(said(folder, &["breaking", "--against", "git:HEAD"])).unwrap();
    assert_eq!(same, "no changes\n");
    for change in codegen::compat::CHANGES {
        assert!(verdicts.contains(&format!("[{}]", change.name)), "no state shows {}", change.name);
    }
}

#[test]
fn a_catalog_is_no_change_of_itself() {
    let cases = root().join("../conformance/cases");
    let mut specs: Vec<PathBuf> =
        fs::read_dir(cases).unwrap().map(|case| case.unwrap().path().join("codes.yaml")).collect();
    specs.push(root().join("../../spec/codes.yaml"));
    specs.extend(states());
    for spec in specs {
        let spec = spec.to_str().unwrap();
        let said = said(&root(), &["breaking", "--against", spec, "--spec", spec, "--quiet"]);
        assert_eq!(String::from_utf8(said).unwrap(), "no changes\n", "{spec}");
    }
}
