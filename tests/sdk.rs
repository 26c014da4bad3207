//! Real projects use the generated code, and so does every example of the documentation: see
//! `tests/sdk/README.md`. A language is a folder with its `steps`; an example is a block in
//! `docs/generated-code.md`. Neither needs Rust.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "conformance/language.rs"]
mod language;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use language::{Language, copy};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A block of the documentation: its language, the file that it is, its text.
struct Block {
    language: String,
    file: String,
    text: String,
}

fn blocks() -> Vec<Block> {
    let document = fs::read_to_string(root().join("docs/generated-code.md")).unwrap();
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_inside = false;
    for line in document.lines() {
        match line.strip_prefix("```") {
            Some("") if is_inside => is_inside = false,
            Some(info) => {
                is_inside = true;
                let (language, file) = info.split_once(' ').unwrap_or((info, ""));
                blocks.push(Block {
                    language: language.to_owned(),
                    file: file.to_owned(),
                    text: String::new(),
                });
            }
            None if is_inside => {
                let text = &mut blocks.last_mut().unwrap().text;
                text.push_str(line);
                text.push('\n');
            }
            None => {}
        }
    }
    blocks
}

/// Lays a language's project anew: its own files, the catalog and the examples of the
/// documentation, and what codegen makes of them.
fn lay(language: &str, blocks: &[Block]) -> PathBuf {
    let work = root().join("target/sdk").join(language);
    let _ = fs::remove_dir_all(&work);
    copy(&root().join("tests/sdk").join(language), &work);
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let catalog = blocks.iter().find(|block| block.file == "codes.yaml").unwrap();
    write(work.join("codes.yaml"), &catalog.text);
    let examples: Vec<&Block> = blocks.iter().filter(|b| b.language == language).collect();
    assert!(!examples.is_empty(), "the documentation has no example in {language}");
    for example in examples {
        assert!(!example.file.is_empty(), "an example in {language} has no file name");
        write(work.join("examples").join(&example.file), &example.text);
    }
    generate(&work);
    work
}

/// Generates what each configuration in a project asks for.
fn generate(folder: &Path) {
    if folder.join("codegen.yaml").exists() {
        let run = Command::new(env!("CARGO_BIN_EXE_codegen")).current_dir(folder).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{}: {said}", folder.display());
    }
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            generate(&path);
        }
    }
}

fn prove(language: &str, blocks: &[Block]) {
    // The tools are those that prove the language in every case.
    let proven = Language::read(&root().join("tests/conformance"), language);
    let Some(tools) = proven.tools(&root().join(".tools")) else { return };
    let work = lay(language, blocks);
    Language::read(&root().join("tests/sdk"), language).run(&work, &tools);
}

#[test]
fn projects_and_examples_work() {
    let blocks = &blocks();
    let mut languages: Vec<String> = fs::read_dir(root().join("tests/sdk"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    languages.sort();
    assert!(languages.len() >= 4, "{languages:?}");
    let failed: Vec<&String> = std::thread::scope(|scope| {
        let proofs: Vec<_> =
            languages.iter().map(|name| (name, scope.spawn(move || prove(name, blocks)))).collect();
        proofs.into_iter().filter_map(|(name, proof)| proof.join().err().map(|_| name)).collect()
    });
    assert!(failed.is_empty(), "not proven: {failed:?}");
}
