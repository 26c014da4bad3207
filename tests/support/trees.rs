//! Folders of files, as tests hold them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their path, with `/` between folders.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// Every file below a folder.
pub(crate) fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                // What git keeps is its own affair.
                folders.extend((!path.ends_with(".git")).then_some(path));
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
