//! What is left on disk when something goes wrong: everything as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::super::write::{write, write_through};
use super::super::write_error::{Cause, Step, WriteError};
use super::{bundle, changes, ours, put, scene, tree};
use crate::model::Bundle;

/// Runs `meddle` once, right before the first step of a kind with a path that ends so.
fn meddle(
    bundles: &[Bundle],
    (when, end): (Step, &str),
    meddle: impl FnOnce(&Path),
) -> Result<(), WriteError> {
    let mut meddle = Some(meddle);
    write_through(&changes(bundles), &mut |step, _, path| {
        if step == Some(when)
            && path.ends_with(end)
            && let Some(meddle) = meddle.take()
        {
            meddle(path);
        }
        Ok(())
    })
}

fn without(mut tree: BTreeMap<String, String>, names: &[&str]) -> BTreeMap<String, String> {
    tree.retain(|name, _| !names.contains(&name.as_str()));
    tree
}

#[test]
fn a_file_that_was_edited_meanwhile_is_spared() {
    for when in [Step::Stage, Step::BackUp, Step::Replace] {
        let dir = tempfile::tempdir().unwrap();
        let bundles = scene(dir.path());
        let before = without(tree(dir.path()), &["out/go/stale2.go"]);
        let edited = ours("edited");
        let error = meddle(&bundles, (when, "stale2.go"), |path| put(path, &edited)).unwrap_err();
        assert!(matches!(error.cause, Cause::Changed), "{error}");
        assert_eq!(
            error.to_string(),
            "cannot replace `out/go/stale2.go`: it was changed after it was read; nothing \
             was changed"
        );
        assert_eq!(without(tree(dir.path()), &["out/go/stale2.go"]), before);
        assert_eq!(fs::read_to_string(dir.path().join("out/go/stale2.go")).unwrap(), edited);
    }
}

#[test]
fn an_orphan_that_was_edited_meanwhile_is_spared() {
    for text in ["mine now".to_owned(), ours("edited")] {
        let dir = tempfile::tempdir().unwrap();
        let bundles = scene(dir.path());
        let before = without(tree(dir.path()), &["out/go/old2.go"]);
        let when = (Step::Remove, "old2.go");
        let error = meddle(&bundles, when, |path| put(path, &text)).unwrap_err();
        assert!(error.doubts.is_empty(), "{error}");
        assert_eq!(without(tree(dir.path()), &["out/go/old2.go"]), before);
        assert_eq!(fs::read_to_string(dir.path().join("out/go/old2.go")).unwrap(), text);
    }
}

#[test]
fn what_appears_in_a_free_place_is_spared() {
    let dir = tempfile::tempdir().unwrap();
    let bundles = scene(dir.path());
    let before = tree(dir.path());
    let error = meddle(&bundles, (Step::Replace, "b.ts"), |path| put(path, "mine")).unwrap_err();
    assert!(matches!(error.cause, Cause::Blocked(_)), "{error}");
    let mut after = tree(dir.path());
    assert_eq!(after.remove("out/ts/src/b.ts").as_deref(), Some("mine"));
    assert_eq!(without(after, &["out/ts/", "out/ts/src/"]), before);
}

#[test]
fn a_folder_that_appears_in_place_of_a_file_is_spared() {
    let dir = tempfile::tempdir().unwrap();
    let bundles = scene(dir.path());
    let before = without(tree(dir.path()), &["out/go/stale2.go"]);
    let found = changes(&bundles);
    fs::remove_file(dir.path().join("out/go/stale2.go")).unwrap();
    put(dir.path().join("out/go/stale2.go/mine"), "mine");
    let error = write(&found).unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot write `out/go/stale2.go`: `out/go/stale2.go` is a folder, but a file goes there; \
         nothing was changed"
    );
    let mut after = tree(dir.path());
    assert_eq!(after.remove("out/go/stale2.go/mine").as_deref(), Some("mine"));
    assert_eq!(without(after, &["out/go/stale2.go/"]), before);
}

#[test]
fn a_file_that_cannot_be_put_back_is_named_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let bundles = scene(dir.path());
    let stale = dir.path().join("out/go/stale1.go");
    let error = meddle(&bundles, (Step::Replace, "b.ts"), |path| {
        put(path, "mine");
        // By now it has been replaced; a folder in its place keeps it from being put back.
        fs::remove_file(&stale).unwrap();
        put(stale.join("mine"), "mine");
    })
    .unwrap_err();
    assert_eq!(error.doubts.len(), 1, "{error}");
    let doubt = &error.doubts[0];
    assert_eq!(doubt.shown, "out/go/stale1.go");
    let kept = doubt.kept.as_ref().unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), ours("older"));
    let told = error.to_string();
    assert!(told.contains("except for `out/go/stale1.go` ("), "{told}");
    assert!(told.contains(&format!("is kept in `{}`", kept.display())), "{told}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_becomes_a_link_is_not_followed() {
    for when in [(Step::CreateFolder, "new"), (Step::Replace, "a.go")] {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("elsewhere")).unwrap();
        let go = bundle(dir.path(), "out", &[("b.go", "b"), ("new/a.go", "a")]);
        let error = meddle(&[go], when, |_| {
            let new = dir.path().join("out/new");
            if new.exists() {
                fs::rename(&new, dir.path().join("moved")).unwrap();
            }
            std::os::unix::fs::symlink(dir.path().join("elsewhere"), new).unwrap();
        })
        .unwrap_err();
        assert!(error.to_string().contains("leads out of the output folder"), "{when:?}: {error}");
        assert_eq!(fs::read_dir(dir.path().join("elsewhere")).unwrap().count(), 0);
        assert!(!dir.path().join("out/b.go").exists());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_changes_nothing() {
    use std::process::Command;

    struct Mount(tempfile::TempDir);
    impl Drop for Mount {
        fn drop(&mut self) {
            // Lazily, as a process that another test forks may hold a file on it for an instant.
            let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
        }
    }

    let dir = tempfile::tempdir().unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(dir.path());
    if !mount.output().is_ok_and(|output| output.status.success()) {
        eprintln!("SKIPPED a_full_disk_changes_nothing: cannot mount a small disk");
        return;
    }
    let disk = Mount(dir);
    let bundles = scene(disk.0.path());
    let before = tree(disk.0.path());
    let mut bundles = bundles.to_vec();
    let large = "x".repeat(100_000);
    bundles.push(bundle(disk.0.path(), "out/md", &[("large.md", &large)]));
    let error = write(&changes(&bundles)).unwrap_err();
    assert_eq!(error.step, Step::Stage);
    assert_eq!(error.help(), "make room on the disk and run it again");
    assert_eq!(tree(disk.0.path()), before);
}
