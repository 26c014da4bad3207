//! A run that ends without a chance to tidy up, at each thing that it does to the disk.

use std::env;
use std::path::Path;
use std::process::Command;

use super::super::write::{write, write_through};
use super::{bundles, changes, scene, tree};

/// Where and when a child of this test ends.
const FOLDER: &str = "CODEGEN_TEST_FOLDER";
const ACT: &str = "CODEGEN_TEST_ACT";

#[test]
fn a_run_that_dies_leaves_nothing_that_the_next_one_does_not_mend() {
    if let (Ok(folder), Ok(act)) = (env::var(FOLDER), env::var(ACT)) {
        die(folder.as_ref(), act.parse().unwrap());
    }
    let done = tempfile::tempdir().unwrap();
    write(&changes(&scene(done.path()))).unwrap();
    let done = tree(done.path());

    let name = module_path!().split_once("::").unwrap().1;
    let name = format!("{name}::a_run_that_dies_leaves_nothing_that_the_next_one_does_not_mend");
    for act in 0.. {
        let dir = tempfile::tempdir().unwrap();
        let bundles = scene(dir.path());
        let before = tree(dir.path());
        let mut child = Command::new(env::current_exe().unwrap());
        child.args(["--exact", &name]).env(FOLDER, dir.path()).env(ACT, act.to_string());
        let output = child.output().unwrap();
        match output.status.code() {
            Some(DIED) => {}
            Some(ENDED) => return assert_eq!(act, 36),
            other => panic!("{other:?}: {}", String::from_utf8_lossy(&output.stdout)),
        }

        let after = tree(dir.path());
        for (path, text) in &after {
            let is_whole = [&before, &done].iter().any(|tree| tree.get(path) == Some(text));
            let is_litter = path.contains("/.codegen-");
            assert!(is_whole || is_litter || path.ends_with('/'), "{act}: {path}: {text}");
        }
        let kept = before.keys().filter(|path| done.contains_key(*path));
        kept.for_each(|path| assert!(after.contains_key(path), "{act}: {path} is gone"));

        write(&changes(&bundles)).unwrap();
        let mut mended = tree(dir.path());
        // Between the last file of a folder and the folder itself: nobody can tell whose it is.
        if act == 35 {
            mended.remove("out/go/gone/");
        }
        assert_eq!(mended, done, "{act}");
    }
}

const DIED: i32 = 41;
const ENDED: i32 = 42;

/// Writes, and ends the process before so many acts. No destructor is run, as in one that is
/// killed.
fn die(folder: &Path, act: usize) -> ! {
    let mut acts = 0..act;
    write_through(&changes(&bundles(folder)), &mut |_, _, _| {
        if acts.next().is_none() {
            std::process::exit(DIED);
        }
        Ok(())
    })
    .unwrap();
    std::process::exit(ENDED)
}
