//! The rules, case by case. A rule has a folder `tests/rules/<name>/`:
//!
//! - `fails.yaml`, or several `fails-*.yaml`: specs that break it, and maybe others
//! - `fails.txt` (`fails-*.txt`): what `codegen lint` prints for each, to the byte
//! - `passes.yaml`, or several `passes-*.yaml`: specs close to these in which nothing is found
//! - what these need beside them: `codegen.yaml` where the rule is off by default
//!
//! What takes more than a spec to show is a folder `fails/` (`fails-*/`, `passes/`, ...) instead:
//! `codegen lint` runs in a copy of it, or `codegen` with the arguments of its file `args`, one a
//! line.
//!
//! The example of each rule is a case, too: `codegen rules` shows it. `format: 1` goes before a
//! spec that does not set it; a file other than the spec stands below a comment with its path; a
//! byte that is no text is written `<B4>`.
//!
//! `CASES=overwrite cargo test --test rules` writes down what was printed. Read it before you
//! commit it.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "support/expectations.rs"]
mod expectations;
#[path = "support/trees.rs"]
mod trees;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::lint::{Level, RULES, Rule};
use expectations::difference;
use trees::{Tree, plant, tree};

const SPEC: &str = "spec/codes.yaml";
/// The spec of an example that shows another file.
const SOUND: &str = "codes:\n  - { code: 0, name: OK, kind: success, message: Done. }\n";

/// What codegen said.
struct Said {
    words: Vec<u8>,
    status: i32,
}

struct Case {
    /// `fails`, `passes-twice`
    name: String,
    /// The rule and the case, for messages.
    title: String,
    path: PathBuf,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// The cases of a rule; without a folder it has none.
fn cases(rule: &str) -> Vec<Case> {
    let folder = root().join("tests/rules").join(rule);
    if !folder.is_dir() {
        return Vec::new();
    }
    let case = |path: PathBuf| {
        let name = name_of(&path);
        let name = if path.is_dir() { &name } else { name.strip_suffix(".yaml")? }.to_owned();
        let is_case = ["fails", "passes"].contains(&name.split('-').next()?);
        let title = format!("{rule}/{name}");
        is_case.then_some(Case { name, title, path })
    };
    entries(&folder).into_iter().filter_map(case).collect()
}

impl Case {
    fn must_fail(&self) -> bool {
        self.name.starts_with("fails")
    }

    fn run(&self) -> Said {
        if self.path.is_dir() {
            let mut files = tree(&self.path);
            let args = files.remove("args").unwrap_or_else(|| b"lint\n".to_vec());
            let args = String::from_utf8(args).unwrap();
            run(&files, &args.lines().collect::<Vec<_>>())
        } else {
            let files = tree(self.path.parent().unwrap());
            run(&files, &["lint", "--spec", &name_of(&self.path)])
        }
    }
}

/// Runs codegen in a folder with these files.
fn run(files: &Tree, args: &[&str]) -> Said {
    let work = tempfile::tempdir().unwrap();
    plant(files, work.path());
    let output = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(args)
        .current_dir(work.path())
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let words = [output.stdout, output.stderr].concat();
    Said { words, status: output.status.code().unwrap() }
}

impl Said {
    /// The names of the rules that were broken.
    fn broken(&self) -> BTreeSet<String> {
        broken(&String::from_utf8_lossy(&self.words))
    }

    /// What is wrong where nothing may be found.
    fn unclean(&self, title: &str) -> Option<String> {
        let is_clean = self.status == 0 && self.broken().is_empty();
        let words = String::from_utf8_lossy(&self.words);
        (!is_clean).then(|| format!("{title}: nothing must be found here\n{words}"))
    }

