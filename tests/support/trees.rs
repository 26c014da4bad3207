//! Folders of files, as tests hold them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their path, with `/` between folders.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// A file as large as this is compared by its size.
const LARGE: u64 = 16 << 20;

/// Every file below a folder. Of a link where it leads, of a pipe or a device that it is there.
pub(crate) fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.map(Result::unwrap) {
            let (path, kind) = (entry.path(), entry.file_type().unwrap());
            if kind.is_dir() {
                // What git keeps is its own affair.
                folders.extend((!path.ends_with(".git")).then_some(path));
                continue;
            }
            let size = entry.metadata().unwrap().len();
            let bytes = if kind.is_file() && size > LARGE {
                format!("{size} bytes").into_bytes()
            } else if kind.is_file() {
                fs::read(&path).unwrap()
            } else if kind.is_symlink() {
                format!("-> {}", fs::read_link(&path).unwrap().display()).into_bytes()
            } else {
                Vec::new()
            };
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, bytes);
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
