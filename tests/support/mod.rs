//! What tests over folders of cases share: trees of files, and differences that can be read.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their path, with `/` between folders.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// Whether what is printed now is to be what is expected from now on.
pub(crate) fn is_overwriting() -> bool {
    let overwrite = std::env::var_os("CASES").is_some_and(|v| v == "overwrite");
    assert!(!(overwrite && std::env::var_os("CI").is_some()), "CI takes no new expectations");
    overwrite
}

/// Every file below a folder.
pub(crate) fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Writes files below a folder.
pub(crate) fn plant(files: &Tree, root: &Path) {
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The file as it must be; where expectations are overwritten, it becomes what was found first.
pub(crate) fn expected(file: &Path, found: &[u8], overwrite: bool) -> Vec<u8> {
    match (overwrite, found.is_empty()) {
        (true, true) => drop(fs::remove_file(file)),
        (true, false) => fs::write(file, found).unwrap(),
        (false, _) => {}
    }
    fs::read(file).unwrap_or_default()
}

/// How two texts differ, if they do.
pub(crate) fn difference(what: &str, expected: &[u8], found: &[u8]) -> Option<String> {
    if expected == found {
        return None;
    }
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let diff = similar::TextDiff::from_lines(&expected, &found);
    Some(diff.unified_diff().header(&format!("{what} as expected"), what).to_string())
}