    /// What is wrong where a rule must be broken.
    fn unbroken(&self, title: &str, rule: &str) -> Option<String> {
        let words = String::from_utf8_lossy(&self.words);
        let is_broken = self.broken().contains(rule);
        (!is_broken).then(|| format!("{title}: `{rule}` must be found here\n{words}"))
    }
}

/// The rules in the titles of findings: `error[duplicate-code]: ...`.
fn broken(words: &str) -> BTreeSet<String> {
    let title = |line: &str| {
        let rest = line.strip_prefix("error[").or_else(|| line.strip_prefix("warning["))?;
        Some(rest.split_once(']')?.0.to_owned())
    };
    words.lines().filter_map(title).collect()
}

fn assert_none(findings: &[String]) {
    assert!(findings.is_empty(), "{} findings\n\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn cases_say_what_they_must() {
    let overwrite = expectations::is_overwriting();
    let mut findings = Vec::new();
    for rule in RULES {
        for case in cases(rule.name) {
            let said = case.run();
            if case.must_fail() {
                let file = case.path.with_file_name(format!("{}.txt", case.name));
                let expected = expectations::expected(&file, &said.words, overwrite);
                findings.extend(difference(&case.title, &expected, &said.words));
                findings.extend(said.unbroken(&case.title, rule.name));
            } else {
                findings.extend(said.unclean(&case.title));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn every_rule_has_cases_and_every_folder_is_a_rule() {
    let mut findings = Vec::new();
    for rule in RULES {
        let cases = cases(rule.name);
        for (kind, must_fail) in [("failing", true), ("passing", false)] {
            if cases.iter().all(|case| case.must_fail() != must_fail) {
                findings.push(format!("{} has no {kind} case", rule.name));
            }
        }
    }
    for folder in entries(&root().join("tests/rules")) {
        let name = name_of(&folder);
        if codegen::lint::rule(&name).is_none() {
            findings.push(format!("tests/rules/{name} is no rule"));
        }
        let names: Vec<String> = cases(&name).into_iter().map(|case| case.name).collect();
        for path in entries(&folder) {
            let file = name_of(&path);
            if file.strip_suffix(".txt").is_some_and(|case| !names.iter().any(|n| n == case)) {
                findings.push(format!("tests/rules/{name}/{file} has no case"));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn what_is_found_is_a_rule() {
    let mut findings = Vec::new();
    let mut found = 0;
    for case in entries(&root().join("tests/cmd")) {
        for part in ["stdout", "stderr"] {
            let words = fs::read(case.join(part)).unwrap_or_default();
            for name in broken(&String::from_utf8_lossy(&words)) {
                found += 1;
                let is_rule = codegen::lint::rule(&name).is_some()
                    || codegen::compat::kind(&name).is_some()
                    || codegen::import::reason(&name).is_some();
                if !is_rule {
                    findings.push(format!("tests/cmd/{}: `{name}` is no rule", name_of(&case)));
                }
            }
        }
    }
    assert!(found > 60, "{found} findings in the cases of the command line");
    assert_none(&findings);
}

#[test]
fn examples_show_what_they_must() {
    let mut findings = Vec::new();
    for rule in RULES {
        let title = format!("{}: the failing example", rule.name);
        findings.extend(run_example(rule, rule.failing()).unbroken(&title, rule.name));
        let title = format!("{}: the passing example", rule.name);
        findings.extend(run_example(rule, rule.passing()).unclean(&title));
    }
    assert_none(&findings);
}

fn run_example(rule: &Rule, example: &str) -> Said {
    let mut files = example_files(example);
    files.entry(SPEC.to_owned()).or_insert_with(|| SOUND.into());
    let spec = files.get_mut(SPEC).unwrap();
    let lines: Vec<&[u8]> = spec.split(|b| *b == b'\n').collect();
    let says_something = lines.iter().any(|line| !line.is_empty() && !line.starts_with(b"#"));
    if says_something && !lines.iter().any(|line| line.starts_with(b"format:")) {
        spec.splice(..0, *b"format: 1\n");
    }
    if rule.level() == Level::Off {
        let level = format!("lint: {{ {}: warning }}\n", rule.name);
        files.entry("codegen.yaml".to_owned()).or_insert(level.into());
    }
    // Only what fills a document meets what is wrong with it.
    let document = files.keys().find(|path| Path::new(path).extension().is_some_and(|e| e == "md"));
    if let Some(document) = document {
        return run(&files, &["update", document]);
    }
    // Only what renders meets every defect of a template.
    let target = files.keys().find_map(|path| path.strip_prefix("templates/")?.split('/').next());
    match target.map(str::to_owned) {
        Some(target) => run(&files, &["--dry-run", "--templates", "templates", "--lang", &target]),
        None => run(&files, &["lint"]),
    }
}

/// The files of an example, by path.
fn example_files(example: &str) -> Tree {
    let mut files = Tree::new();
    let mut path = SPEC;
    for line in example.split_inclusive('\n') {
        let comment = line.strip_prefix("# ").map(str::trim_end).filter(|c| !c.contains(' '));
        let is_path = |c: &&str| {
            Path::new(c).extension().is_some_and(|e| e == "yaml" || e == "tera" || e == "md")
        };
        match comment.filter(is_path) {
            Some(named) => path = named,
            None => files.entry(path.to_owned()).or_default().extend(bytes(line)),
        }
    }
    files
}

/// A line with its bytes that are no text.
fn bytes(line: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let hex =
            rest.strip_prefix('<').and_then(|r| r.get(..2).filter(|_| r[2..].starts_with('>')));
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &rest[4..];
        } else {
            rest = &rest[c.len_utf8()..];
            bytes.extend(c.to_string().into_bytes());
        }
    }
    bytes
}
