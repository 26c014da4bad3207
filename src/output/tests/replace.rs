//! What replacing files of the user's own leaves on disk.

use std::fs;
use std::path::Path;

use super::super::replace::{replace, replace_gated};
use super::super::write_error::{Cause, Step};
use super::{put, tree};
use crate::model::{FileChange, FileState};

/// A change of a file below `dir` that was read as `old`.
fn change(dir: &Path, name: &str, old: &str, new: &str) -> FileChange {
    FileChange {
        target: String::new(),
        folder: dir.join("unused"),
        path: dir.join(name),
        shown: name.to_owned(),
        state: FileState::Stale,
        old: old.as_bytes().to_vec(),
        new: new.to_owned(),
    }
}

#[test]
fn a_file_is_replaced_where_it_is_what_was_read() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("a.yaml"), "old");
    put(dir.path().join("sub/b.yaml"), "old\r\n");
    let changes = [
        change(dir.path(), "a.yaml", "old", "new"),
        change(dir.path(), "sub/b.yaml", "old\r\n", "new\r\n"),
    ];
    replace(&changes, &[]).unwrap();
    let all: Vec<_> =
        tree(dir.path()).into_iter().filter(|(name, _)| !name.ends_with('/')).collect();
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(all, [file("a.yaml", "new"), file("sub/b.yaml", "new\r\n")]);
}

#[test]
fn a_file_that_was_edited_meanwhile_is_spared_and_so_are_the_others() {
    for when in [Step::Stage, Step::BackUp, Step::Replace] {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path().join("a.yaml"), "old");
        put(dir.path().join("b.yaml"), "old");
        let changes = [
            change(dir.path(), "a.yaml", "old", "new"),
            change(dir.path(), "b.yaml", "old", "new"),
        ];
        let error = replace_gated(&changes, &[], &mut |step, _, path| {
            if step == Some(when) && path.ends_with("b.yaml") {
                put(path, "edited");
            }
            Ok(())
        })
        .unwrap_err();
        assert!(matches!(error.cause, Cause::Changed), "{error}");
        assert_eq!(
            error.to_string(),
            "cannot replace `b.yaml`: it was changed after it was read; nothing was changed"
        );
        let all = tree(dir.path());
        assert_eq!(all.len(), 2, "{all:?}");
        assert_eq!((all["a.yaml"].as_str(), all["b.yaml"].as_str()), ("old", "edited"));
    }
}

#[test]
fn a_file_that_is_gone_stays_gone() {
    let dir = tempfile::tempdir().unwrap();
    let error = replace(&[change(dir.path(), "a.yaml", "old", "new")], &[]).unwrap_err();
    assert!(matches!(&error.cause, Cause::Io(e) if e.kind() == std::io::ErrorKind::NotFound));
    assert_eq!(tree(dir.path()).len(), 0);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path().join("real/a.yaml"), "old");
        let real = dir.path().join("real/a.yaml");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real/a.yaml", dir.path().join("link.yaml")).unwrap();
        let owner = fs::metadata(&real).unwrap().uid();
        replace(&[change(dir.path(), "link.yaml", "old", "new")], &[]).unwrap();
        let all = tree(dir.path());
        assert_eq!(all["link.yaml"], "-> real/a.yaml");
        assert_eq!(all["real/a.yaml"], "new");
        assert_eq!(all.len(), 3, "{all:?}");
        let meta = fs::metadata(&real).unwrap();
        assert_eq!((meta.mode() & 0o777, meta.uid()), (0o640, owner));
    }

    #[test]
    fn a_protected_file_is_spared() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.yaml");
        put(&path, "old");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let error = replace(&[change(dir.path(), "a.yaml", "old", "new")], &[]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "cannot replace `a.yaml`: permission denied; nothing was changed"
        );
        assert_eq!(fs::read_to_string(path).unwrap(), "old");
    }

    #[test]
    fn what_is_no_file_is_spared() {
        let error = replace(&[change(Path::new("/dev"), "null", "", "new")], &[]).unwrap_err();
        assert!(matches!(error.cause, Cause::Special), "{error}");
        assert!(error.help().contains("standard input"));
    }
}
