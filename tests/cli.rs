//! The command line, case by case. A case is a folder in `tests/cmd/`:
//!
//! - `args`: the arguments, one a line
//! - `in/`: the folder that the command runs in, a copy of it
//! - `stdin`: what it reads, if anything
//! - `cwd`: the folder of it to run in, where that is not the top
//! - `env`: variables of its environment, each as `NAME=value`
//! - `stdout`, `stderr`, `status`: what it must print and exit with, to the byte; nothing, where
//!   there is no file
//! - `out/`: what must be on disk afterwards beside what `in/` has; where a file is named in both,
//!   `out/` counts, and `gone` lists files of `in/` that must not be there any more
//!
//! `CASES=overwrite cargo test --test cli` writes down what was printed. Read it before you
//! commit it.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

type Tree = BTreeMap<String, Vec<u8>>;

#[test]
fn cases() {
    let overwrite = std::env::var_os("CASES").is_some_and(|v| v == "overwrite");
    assert!(!(overwrite && std::env::var_os("CI").is_some()), "CI takes no new expectations");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 90, "found {} cases", cases.len());
    let failures: Vec<String> = cases.iter().flat_map(|case| run(case, overwrite)).collect();
    assert!(failures.is_empty(), "{} findings\n\n{}", failures.len(), failures.join("\n"));
}

/// Runs a case; gives what is not as it must be.
fn run(case: &Path, overwrite: bool) -> Vec<String> {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let work = tempfile::tempdir().unwrap();
    let before = tree(&case.join("in"));
    for (path, bytes) in &before {
        let path = work.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let args = fs::read_to_string(case.join("args")).unwrap();
    let cwd = fs::read_to_string(case.join("cwd")).unwrap_or_default();
    let env = fs::read_to_string(case.join("env")).unwrap_or_default();
    let mut child = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(args.lines())
        .current_dir(work.path().join(cwd.trim_end()))
        .env_remove("NO_COLOR")
        .env_remove("GITHUB_STEP_SUMMARY")
        .env_remove("GITHUB_WORKSPACE")
        .envs(env.lines().map(|line| line.split_once('=').unwrap()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let stdin = fs::read(case.join("stdin")).unwrap_or_default();
    // A command that does not read it may be gone already.
    let _ = child.stdin.take().unwrap().write_all(&stdin);
    let output = child.wait_with_output().unwrap();

    let status = format!("{}\n", output.status.code().unwrap());
    let printed =
        [("stdout", output.stdout), ("stderr", output.stderr), ("status", status.into_bytes())];
    let mut findings = Vec::new();
    for (part, bytes) in printed {
        let file = case.join(part);
        match (overwrite, bytes.is_empty()) {
            (true, true) => drop(fs::remove_file(&file)),
            (true, false) => fs::write(&file, &bytes).unwrap(),
            (false, _) => {}
        }
        let expected = fs::read(&file).unwrap_or_default();
        findings.extend(difference(&format!("{name}/{part}"), &expected, &bytes));
    }
    findings.extend(compare(&name, &expected_tree(case, before), &tree(work.path())));
    findings
}

fn expected_tree(case: &Path, mut expected: Tree) -> Tree {
    expected.extend(tree(&case.join("out")));
    for gone in fs::read_to_string(case.join("gone")).unwrap_or_default().lines() {
        assert!(expected.remove(gone).is_some(), "{}: no {gone}", case.display());
    }
    expected
}

fn compare(name: &str, expected: &Tree, found: &Tree) -> Vec<String> {
    let mut findings = Vec::new();
    for (path, bytes) in found {
        match expected.get(path) {
            None => findings.push(format!("{name}: {path} must not be there")),
            Some(expected) => {
                findings.extend(difference(&format!("{name}/out/{path}"), expected, bytes));
            }
        }
    }
    let missing = expected.keys().filter(|path| !found.contains_key(*path));
    findings.extend(missing.map(|path| format!("{name}: {path} must be there")));
    findings
}

fn difference(what: &str, expected: &[u8], found: &[u8]) -> Option<String> {
    if expected == found {
        return None;
    }
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let diff = similar::TextDiff::from_lines(&expected, &found);
    Some(diff.unified_diff().header(&format!("{what} as expected"), what).to_string())
}

/// Every file below a folder.
fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}
