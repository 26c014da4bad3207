//! What creating files of the user's own leaves on disk.

use std::path::Path;

use super::super::create::{create, create_gated};
use super::super::write_error::{Cause, Step};
use super::{put, tree};
use crate::model::{FileChange, FileState};

fn change(dir: &Path, name: &str) -> FileChange {
    FileChange {
        target: String::new(),
        folder: dir.to_owned(),
        path: dir.join(name),
        shown: name.to_owned(),
        state: FileState::Missing,
        old: Vec::new(),
        new: "new".to_owned(),
    }
}

fn files(dir: &Path) -> Vec<(String, String)> {
    tree(dir).into_iter().collect()
}

#[test]
fn files_are_created_with_their_folders() {
    let dir = tempfile::tempdir().unwrap();
    create(&[change(dir.path(), "a.yaml"), change(dir.path(), "sub/b.yaml")]).unwrap();
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    assert_eq!(
        files(dir.path()),
        [file("a.yaml", "new"), file("sub/", ""), file("sub/b.yaml", "new")]
    );
}

#[test]
fn a_file_that_appears_meanwhile_is_spared_and_no_other_is_created() {
    for when in [Step::Stage, Step::Replace] {
        let dir = tempfile::tempdir().unwrap();
        let changes = [change(dir.path(), "sub/b.yaml"), change(dir.path(), "a.yaml")];
        let error = create_gated(&changes, &mut |step, _, path| {
            if step == Some(when) && path.ends_with("a.yaml") {
                put(path, "mine");
            }
            Ok(())
        })
        .unwrap_err();
        assert!(matches!(error.cause, Cause::Changed), "{when:?}: {error}");
        assert_eq!(files(dir.path()), [("a.yaml".to_owned(), "mine".to_owned())], "{when:?}");
    }
}
