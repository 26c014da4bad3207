//! Finds the files below a folder that a pattern matches. Never goes through a link on its own:
//! links that lead back to a folder would make the walk endless.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use glob::Pattern;

/// A part of a pattern, between two `/`.
enum Part {
    /// `**`: any folders, or none.
    Folders,
    Name(Pattern),
}

/// The files that a pattern matches, by name; nothing for what is no pattern.
pub(super) fn files(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    let mut parts = Vec::new();
    for name in pattern.split('/').filter(|name| !matches!(*name, "" | ".")) {
        match (name, parts.last()) {
            // Twice says no more than once.
            ("**", Some(Part::Folders)) => {}
            ("**", _) => parts.push(Part::Folders),
            _ => parts.extend(Pattern::new(name).ok().map(Part::Name)),
        }
    }
    let mut walk = Walk::default();
    if !parts.is_empty() {
        walk.walk(folder, &parts);
    }
    walk.found.sort();
    walk.found
}

#[derive(Default)]
struct Walk {
    found: Vec<PathBuf>,
    /// Which folders were looked at with how many parts left.
    seen: HashSet<(PathBuf, usize)>,
}

impl Walk {
    fn walk(&mut self, path: &Path, parts: &[Part]) {
        let Some((part, rest)) = parts.split_first() else {
            // What can't be looked at is kept: reading it will tell why.
            if fs::metadata(path).map_or(true, |found| found.is_file()) {
                self.found.push(path.to_owned());
            }
            return;
        };
        if !self.seen.insert((path.to_owned(), parts.len())) {
            return;
        }
        match part {
            Part::Name(name) => {
                for entry in entries(path) {
                    let is_match = entry.file_name().to_str().is_some_and(|n| name.matches(n));
                    if is_match {
                        self.walk(&entry.path(), rest);
                    }
                }
            }
            Part::Folders => {
                self.walk(path, rest);
                let is_folder = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|t| t.is_dir());
                for entry in entries(path).into_iter().filter(is_folder) {
                    self.walk(&entry.path(), parts);
                }
            }
        }
    }
}

/// What is in a folder; nothing where it can't be read, or is none.
fn entries(folder: &Path) -> Vec<fs::DirEntry> {
    // An empty path is the working directory.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).collect()
}
