//! What runs in CI services is run here: the scripts of the action and of the GitLab job, in a
//! clone with a base branch, and with inputs that a shell must not take for its own.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_yaml_upstream::{Deserializer, Value};
use tempfile::TempDir;

const SPEC: &str = "format: 1\nlocales: [en]\nfallback: en\ncodes:\n  - { code: 1, name: A, message: { en: One. } }\n";
const ADDED: &str = "  - { code: 2, name: B, message: { en: Two. } }\n";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A shallow clone of a branch that adds a code to the spec of `main`.
struct Project {
    work: TempDir,
}

/// What a script did.
struct Ran {
    status: i32,
    stdout: String,
    said: String,
    summary: String,
}

impl Project {
    fn new() -> Self {
        let project = Self { work: tempfile::tempdir().unwrap() };
        let origin = project.work.path().join("origin");
        fs::create_dir_all(origin.join("spec")).unwrap();
        fs::write(origin.join("codegen.yaml"), "targets: { json: {} }\n").unwrap();
        fs::write(origin.join("spec/codes.yaml"), SPEC).unwrap();
        project.shell(
            "cd origin; git init -q -b main; git config user.name t; git config user.email t@example.com
             codegen -q; git add .; git commit -qm one; git checkout -qb branch",
        );
        fs::write(origin.join("spec/codes.yaml"), format!("{SPEC}{ADDED}")).unwrap();
        project.shell(
            "cd origin; codegen -q; git commit -qam two; cd ..
             git clone -q --depth 1 -b branch \"file://$PWD/origin\" clone",
        );
        project
    }

    fn clone(&self) -> PathBuf {
        self.work.path().join("clone")
    }

    fn shell(&self, script: &str) {
        let ran = self.run(&["-euc", script], self.work.path(), &[]);
        assert_eq!(ran.status, 0, "{}", ran.said);
    }

    fn run(&self, args: &[&str], folder: &Path, env: &[(&str, &str)]) -> Ran {
        let built = Path::new(env!("CARGO_BIN_EXE_codegen")).parent().unwrap().to_owned();
        let path = format!("{}:{}", built.display(), std::env::var("PATH").unwrap());
        let summary = self.work.path().join("summary.md");
        let _ = fs::remove_file(&summary);
        let output = Command::new("bash")
            .args(args)
            .current_dir(folder)
            .env("PATH", path)
            .env("GITHUB_STEP_SUMMARY", &summary)
            .env_remove("GITHUB_WORKSPACE")
            .env_remove("CI_PROJECT_DIR")
            .envs(env.iter().copied())
            .output()
            .unwrap();
        Ran {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            said: String::from_utf8(output.stderr).unwrap(),
            summary: fs::read_to_string(summary).unwrap_or_default(),
        }
    }

    /// Runs the step of the action, with the inputs that differ from what they are by default.
    fn action(&self, inputs: &[(&str, &str)]) -> Ran {
        let mut env = vec![
            ("CODEGEN_COMMAND", "check"),
            ("CODEGEN_ARGS", ""),
            ("CODEGEN_FOLDER", "."),
            ("CODEGEN_SPEC", ""),
            ("CODEGEN_CONFIG", ""),
            ("CODEGEN_BASE", "main"),
        ];
        env.extend(inputs);
        let script = root().join("ci/action");
        self.run(&[script.to_str().unwrap()], &self.clone(), &env)
    }

    fn make_stale(&self) {
        fs::write(self.clone().join("spec/codes.yaml"), SPEC.replace("One", "Eins")).unwrap();
    }
}

#[test]
fn a_clean_check_shows_the_changes() {
    let project = Project::new();
    let ran = project.action(&[]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""), "{}", ran.said);
    assert!(ran.summary.contains("## Changes of codes\n\n### Compatible\n"), "{}", ran.summary);
    assert!(ran.summary.contains("`B`"), "{}", ran.summary);
    assert!(ran.summary.contains("### codegen: nothing to report"), "{}", ran.summary);
}

#[test]
fn a_stale_file_fails_and_the_changes_are_shown_all_the_same() {
    let project = Project::new();
    project.make_stale();
    let ran = project.action(&[]);
    assert_eq!(ran.status, 1, "{}", ran.said);
    assert!(ran.stdout.starts_with("::error file=out/json/"), "{}", ran.stdout);
    assert!(ran.summary.contains("`A` has other words"), "{}", ran.summary);
    assert!(ran.summary.contains("that is not fresh"), "{}", ran.summary);
}

