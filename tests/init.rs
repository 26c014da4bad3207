//! What `codegen init` makes is sound and works at once: it lints clean, generates, and stays as
//! it is; git and the CI services read it as it is meant; and what its comments offer holds.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "support/trees.rs"]
mod trees;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_yaml_upstream::Value;
use tempfile::TempDir;
use trees::{plant, tree};

const CODEGEN: &str = env!("CARGO_BIN_EXE_codegen");

fn run(folder: &Path, program: &str, args: &[&str]) -> Output {
    Command::new(program).args(args).current_dir(folder).output().unwrap()
}

/// Runs codegen, which must find nothing.
fn clean(folder: &Path, args: &[&str]) {
    let output = run(folder, CODEGEN, args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", said(&output));
}

fn said(output: &Output) -> String {
    let all = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(all).unwrap()
}

/// A project as `codegen init` begins it.
fn project(args: &[&str]) -> TempDir {
    let work = tempfile::tempdir().unwrap();
    let table = "| Code | English |\n| --- | --- |\n| 0 | Success. |\n| 7 | Not found. |\n";
    plant(&[("wiki.md".to_owned(), table.into())].into(), work.path());
    clean(work.path(), &[&["init"], args].concat());
    work
}

#[test]
fn it_lints_clean_and_generates_at_once() {
    for args in [&[][..], &["--ci", "github"], &["--ci", "gitlab"], &["--from", "wiki.md"]] {
        let work = project(args);
        clean(work.path(), &["lint", "--deny-warnings"]);
        clean(work.path(), &[]);
        clean(work.path(), &["--check"]);
        let before = tree(work.path());
        assert!(before.keys().filter(|path| path.starts_with("out/")).count() > 4, "{args:?}");
        clean(work.path(), &[&["init"], args].concat());
        assert!(before == tree(work.path()), "{args:?}: a second run changed something");
    }
}

#[test]
fn git_knows_what_is_generated() {
    let work = project(&["--ci", "github"]);
    clean(work.path(), &[]);
    assert!(run(work.path(), "git", &["init", "-q"]).status.success());
    for path in tree(work.path()).keys() {
        let args = ["check-attr", "linguist-generated", "text", "eol", "--", path];
        let found = String::from_utf8(run(work.path(), "git", &args).stdout).unwrap();
        let values: Vec<&str> = found.lines().map(|l| l.rsplit(' ').next().unwrap()).collect();
        let is_generated = path.starts_with("out/");
        let expected = if is_generated { ["set", "set", "lf"] } else { ["unspecified"; 3] };
        assert_eq!(values, expected, "{path}");
    }
}

/// The scripts of a CI file, in order.
fn scripts(file: &Path) -> Vec<String> {
    let root: Value = serde_yaml_upstream::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let scripts: Vec<String> = match &root["jobs"]["codegen"]["steps"] {
        Value::Sequence(steps) => steps.iter().filter_map(|step| text(&step["run"])).collect(),
        _ => root["codegen"]["script"].as_sequence().unwrap().iter().filter_map(text).collect(),
    };
    assert_eq!(scripts.len(), 3, "{}", file.display());
    scripts
}

/// Runs a script as a CI service does, with a `cargo` that says what it is asked for.
#[cfg(unix)]
fn step(work: &Path, script: &str, source: &str) -> Output {
    use std::os::unix::fs::PermissionsExt;
    let programs = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(CODEGEN, programs.path().join("codegen")).unwrap();
    let cargo = programs.path().join("cargo");
    fs::write(&cargo, "#!/bin/sh\necho cargo \"$@\"\n").unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", programs.path().display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", script]).current_dir(work).env("PATH", path);
    shell.env("CODEGEN_SOURCE", source).env_remove("GITHUB_STEP_SUMMARY").output().unwrap()
}

#[test]
#[cfg(unix)]
fn ci_installs_codegen_and_finds_what_is_stale() {
    for (service, file) in
        [("github", ".github/workflows/codegen.yml"), ("gitlab", ".gitlab-ci.yml")]
    {
        let work = project(&["--ci", service]);
        let work = work.path();
        clean(work, &[]);
        let scripts = scripts(&work.join(file));
        let [install, jobs @ ..] = &scripts[..] else { unreachable!("there are three") };
        let check = jobs.iter().find(|job| job.contains("--check")).unwrap();
        assert!(jobs.iter().any(|job| job.contains("codegen lint")), "{jobs:?}");

        let empty = step(work, install, "");
        assert_eq!(empty.status.code(), Some(1), "{service}: {}", said(&empty));
        assert!(said(&empty).contains("CODEGEN_SOURCE") && said(&empty).contains(file));
        let filled = step(work, install, "--git https://example.com/c --rev 1a2b");
        let asked = "cargo install --locked --git https://example.com/c --rev 1a2b codegen\n";
        assert_eq!(said(&filled), asked, "{service}");

        for script in jobs {
            let output = step(work, script, "");
            assert_eq!(output.status.code(), Some(0), "{service}: {}", said(&output));
        }
        let spec = fs::read_to_string(work.join("spec/codes.yaml")).unwrap();
        fs::write(work.join("spec/codes.yaml"), spec.replace("Success.", "Fine.")).unwrap();
        let stale = step(work, check, "");
        assert_eq!(stale.status.code(), Some(1), "{service}: {}", said(&stale));
    }
}

/// A line of a file without the mark of a comment, from where `from` stands to the end of the file
/// or so many lines.
fn uncommented(text: &str, from: &str, lines: usize) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from}");
    let (head, tail) = text.split_at(text.find(from).unwrap());
    let tail: Vec<String> = tail
        .lines()
        .enumerate()
        .map(|(at, line)| if at < lines { line.replacen("# ", "", 1) } else { line.to_owned() })
        .collect();
    format!("{head}{}\n", tail.join("\n"))
}

#[test]
fn what_comments_offer_holds() {
    let work = project(&[]);
    let edit = |name: &str, edit: &dyn Fn(&str) -> String| {
        let path = work.path().join(name);
        fs::write(&path, edit(&fs::read_to_string(&path).unwrap())).unwrap();
        clean(work.path(), &["lint", "--deny-warnings"]);
        clean(work.path(), &[]);
    };
    edit("spec/codes.yaml", &|text| uncommented(text, "  # - code: 1001", 4));
    edit("codegen.yaml", &|text| uncommented(text, "# lint: ", 1));
    edit("codegen.yaml", &|text| {
        text.replace("go: {} # or with a place and options of its own:", "go:")
    });
    let go = fs::read_to_string(work.path().join("sdk/go/codes.go")).unwrap();
    assert!(go.contains("package retcode") && go.contains("Deprecated: "), "{go}");
    let readme = work.path().join("README.md");
    let marks = ["<!-- codegen:table -->", "<!-- codegen:end -->"];
    fs::write(&readme, marks.join("\n")).unwrap();
    edit("codegen.yaml", &|text| {
        assert!(marks.iter().all(|mark| text.contains(mark)), "{text}");
        uncommented(text, "# documents: ", 1)
    });
    assert!(fs::read_to_string(readme).unwrap().contains("| SUCCESS |"));
    fs::create_dir(work.path().join("templates")).unwrap();
    edit("codegen.yaml", &|text| uncommented(text, "# templates: ", 1));
}
