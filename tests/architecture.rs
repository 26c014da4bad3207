//! The house rules that can be read off the sources: the arrow between layers, who may know
//! which library, that no target has a name in the code, and that files fit in the head.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Longer files don't fit in the head.
const LONGEST: usize = 300;

struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join("src"), &mut found);
    assert!(found.len() > 30, "found {} sources", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

/// The lines of a file of rules, without comments.
fn rules(name: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("tests/architecture").join(name)).unwrap();
    let rules: Vec<String> =
        text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned).collect();
    assert!(!rules.is_empty());
    rules
}

/// The text without comments, so that prose may name what code may not.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).filter(|w| !w.is_empty())
}

fn layers() -> BTreeMap<String, Vec<String>> {
    rules("layers.txt")
        .iter()
        .map(|line| {
            let (layer, may) = line.split_once(':').unwrap();
            (layer.to_owned(), may.split_whitespace().map(str::to_owned).collect())
        })
        .collect()
}

/// Where a source reaches for a layer that its own must not see.
fn bends(source: &Source, layers: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let Some(own) = source.path.strip_prefix("src/").and_then(|p| p.split_once('/')) else {
        return Vec::new();
    };
    let may = layers.get(own.0).unwrap_or_else(|| panic!("{}: an unknown layer", source.path));
    let code = code(&source.text);
    let mut bends = Vec::new();
    for word in words(&code) {
        let Some(path) = word.strip_prefix("crate::") else { continue };
        let layer = path.split("::").next().unwrap();
        if layer != own.0 && !may.iter().any(|m| m == layer) && layers.contains_key(layer) {
            bends.push(format!("{} uses {layer}", source.path));
        }
    }
    // `use crate::{a, b}` would hide a layer from the search above.
    if code.contains("crate::{") || code.contains("crate::*") {
        bends.push(format!("{} imports several layers at once", source.path));
    }
    bends
}

#[test]
fn dependencies_point_one_way() {
    let layers = layers();
    let bends: Vec<String> = sources().iter().flat_map(|s| bends(s, &layers)).collect();
    assert!(bends.is_empty(), "{bends:#?}");
}

#[test]
fn a_bent_arrow_is_found() {
    let layers = layers();
    for (path, text) in [
        ("src/spec/x.rs", "use crate::lint::RULES;"),
        ("src/model/x.rs", "fn f() { crate::output::compare(&[]) }"),
        ("src/render/engine/x.rs", "use crate::{commands, model};"),
        ("src/lint/x.rs", "pub(in crate::cli) use crate::cli;"),
    ] {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        assert!(!bends(&source, &layers).is_empty(), "{path}: {text}");
    }
    let text = "// use crate::lint;\nuse crate::model::Code;".to_owned();
    let straight = Source { path: "src/spec/x.rs".to_owned(), text };
    assert!(bends(&straight, &layers).is_empty());
}

#[test]
fn a_library_has_one_home() {
    let mut strangers = Vec::new();
    for rule in rules("owners.txt") {
        let parts: Vec<&str> = rule.split('|').map(str::trim).collect();
        let [name, homes, _reason] = parts[..] else { panic!("{rule}") };
        for source in sources().iter().filter(|s| !s.path.contains("/tests")) {
            let code = code(&source.text);
            let used = words(&code).any(|w| {
                let imported = name.contains("::") || code.contains(&format!("use {name};"));
                w.starts_with(&format!("{name}::")) || (w == name && imported)
            });
            if used && !homes.split_whitespace().any(|home| source.path.starts_with(home)) {
                strangers.push(format!("{} knows {name}", source.path));
            }
        }
        let homes: Vec<&str> = homes.split_whitespace().collect();
        assert!(homes.iter().any(|home| root().join(home).exists()), "{name} has no home");
    }
    assert!(strangers.is_empty(), "{strangers:#?}");
}

#[test]
fn no_target_has_a_name_in_the_code() {
    let targets: Vec<String> = fs::read_dir(root().join("templates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(targets.len() >= 5, "{targets:?}");
    let mut named = Vec::new();
    for source in sources().iter().filter(|s| !s.path.contains("/tests")) {
        // Examples in help and tests may name targets; decisions may not.
        let code = code(&source.text);
        let code = code.split("#[cfg(test)]").next().unwrap();
        for target in &targets {
            if code.contains(&format!("\"{target}\"")) {
                named.push(format!("{} names {target}", source.path));
            }
        }
    }
    assert!(named.is_empty(), "{named:#?}");
}

#[test]
fn files_fit_in_the_head() {
    let mut lengths: Vec<(usize, String)> =
        sources().iter().map(|s| (s.text.lines().count(), s.path.clone())).collect();
    lengths.sort();
    let long: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > LONGEST).collect();
    assert!(long.is_empty(), "{long:#?}");
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= 120, "the median file has {median} lines");
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> =
        sources().iter().filter(|s| !s.text.starts_with("//!")).map(|s| s.path.clone()).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}
