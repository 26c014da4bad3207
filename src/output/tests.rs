//! The promises of this layer, kept on a real disk.

mod acts;
mod compare;
mod create;
#[cfg(unix)]
mod death;
#[cfg(unix)]
mod litter;
mod replace;
mod rollback;
mod write;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::compare::compare;
use crate::model::{Artifact, Bundle, FileChange, FileState, header};

/// A text of ours.
fn ours(text: &str) -> String {
    format!("// {}\n{text}\n", header("spec/codes.yaml"))
}

/// A bundle that owns its folder, `name` below `dir`; each file is of ours.
fn bundle(dir: &Path, name: &str, files: &[(&str, &str)]) -> Bundle {
    Bundle {
        target: name.rsplit('/').next().unwrap_or(name).to_owned(),
        folder: dir.join(name),
        within: dir.join(name),
        shown: name.to_owned(),
        owns_folder: true,
        artifacts: files
            .iter()
            .map(|&(path, text)| Artifact { path: path.to_owned(), text: ours(text) })
            .collect(),
    }
}

/// Two targets with files of every state, and things that are none of our business.
fn scene(dir: &Path) -> [Bundle; 2] {
    put(dir.join("out/go/stale1.go"), &ours("older"));
    put(dir.join("out/go/stale2.go"), &ours("older").replace('\n', "\r\n"));
    put(dir.join("out/go/fresh.go"), &ours("a"));
    put(dir.join("out/go/gone/old1.go"), &ours("old"));
    put(dir.join("out/go/old2.go"), &ours("old"));
    put(dir.join("out/go/mine.go"), "mine");
    bundles(dir)
}

fn bundles(dir: &Path) -> [Bundle; 2] {
    let go = [("stale1.go", "a"), ("new/deep/a.go", "a"), ("fresh.go", "a"), ("stale2.go", "a")];
    [bundle(dir, "out/go", &go), bundle(dir, "out/ts/src", &[("a.ts", "a"), ("b.ts", "b")])]
}

fn put(path: impl AsRef<Path>, text: &str) {
    let path = path.as_ref();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn changes(bundles: &[Bundle]) -> Vec<FileChange> {
    compare(bundles.to_vec()).unwrap()
}

/// State and path of each change.
fn states(bundles: &[Bundle]) -> Vec<(FileState, String)> {
    changes(bundles).into_iter().map(|change| (change.state, change.shown)).collect()
}

/// What was refused, in words.
fn refused(bundles: &[Bundle]) -> Vec<String> {
    let refusals = compare(bundles.to_vec()).unwrap_err();
    assert!(refusals.iter().all(|refusal| !refusal.help().is_empty()));
    refusals.iter().map(ToString::to_string).collect()
}

/// Every file, folder (with a `/`) and link below a folder, with what it holds.
fn tree(dir: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(dir).unwrap().to_string_lossy().into_owned();
            let kind = fs::symlink_metadata(&path).unwrap().file_type();
            if kind.is_dir() {
                all.insert(format!("{name}/"), String::new());
                folders.push(path);
            } else if kind.is_symlink() {
                let to = fs::read_link(path).unwrap();
                all.insert(name, format!("-> {}", to.display()));
            } else {
                let bytes = fs::read(path).unwrap();
                all.insert(name, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }
    all
}
