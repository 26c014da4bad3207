//! What becomes of temporary files that a run left behind.

use std::fs::{self, File};
use std::path::Path;
use std::slice;

use super::super::replace::replace;
use super::super::write::{write, write_through};
use super::{bundle, changes, ours, put, tree};
use crate::model::{Bundle, FileChange, FileState};

const NAME: &str = ".codegen-0123456789abcdef.tmp";

/// The names of the files below a folder.
fn names(dir: &Path) -> Vec<String> {
    tree(dir).into_keys().filter(|name| !name.ends_with('/')).collect()
}

fn litter(dir: &Path) -> Vec<String> {
    let mut names = names(dir);
    names.retain(|name| name.contains("/.codegen-"));
    names
}

#[test]
fn a_run_with_nothing_to_do_cleans_up() {
    let dir = tempfile::tempdir().unwrap();
    let go = [bundle(dir.path(), "out/go", &[("a.go", "a"), ("sub/b.go", "b")])];
    write(&changes(&go)).unwrap();
    let before = tree(dir.path());
    for folder in ["out/go", "out/go/sub", "out/go/gone/deep"] {
        put(dir.path().join(folder).join(NAME), &ours("half"));
    }
    assert!(changes(&go).iter().all(|change| change.state == FileState::Fresh));
    write(&changes(&go)).unwrap();
    assert_eq!(tree(dir.path()), before);
}

#[test]
fn what_is_somebody_else_s_stays() {
    let dir = tempfile::tempdir().unwrap();
    let go = [bundle(dir.path(), "out/go", &[("a.go", "a")])];
    let others = [
        "out/.codegen-0123456789abcdef.tmp",
        "out/go/.codegen-0123456789abcdef.kept",
        "out/go/.codegen-ignore",
        "out/go/.hidden/.codegen-0123456789abcdef.tmp",
        "out/go/codegen-0123456789abcdef.tmp",
        "out/go/project/.codegen-0123456789abcdef.tmp",
        "out/go/project/codegen.yaml",
        "out/go/vendor/.codegen-0123456789abcdef.tmp",
    ];
    for path in others {
        put(dir.path().join(path), "mine");
    }
    write(&changes(&go)).unwrap();
    let mut expected: Vec<&str> = others.into();
    expected.push("out/go/a.go");
    expected.sort_unstable();
    assert_eq!(names(dir.path()), expected);
}

#[test]
fn a_run_that_is_under_way_keeps_its_files() {
    // It writes there, or above, or below.
    for (held, left) in [
        ("out/go", &["out/go", "out/go/sub", "out/go/sub/deep"][..]),
        ("out/go/sub", &["out/go/sub", "out/go/sub/deep"]),
        ("out/go/sub/deep", &["out/go/sub/deep"]),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let go = [bundle(dir.path(), "out/go", &[("a.go", "a")])];
        for folder in ["out/go", "out/go/sub", "out/go/sub/deep"] {
            put(dir.path().join(folder).join(NAME), &ours("half"));
        }
        let other = File::open(dir.path().join(held)).unwrap();
        other.lock_shared().unwrap();
        write(&changes(&go)).unwrap();
        let mut expected: Vec<String> = left.iter().map(|name| format!("{name}/{NAME}")).collect();
        expected.push("out/go/a.go".to_owned());
        expected.sort_unstable();
        assert_eq!(names(dir.path()), expected, "{held}");
        other.unlock().unwrap();
        write(&changes(&go)).unwrap();
        assert_eq!(names(dir.path()), ["out/go/a.go"], "{held}");
    }
}

#[test]
fn runs_at_the_same_time_spare_each_other() {
    let dir = tempfile::tempdir().unwrap();
    let all = [bundle(dir.path(), "out", &[("go/a.go", "a"), ("go/sub/b.go", "b")])];
    let go = [bundle(dir.path(), "out/go", &[("sub/c.go", "c")])];
    // What one of them would take for an orphan is of no concern here.
    let of = |bundles: &[Bundle]| {
        let mut changes = changes(bundles);
        changes.retain(|change| change.state == FileState::Missing);
        changes
    };
    let mut times = 0;
    write_through(&of(&all), &mut |_, _, _| {
        let before = litter(dir.path());
        write(&of(&go)).unwrap();
        assert_eq!(litter(dir.path()), before);
        times += usize::from(!before.is_empty());
        let _ = fs::remove_file(dir.path().join("out/go/sub/c.go"));
        Ok(())
    })
    .unwrap();
    assert!(times > 4, "{times}");
    write(&of(&go)).unwrap();
    assert_eq!(names(dir.path()), ["out/go/a.go", "out/go/sub/b.go", "out/go/sub/c.go"]);
}

#[test]
fn a_run_holds_its_folders_while_it_writes() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("out/go")).unwrap();
    let bundles = [
        bundle(dir.path(), "out/go", &[("a.go", "a")]),
        bundle(dir.path(), "out/new", &[("b", "b")]),
    ];
    let is_free = |name: &str| {
        let folder = File::open(dir.path().join(name)).unwrap();
        folder.try_lock().is_ok() && folder.unlock().is_ok()
    };
    let mut seen = 0;
    write_through(&changes(&bundles), &mut |_, act, path| {
        if path.ends_with("a.go") {
            assert!(!is_free("out/go"), "{act:?}");
            seen += 1;
        }
        if path.ends_with("new/b") {
            assert!(!is_free("out/new"), "{act:?}");
            seen += 1;
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(seen, 8);
    assert!(is_free("out/go") && is_free("out/new"));
}

#[test]
fn files_of_the_user_are_left_as_clean() {
    for is_done in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("spec/codes.yaml");
        put(&path, "old");
        put(dir.path().join("spec").join(NAME), "half");
        put(dir.path().join("spec/sub").join(NAME), "not looked for");
        let change = FileChange {
            target: String::new(),
            folder: "unused".into(),
            path: path.clone(),
            shown: "spec/codes.yaml".to_owned(),
            state: FileState::Stale,
            old: b"old".to_vec(),
            new: "new".to_owned(),
        };
        // The run that was killed may have left nothing to do.
        replace(if is_done { &[] } else { slice::from_ref(&change) }, &[&path]).unwrap();
        assert_eq!(names(dir.path()), ["spec/codes.yaml", &format!("spec/sub/{NAME}")]);
        assert_eq!(fs::read_to_string(path).unwrap(), if is_done { "old" } else { "new" });
    }
}
