//! Finds files that an earlier run generated and that no target generates any more. It never
//! writes, never follows a symbolic link, and keeps out of what belongs to somebody else.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Found, Id, Root, read_ours};
use super::foreign;
use super::refusal::Obstacle;
use super::temp;
use crate::model::SHORTEST;

/// More is no folder of generated files, but somebody's home or a whole disk.
const MOST: usize = 200_000;

/// What is not orphaned in this run.
#[derive(Default)]
pub(super) struct Kept {
    /// The folders of all targets; what is below one of them is looked at for it alone.
    pub(super) roots: HashSet<PathBuf>,
    /// Where artifacts go.
    pub(super) places: HashSet<PathBuf>,
    /// The files that stand there now, as they may be listed under another name: in another case,
    /// or with accents composed in another way.
    pub(super) ids: HashSet<Id>,
}

/// The orphaned files below a folder with their bytes, sorted by path; and what couldn't be read.
pub(super) fn orphans(root: &Root, kept: &Kept) -> (Vec<(PathBuf, Vec<u8>)>, Vec<Obstacle>) {
    search(root, kept, MOST)
}

fn search(root: &Root, kept: &Kept, most: usize) -> (Vec<(PathBuf, Vec<u8>)>, Vec<Obstacle>) {
    let mut found = Vec::new();
    let mut obstacles = Vec::new();
    let mut folders = vec![PathBuf::new()];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        let result = list(root, &folder).and_then(|entries| {
            count += entries.len();
            if !folder.as_os_str().is_empty() && foreign::is_marked(&entries) {
                return Ok(());
            }
            for entry in &entries {
                let path = folder.join(entry.file_name());
                let kind = entry.file_type().map_err(|e| unreadable(root, &path, e))?;
                if kind.is_dir() && is_searched(root, &path, kept) {
                    folders.push(path);
                } else if kind.is_file() && is_long_enough(entry) {
                    match orphan(root, &path, kept) {
                        Ok(bytes) => found.extend(bytes.map(|bytes| (path, bytes))),
                        Err(obstacle) => obstacles.push(obstacle),
                    }
                }
            }
            Ok(())
        });
        obstacles.extend(result.err());
        if count > most {
            return (Vec::new(), vec![Obstacle::TooMany(root.shown.clone(), most)]);
        }
    }
    found.sort_by_cached_key(|(path, _)| root.show(path));
    (found, obstacles)
}

fn orphan(root: &Root, path: &Path, kept: &Kept) -> Result<Option<Vec<u8>>, Obstacle> {
    let place = root.real.join(path);
    if kept.places.contains(&place) || temp::is_ours(path) {
        return Ok(None);
    }
    match read_ours(&place) {
        Ok(Some(Found { bytes, id })) if !kept.ids.contains(&id) => Ok(Some(bytes)),
        Ok(_) => Ok(None),
        // Somebody else removed it while we looked.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(root, path, error)),
    }
}

fn list(root: &Root, folder: &Path) -> Result<Vec<DirEntry>, Obstacle> {
    let entries = fs::read_dir(root.real.join(folder)).and_then(Iterator::collect);
    match entries {
        Ok(entries) => Ok(entries),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(unreadable(root, folder, error)),
    }
}

fn is_searched(root: &Root, path: &Path, kept: &Kept) -> bool {
    let name = path.file_name().unwrap_or_default();
    !foreign::is_named(name) && !kept.roots.contains(&root.real.join(path))
}

/// Most files are too short to be looked into; what lies about its length, as the files by which
/// a kernel talks, could keep us waiting.
fn is_long_enough(entry: &DirEntry) -> bool {
    entry.metadata().map_or(true, |meta| meta.len() >= SHORTEST as u64)
}

fn unreadable(root: &Root, path: &Path, error: io::Error) -> Obstacle {
    Obstacle::Unreadable(root.show(path), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_too_much_in_it_is_not_searched() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("folder")).unwrap();
        for name in ["a", "b", "folder/c"] {
            let text = format!("// {}\n", crate::model::header("codes.yaml"));
            fs::write(dir.path().join(name), text).unwrap();
        }
        let root = Root::open(dir.path(), "out").unwrap();
        let (found, obstacles) = search(&root, &Kept::default(), 4);
        assert_eq!((found.len(), obstacles.len()), (3, 0));
        let (found, obstacles) = search(&root, &Kept::default(), 3);
        assert!(found.is_empty());
        let told: Vec<String> = obstacles.iter().map(ToString::to_string).collect();
        let expected = "`out` has more than 3 files and folders in it, too many to search for \
                        what was generated once";
        assert_eq!(told, [expected]);
    }
}