#[test]
fn a_wrong_spec_is_shown_on_its_line() {
    let project = Project::new();
    let twice = format!("{SPEC}{}", ADDED.replace("code: 2", "code: 1"));
    fs::write(project.clone().join("spec/codes.yaml"), twice).unwrap();
    for command in ["check", "lint"] {
        let ran = project.action(&[("CODEGEN_COMMAND", command)]);
        assert_eq!(ran.status, 1, "{}", ran.said);
        let at = "\n::error file=spec/codes.yaml,line=6,";
        assert!(format!("\n{}", ran.stdout).contains(at), "{}", ran.stdout);
        assert!(ran.stdout.contains("the codes are not compared"), "{}", ran.stdout);
    }
}

#[test]
fn an_unknown_base_fails_nothing() {
    let project = Project::new();
    for base in ["mian", "--upload-pack=touch pwned", "$(touch pwned)", "a\n::error::b"] {
        let ran = project.action(&[("CODEGEN_BASE", base)]);
        assert_eq!(ran.status, 0, "{base}: {}", ran.said);
        assert!(ran.stdout.starts_with("::warning title=codegen::nothing is compared"), "{base}");
        assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
        assert!(!ran.summary.contains("## Changes"), "{}", ran.summary);
    }
    assert!(!project.clone().join("pwned").exists());
    let ran = project.action(&[("CODEGEN_BASE", "")]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""));
    assert!(!ran.summary.contains("## Changes"), "{}", ran.summary);
}

#[test]
fn what_breaks_fails_where_that_is_asked_for() {
    let project = Project::new();
    assert_eq!(project.action(&[("CODEGEN_COMMAND", "breaking")]).status, 0);
    fs::write(project.clone().join("spec/codes.yaml"), SPEC.replace("code: 1", "code: 3")).unwrap();
    let ran = project.action(&[("CODEGEN_COMMAND", "breaking")]);
    assert_eq!(ran.status, 1, "{}", ran.said);
    assert!(ran.stdout.contains("::error "), "{}", ran.stdout);
    // A base that an earlier run left is not taken for that of this one.
    let ran = project.action(&[("CODEGEN_COMMAND", "breaking"), ("CODEGEN_BASE", "mian")]);
    assert_eq!(ran.status, 2, "{}", ran.stdout);
    let ran = project.action(&[("CODEGEN_COMMAND", "breaking"), ("CODEGEN_BASE", "")]);
    assert_eq!(ran.status, 2);
    assert!(ran.stdout.contains("nothing to compare with"), "{}", ran.stdout);
}

#[test]
fn inputs_are_never_run() {
    let project = Project::new();
    let hostile = ["$(touch pwned)", "`touch pwned`", "\"; touch pwned; \"", "'; touch pwned; '"];
    for value in hostile {
        for input in ["COMMAND", "ARGS", "FOLDER", "SPEC", "CONFIG", "BASE"] {
            let ran = project.action(&[(&format!("CODEGEN_{input}"), value)]);
            // An unknown base is no failure; all else is nothing that codegen could do.
            assert_eq!(ran.status != 0, input != "BASE", "{input} {value}: {}", ran.said);
            assert!(!project.clone().join("pwned").exists(), "{input} {value}");
        }
    }
    project.make_stale();
    let ran = project.action(&[("CODEGEN_ARGS", "--diff\n\n--out\nel se\n")]);
    assert!(ran.stdout.contains("`el se/json/"), "{}", ran.stdout);
}

#[test]
fn the_action_runs_below_the_root() {
    let project = Project::new();
    project.shell("cd clone; mkdir 'a b'; mv spec out codegen.yaml 'a b'");
    project.shell("cd clone/'a b'; echo stale >>out/json/codes.json");
    let root = project.clone();
    let workspace = ("GITHUB_WORKSPACE", root.to_str().unwrap());
    let ran = project.action(&[("CODEGEN_FOLDER", "a b"), workspace]);
    assert_eq!(ran.status, 1, "{}", ran.said);
    assert!(ran.stdout.contains("::error file=a b/out/json/"), "{}", ran.stdout);
}

#[test]
fn the_version_is_that_of_the_action() {
    let project = Project::new();
    let (stub, path) = (project.work.path().join("stub"), project.work.path().join("path"));
    fs::create_dir(&stub).unwrap();
    fs::write(stub.join("cargo"), "#!/bin/sh\nprintf '<%s>' \"$@\"\n").unwrap();
    project.shell("chmod +x stub/cargo");
    let search = format!("{}:{}", stub.display(), std::env::var("PATH").unwrap());
    let script = root().join("ci/install");
    let install = |value: &str| {
        let env = [
            ("PATH", search.as_str()),
            ("CODEGEN_INSTALL", value),
            ("RUNNER_TEMP", "/t t"),
            ("GITHUB_ACTION_PATH", "/a b"),
            ("GITHUB_PATH", path.to_str().unwrap()),
        ];
        project.run(&[script.to_str().unwrap()], project.work.path(), &env)
    };
    let ran = install("true");
    let expected = "<install><--locked><--quiet><--path></a b><--root></t t/codegen>";
    assert_eq!((ran.status, ran.stdout.as_str()), (0, expected), "{}", ran.said);
    assert_eq!(fs::read_to_string(&path).unwrap(), "/t t/codegen/bin\n");
    let ran = install("false");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""));
    assert_eq!(install("yes").status, 2);
}

