//! Folders of files, as tests hold them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their path, with `/` between folders.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// A file as large as this is compared by its size.
const LARGE: u64 = 16 << 20;

/// Every file below a folder. Links are not followed, and pipes not read.
pub(crate) fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let about = fs::symlink_metadata(&path).unwrap();
            if about.is_dir() {
                // What git keeps is its own affair.
                folders.extend((!path.ends_with(".git")).then_some(path));
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                let bytes = if about.is_symlink() {
                    format!("a link to {}", fs::read_link(&path).unwrap().display()).into()
                } else if !about.is_file() {
                    b"neither a file nor a folder".to_vec()
                } else if about.len() > LARGE {
                    format!("{} bytes", about.len()).into()
                } else {
                    fs::read(&path).unwrap()
                };
                files.insert(name, bytes);
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
