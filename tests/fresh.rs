//! What is committed in `out/` is what `spec/` and `templates/` give, byte for byte.
#![allow(clippy::unwrap_used, missing_docs)]

use std::process::Command;

#[test]
fn the_committed_files_are_fresh() {
    let check = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .arg("--check")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&check.stdout) + String::from_utf8_lossy(&check.stderr);
    assert_eq!(check.status.code(), Some(0), "{said}");
}

#[test]
fn two_runs_give_the_same_bytes() {
    let run = || {
        let out = tempfile::tempdir().unwrap();
        let status = Command::new(env!("CARGO_BIN_EXE_codegen"))
            .args(["--quiet", "--spec", "tests/conformance/cases/full/codes.yaml", "--out"])
            .arg(out.path())
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status()
            .unwrap();
        assert!(status.success());
        let mut files = Vec::new();
        for target in std::fs::read_dir(out.path()).unwrap() {
            for file in std::fs::read_dir(target.unwrap().path()).unwrap() {
                let path = file.unwrap().path();
                let name = path.strip_prefix(out.path()).unwrap().to_owned();
                files.push((name, std::fs::read(&path).unwrap()));
            }
        }
        files.sort();
        files
    };
    let (first, second) = (run(), run());
    assert!(first.len() >= 7, "{} files", first.len());
    for ((path, a), (_, b)) in first.iter().zip(&second) {
        assert!(a == b, "{} differs from run to run", path.display());
        assert!(a.ends_with(b"\n") && !a.contains(&b'\r'), "{}", path.display());
    }
}
