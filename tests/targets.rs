//! `docs/targets.md` leads through making a target: its files are written, its commands run, and
//! what they print and write is what the page shows. Its tables hold every name and field that the
//! code has, with examples that a template printed.
//!
//! `CASES=overwrite cargo test --test targets` writes what was found. Read it before you commit it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::format_collect, missing_docs)]
#![allow(clippy::format_push_string)]

#[path = "support/expectations.rs"]
mod expectations;
#[path = "targets/names.rs"]
mod names;
#[path = "targets/page.rs"]
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use page::Page;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a command line as a reader would type it; gives what it prints.
fn run(line: &str, folder: &Path) -> String {
    let codegen = Path::new(env!("CARGO_BIN_EXE_codegen")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(codegen.to_owned()).chain(std::env::split_paths(&path));
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {line}")])
        .current_dir(folder)
        .env("PATH", std::env::join_paths(paths).unwrap())
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{line}: {said}");
    said
}

/// A console as it must be: each command with what it prints.
fn console(text: &str, folder: &Path) -> String {
    let commands = text.lines().filter_map(|line| line.strip_prefix("$ "));
    commands.map(|command| format!("$ {command}\n{}", run(command, folder))).collect()
}

/// Expressions with what they give, each in a line.
fn expressions(text: &str) -> String {
    let typed: Vec<&str> =
        text.lines().map(|line| line.split("  ->").next().unwrap().trim_end()).collect();
    let width = typed.iter().map(|line| line.chars().count()).max().unwrap();
    let found = names::printed("catalog", &typed);
    typed.iter().zip(found).map(|(typed, found)| format!("{typed:width$}  -> {found}\n")).collect()
}

#[test]
fn the_page_is_what_a_reader_gets() {
    let mut page = Page::read();
    let work = tempfile::tempdir().unwrap();
    let mut shown = 0;
    for block in &mut page.blocks {
        let path = work.path().join(&block.file);
        match (block.language.as_str(), block.file.as_str()) {
            ("console", _) => block.text = console(&block.text, work.path()),
            ("text", "expressions") => block.text = expressions(&block.text),
            (_, file) if file.starts_with("out/") => block.text = fs::read_to_string(path).unwrap(),
            (_, "") => continue,
            (_, file) => {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &block.text).unwrap_or_else(|error| panic!("{file}: {error}"));
            }
        }
        shown += 1;
    }
    assert!(shown > 10, "{shown} blocks");
    page.names = names::section();
    page.compare();
}

#[test]
fn the_manifest_has_the_fields_of_the_page() {
    let source = |file| fs::read_to_string(root().join("src/render/manifest").join(file)).unwrap();
    let lists = [
        ("read.rs", "FIELDS", ""),
        ("read.rs", "CODES_FIELDS", "codes."),
        ("read.rs", "FILE_FIELDS", "files[]."),
        ("options.rs", "FIELDS", "options.NAME."),
        ("filters.rs", "IDENTIFIER_FIELDS", "identifiers.NAME."),
        ("filters.rs", "ESCAPE_FIELDS", "escapes.NAME."),
        ("filters.rs", "COMMONMARK_FIELDS", "escapes.NAME.commonmark."),
    ];
    let mut fields = BTreeSet::new();
    for (file, list, prefix) in lists {
        let source = source(file);
        let declared = source.split_once(&format!("\nconst {list}: [&str; ")).unwrap().1;
        let items = declared.split_once('=').unwrap().1.split_once(']').unwrap().0;
        let names = items.split('"').skip(1).step_by(2);
        fields.extend(names.map(|name| format!("{prefix}{name}")));
    }
    let declared: usize = ["read.rs", "options.rs", "filters.rs"]
        .map(|file| source(file).matches("FIELDS: [&str; ").count())
        .iter()
        .sum();
    assert_eq!(declared, lists.len(), "a list of fields that is not held against the page");
    let page = fs::read_to_string(root().join("docs/targets.md")).unwrap();
    let section = page.split_once("\n## The manifest\n").unwrap().1.split_once("\n## ").unwrap().0;
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let told: BTreeSet<String> = rows.map(str::to_owned).collect();
    assert_eq!(fields, told);
}

#[test]
fn a_copy_is_what_is_built_in() {
    let work = tempfile::tempdir().unwrap();
    let targets: Vec<String> = fs::read_dir(root().join("templates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    run(&format!("codegen eject {}", targets.join(" ")), work.path());
    for target in &targets {
        let (built_in, copied) =
            (root().join("templates").join(target), work.path().join("templates").join(target));
        let files = |folder: &Path| -> BTreeSet<(String, String)> {
            let file = |path: PathBuf| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, fs::read_to_string(path).unwrap().replace("\r\n", "\n"))
            };
            fs::read_dir(folder).unwrap().map(|entry| file(entry.unwrap().path())).collect()
        };
        assert!(files(&built_in) == files(&copied), "{target} differs");
    }
    let spec = root().join("spec/codes.yaml");
    let spec = spec.display();
    fs::rename(work.path().join("templates"), work.path().join("aside")).unwrap();
    fs::remove_file(work.path().join("codegen.yaml")).unwrap();
    run(&format!("codegen -q --spec {spec}"), work.path());
    run(&format!("codegen -q --spec {spec} --templates aside --check"), work.path());
}
