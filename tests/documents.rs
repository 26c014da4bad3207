//! What machines read is what its schema says: every case of `tests/cmd` that prints a document
//! is held against it, by a validator that we do not share. What GitHub reads has no schema; it
//! is held against the rules of its runner.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "conformance/language.rs"]
mod language;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use language::Language;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What the cases print that ask for a format, by name.
fn printed(format: &str) -> BTreeMap<String, String> {
    let mut printed = BTreeMap::new();
    for case in fs::read_dir(root().join("tests/cmd")).unwrap() {
        let case = case.unwrap().path();
        let args = fs::read_to_string(case.join("args")).unwrap();
        // Of an export it is the format of the table.
        if args.contains(&format!("--format\n{format}\n")) && !args.starts_with("export\n") {
            let name = case.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(case.join("stdout")).unwrap_or_default();
            printed.insert(name, text);
        }
    }
    assert!(printed.len() > 8, "{} cases print {format}", printed.len());
    printed
}

#[test]
fn documents_are_what_their_schemas_say() {
    let language = Language::read(&root().join("tests"), "documents");
    let Some(tools) = language.tools(&root().join(".tools")) else { return };
    let work = tempfile::tempdir().unwrap();
    let mut documents = 0;
    for format in ["json", "sarif"] {
        let folder = work.path().join(format);
        fs::create_dir(&folder).unwrap();
        for (name, text) in printed(format) {
            assert!(text.ends_with("}\n"), "{name}: not one document");
            fs::write(folder.join(name), text).unwrap();
            documents += 1;
        }
    }
    let schema = Path::new("findings.schema.json");
    fs::copy(root().join("schemas").join(schema), work.path().join(schema)).unwrap();
    let said = language.run(work.path(), &tools);
    let mut wrong: BTreeMap<String, Vec<String>> = serde_json::from_str(&said).unwrap();
    assert_eq!(wrong.len(), documents, "{said}");
    wrong.retain(|_, wrong| !wrong.is_empty());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// <https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs>
#[test]
fn github_shows_every_line() {
    let mut annotations = 0;
    for (name, text) in printed("github") {
        let mut levels: BTreeMap<&str, usize> = BTreeMap::new();
        for line in text.lines().filter(|line| line.starts_with("::")) {
            let (head, message) = line[2..].split_once("::").unwrap();
            let (level, properties) = head.split_once(' ').unwrap();
            *levels.entry(level).or_default() += 1;
            annotations += 1;
            assert!(!message.is_empty() && !line.contains('\r'), "{name}: {line}");
            let known = ["file", "line", "endLine", "col", "endColumn", "title"];
            for property in properties.split(',') {
                let (property, value) = property.split_once('=').unwrap();
                assert!(known.contains(&property) && !value.is_empty(), "{name}: {line}");
            }
        }
        let is_shown =
            |(level, n): (&&str, &usize)| ["error", "warning"].contains(level) && *n <= 10;
        assert!(levels.iter().all(is_shown), "{name}: {levels:?}");
    }
    assert!(annotations > 30, "{annotations} annotations");
}
