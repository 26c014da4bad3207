//! Each thing that is done to the disk fails in turn.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::super::gate::Act;
use super::super::write::write_through;
use super::super::write_error::{Step, WriteError};
use super::{bundles, changes, scene, tree};
use crate::model::FileState;

/// Writes, and fails at each moment for which `fails` says so, which also sees how many came before
/// it; gives what was done.
fn write_where(
    dir: &Path,
    mut fails: impl FnMut(usize, Option<Step>, Act) -> bool,
) -> (Result<(), WriteError>, Vec<Act>) {
    let mut done = Vec::new();
    let result = write_through(&changes(&bundles(dir)), &mut |step, act, _| {
        let fails = fails(done.len(), step, act);
        done.push(act);
        if fails { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    });
    (result, done)
}

/// The files below a folder, without the folders.
fn files(dir: &Path) -> BTreeMap<String, String> {
    let mut files = tree(dir);
    files.retain(|name, _| !name.ends_with('/'));
    files
}

#[test]
fn whichever_act_fails_everything_is_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    scene(dir.path());
    let (result, done) = write_where(dir.path(), |_, _, _| false);
    result.unwrap();
    let count = |act| done.iter().filter(|other| **other == act).count();
    // 5 new texts, 2 of them in place of old ones; 2 files are removed.
    let acts = [Act::CreateFolder, Act::Create, Act::Fill, Act::Dress, Act::Sync, Act::Link];
    assert_eq!(acts.map(count), [4, 7, 5, 2, 5, 2]);
    assert_eq!([Act::Rename, Act::Remove, Act::RemoveFolder].map(count), [7, 4, 0]);

    for (nth, act) in done.iter().enumerate() {
        let dir = tempfile::tempdir().unwrap();
        let bundles = scene(dir.path());
        let before = tree(dir.path());
        let (result, _) = write_where(dir.path(), |count, _, _| count == nth);
        if *act == Act::Link {
            // A copy does as well.
            result.unwrap();
            assert!(changes(&bundles).iter().all(|change| change.state == FileState::Fresh));
            assert!(!tree(dir.path()).keys().any(|name| name.contains(".codegen-")));
            continue;
        }
        let error = result.unwrap_err();
        assert!(error.to_string().ends_with("; nothing was changed"), "{error}");
        assert_eq!(tree(dir.path()), before, "after {nth} acts: {error}");
    }
}

#[test]
fn so_it_is_where_nothing_can_be_linked() {
    for nth in 0.. {
        let dir = tempfile::tempdir().unwrap();
        scene(dir.path());
        let before = tree(dir.path());
        let (result, done) =
            write_where(dir.path(), |count, _, act| act == Act::Link || count == nth);
        match result {
            Err(error) => assert_eq!(tree(dir.path()), before, "after {nth} acts: {error}"),
            // Links fail all the same.
            Ok(()) if nth < done.len() => assert_eq!(done[nth], Act::Link),
            // 36 with links, and four more for each copy.
            Ok(()) => return assert_eq!(done.len(), 36 + 2 * 4),
        }
    }
}

#[test]
fn what_can_not_be_put_back_is_named_and_nothing_is_lost() {
    let mut doubtful = 0;
    for nth in 0..36 {
        for also in 0.. {
            let dir = tempfile::tempdir().unwrap();
            scene(dir.path());
            let before = files(dir.path());
            let mut put_back = 0;
            let (result, _) = write_where(dir.path(), |count, step, _| {
                let again = step.is_none() && put_back == also;
                put_back += usize::from(step.is_none());
                count == nth || again
            });
            // A link that fails is no failure.
            let Err(error) = result else { break };
            let mut after = files(dir.path());
            for doubt in &error.doubts {
                doubtful += 1;
                let shown = doubt.shown.strip_prefix(&format!("{}/", dir.path().display()));
                let name = shown.unwrap_or(&doubt.shown);
                assert!(error.to_string().contains(&doubt.shown), "{error}");
                if let Some(kept) = &doubt.kept {
                    let kept = kept.strip_prefix(dir.path()).unwrap().to_string_lossy();
                    assert_eq!(after.remove(&*kept), before.get(name).cloned(), "{error}");
                }
                match before.get(name) {
                    None => after.remove(name),
                    Some(old) => after.insert(name.to_owned(), old.clone()),
                };
            }
            assert_eq!(after, before, "after {nth} and {also} acts: {error}");
            if put_back <= also {
                break;
            }
        }
    }
    assert!(doubtful > 100, "{doubtful}");
}
