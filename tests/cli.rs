//! The command line, case by case. A case is a folder in `tests/cmd/`:
//!
//! - `args`: the arguments, one a line
//! - `in/`: the folder that the command runs in, a copy of it
//! - `before`: a shell script that is run in that folder first, for what files can't hold: a link,
//!   a pipe, a commit
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

#[path = "support/expectations.rs"]
mod expectations;
#[path = "support/trees.rs"]
mod trees;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use expectations::difference;
use trees::{Tree, plant, tree};

#[test]
fn cases() {
    let overwrite = expectations::is_overwriting();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 90, "found {} cases", cases.len());
    let failures = in_parts(&cases, |case| run(case, overwrite));
    assert!(failures.is_empty(), "{} findings\n\n{}", failures.len(), failures.join("\n"));
}

/// What is found in all cases, by several threads: a case waits for its process most of the time.
fn in_parts(cases: &[PathBuf], run: impl Fn(&Path) -> Vec<String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let part = || {
        let mut found = Vec::new();
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.extend(run(case));
        }
        found
    };
    let count = thread::available_parallelism().map_or(1, usize::from);
    let mut found: Vec<String> = thread::scope(|scope| {
        let parts: Vec<_> = (0..count).map(|_| scope.spawn(part)).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    found.sort();
    found
}

/// Runs a case; gives what is not as it must be.
fn run(case: &Path, overwrite: bool) -> Vec<String> {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let work = tempfile::tempdir().unwrap();
    plant(&tree(&case.join("in")), work.path());
    prepare(case, work.path());
    let before = tree(work.path());
    let args = fs::read_to_string(case.join("args")).unwrap();
    let cwd = fs::read_to_string(case.join("cwd")).unwrap_or_default();
    let env = fs::read_to_string(case.join("env")).unwrap_or_default();
    let mut child = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(args.lines())
        .current_dir(work.path().join(cwd.trim_end()))
        .env_remove("NO_COLOR")
        .env_remove("GITHUB_STEP_SUMMARY")
        .env_remove("GITHUB_WORKSPACE")
        .env_remove("CI_PROJECT_DIR")
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
        let expected = expectations::expected(&case.join(part), &bytes, overwrite);
        findings.extend(difference(&format!("{name}/{part}"), &expected, &bytes));
    }
    findings.extend(compare(&name, &expected_tree(case, before), &tree(work.path())));
    findings
}

/// Runs the script of a case, if it has one.
fn prepare(case: &Path, work: &Path) {
    let script = case.join("before");
    if !script.exists() {
        return;
    }
    let output = Command::new("sh").arg("-eu").arg(script).current_dir(work).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", case.display());
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
