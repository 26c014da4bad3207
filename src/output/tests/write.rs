//! What writing leaves on disk when nothing goes wrong.

use std::fs;
use std::time::{Duration, SystemTime};

use super::super::write::{write, write_through};
use super::super::write_error::Step;
use super::{bundle, changes, ours, put, states, tree};
use crate::model::{Bundle, FileState};

#[test]
fn a_run_leaves_nothing_to_do_for_the_next() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("out/go/a.go"), &ours("older"));
    put(dir.path().join("out/go/gone/deep/old.go"), &ours("old"));
    put(dir.path().join("out/go/half/old.go"), &ours("old"));
    put(dir.path().join("out/go/half/mine.go"), "mine");
    fs::create_dir(dir.path().join("out/go/empty")).unwrap();
    let go = bundle(dir.path(), "out/go", &[("a.go", "a"), ("new/b.go", "b")]);
    let ts = bundle(dir.path(), "out/ts/src", &[("c.ts", "c")]);
    let bundles = [go, ts];
    write(&changes(&bundles)).unwrap();
    assert!(states(&bundles).iter().all(|(state, _)| *state == FileState::Fresh));
    let all = tree(dir.path());
    let names: Vec<&str> = all.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "out/",
            "out/go/",
            "out/go/a.go",
            "out/go/empty/",
            "out/go/half/",
            "out/go/half/mine.go",
            "out/go/new/",
            "out/go/new/b.go",
            "out/ts/",
            "out/ts/src/",
            "out/ts/src/c.ts",
        ]
    );
    assert_eq!(all["out/go/a.go"], ours("a"));
    assert_eq!(all["out/go/half/mine.go"], "mine");
}

#[test]
fn fresh_files_are_not_touched() {
    let dir = tempfile::tempdir().unwrap();
    let lf = dir.path().join("out/lf.go");
    let crlf = dir.path().join("out/crlf.go");
    put(&lf, &ours("a"));
    put(&crlf, &ours("a").replace('\n', "\r\n"));
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in [&lf, &crlf] {
        fs::File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
    }
    let files = [("lf.go", "a"), ("crlf.go", "a"), ("new.go", "a")];
    write(&changes(&[bundle(dir.path(), "out", &files)])).unwrap();
    for path in [&lf, &crlf] {
        assert_eq!(fs::metadata(path).unwrap().modified().unwrap(), then);
    }
    assert!(fs::read_to_string(&crlf).unwrap().contains("\r\n"));
}

#[test]
fn the_folder_of_a_target_stays_even_when_empty() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("out/go/sub/old.go"), &ours("old"));
    write(&changes(&[bundle(dir.path(), "out/go", &[])])).unwrap();
    assert_eq!(tree(dir.path()).into_keys().collect::<Vec<_>>(), ["out/", "out/go/"]);
}

#[test]
fn nothing_to_do_creates_nothing() {
    let dir = tempfile::tempdir().unwrap();
    write(&changes(&[bundle(dir.path(), "out/go", &[])])).unwrap();
    assert!(tree(dir.path()).is_empty());
}

#[test]
fn a_run_holds_few_files_open_however_many_it_writes() {
    let dir = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..1500).map(|i| format!("{i}.go")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "a")).collect();
    let go = [bundle(dir.path(), "out", &files)];
    // Where there is no such folder, the system's own limit has to do.
    let open = || fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
    write_through(&changes(&go), &mut |step, _, _| {
        assert!(step != Some(Step::Replace) || open() < 500);
        Ok(())
    })
    .unwrap();
    assert!(states(&go).iter().all(|(state, _)| *state == FileState::Fresh));
}

#[test]
fn the_current_folder_may_be_the_target_s() {
    // Nothing is written: tests share the current folder.
    for folder in ["", "."] {
        let go = Bundle {
            folder: folder.into(),
            within: folder.into(),
            ..bundle(".".as_ref(), ".", &[("no-such.go", "")])
        };
        let found = changes(&[Bundle { owns_folder: false, ..go }]);
        assert_eq!(found[0].state, FileState::Missing);
        assert_eq!(found[0].shown, "no-such.go");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

    use super::*;

    #[test]
    fn permissions_are_kept_and_new_files_have_those_of_any_other() {
        let dir = tempfile::tempdir().unwrap();
        let old = dir.path().join("out/old.sh");
        put(&old, &ours("older"));
        fs::set_permissions(&old, fs::Permissions::from_mode(0o755)).unwrap();
        fs::write(dir.path().join("plain"), "").unwrap();
        write(&changes(&[bundle(dir.path(), "out", &[("old.sh", "a"), ("new.sh", "a")])])).unwrap();
        let mode = |path: &str| fs::metadata(dir.path().join(path)).unwrap().mode();
        assert_eq!(mode("out/old.sh") & 0o7777, 0o755);
        assert_eq!(mode("out/new.sh"), mode("plain"));
    }

    #[test]
    fn the_owner_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("out/a.go");
        put(&path, &ours("older"));
        if chown(&path, Some(12_345), Some(12_345)).is_err() {
            eprintln!("SKIPPED the_owner_is_kept: only root can give files away");
            return;
        }
        write(&changes(&[bundle(dir.path(), "out", &[("a.go", "a")])])).unwrap();
        let meta = fs::metadata(&path).unwrap();
        assert_eq!((meta.uid(), meta.gid()), (12_345, 12_345));
    }
}