fn documents(file: &str) -> Vec<Value> {
    let text = fs::read_to_string(root().join(file)).unwrap();
    Deserializer::from_str(&text).map(|one| Value::deserialize(one).unwrap()).collect()
}

/// The inputs that a text names, such as `${{ inputs.NAME }}`.
fn used(text: &str) -> Vec<String> {
    let name = |rest: &str| rest.split([' ', '}', ']']).next().unwrap().to_owned();
    let mut used: Vec<String> = text.split("inputs.").skip(1).map(name).collect();
    used.sort();
    used
}

fn declared(inputs: &Value) -> Vec<String> {
    let names = inputs.as_mapping().unwrap().keys();
    let mut names: Vec<String> = names.map(|name| name.as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_input_is_declared_and_reaches_a_script_as_a_variable() {
    let action = &documents("action.yml")[0];
    let text = fs::read_to_string(root().join("action.yml")).unwrap();
    assert_eq!(used(&text), declared(&action["inputs"]));
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    assert_eq!(steps.len(), 2);
    for step in steps {
        let run = step["run"].as_str().unwrap();
        let script = run.split('/').skip(1).collect::<Vec<_>>().join("/");
        let script = fs::read_to_string(root().join(script.trim_end_matches('"'))).unwrap();
        assert!(!run.contains("${{"), "{run}");
        for (name, _) in step["env"].as_mapping().unwrap() {
            assert!(
                script.contains(name.as_str().unwrap()) || run.contains(name.as_str().unwrap())
            );
        }
    }
    let gitlab = documents("ci/gitlab.yml");
    let text = fs::read_to_string(root().join("ci/gitlab.yml")).unwrap();
    assert_eq!(used(&text), declared(&gitlab[0]["spec"]["inputs"]));
    assert!(!gitlab[1]["codegen"]["script"][0].as_str().unwrap().contains("inputs."));
}

#[test]
fn gitlab_gets_a_report_and_the_status() {
    let project = Project::new();
    let documents = documents("ci/gitlab.yml");
    let script = documents[1]["codegen"]["script"][0].as_str().unwrap();
    let clone = project.clone();
    let report = clone.join("gl-code-quality-report.json");
    let job = |folder: &str| {
        let env = [
            ("CODEGEN_GIT", ""),
            ("CODEGEN_REV", ""),
            ("CODEGEN_FOLDER", folder),
            ("CI_PROJECT_DIR", clone.to_str().unwrap()),
        ];
        let status = project.run(&["-euc", script], &clone, &env).status;
        let text = fs::read_to_string(&report).unwrap_or_default();
        (status, serde_json::from_str(&text).unwrap_or_default())
    };
    assert_eq!(job("."), (0, serde_json::json!([])));
    project.make_stale();
    let (status, issues) = job(".");
    assert_eq!((status, &issues[0]["check_name"]), (1, &"stale-artifact".into()));
    assert_eq!(issues[0]["location"]["path"], "out/json/codes.json");
    assert_eq!(job("$(touch pwned)").0, 1);
    assert!(!clone.join("pwned").exists());
}

#[test]
fn hooks_run_what_they_say() {
    let project = Project::new();
    let hooks = documents(".pre-commit-hooks.yaml");
    let hooks = hooks[0].as_sequence().unwrap();
    assert_eq!(hooks.len(), 2);
    for hook in hooks {
        let entry = hook["entry"].as_str().unwrap();
        assert_eq!(project.run(&["-euc", entry], &project.clone(), &[]).status, 0, "{entry}");
    }
    fs::write(project.clone().join("spec/codes.yaml"), "format: 1\ncodes: []\n").unwrap();
    for hook in hooks {
        let entry = hook["entry"].as_str().unwrap();
        assert_eq!(project.run(&["-euc", entry], &project.clone(), &[]).status, 1, "{entry}");
    }
}

#[test]
fn the_workflow_of_this_repository_uses_the_action() {
    let workflow = &documents(".github/workflows/ci.yml")[0];
    let steps = workflow["jobs"]["action"]["steps"].as_sequence().unwrap();
    assert!(steps.iter().any(|step| step["uses"] == "./"), "{steps:?}");
}
