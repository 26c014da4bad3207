//! What is told of the disk, and what is refused.

use std::fs;

use super::{bundle, ours, put, refused, states, tree};
use crate::model::FileState::{Fresh, Missing, Orphaned, Stale};
use crate::model::{Artifact, Bundle};

fn owned(state: crate::model::FileState, path: &str) -> (crate::model::FileState, String) {
    (state, path.to_owned())
}

#[test]
fn every_state_is_told_in_order() {
    let dir = tempfile::tempdir().unwrap();
    let go = bundle(dir.path(), "out/go", &[("z.go", "z"), ("sub/b.go", "b"), ("a.go", "a")]);
    let ts = bundle(dir.path(), "out/ts", &[("a.ts", "a")]);
    put(dir.path().join("out/go/a.go"), &ours("a").replace('\n', "\r\n"));
    put(dir.path().join("out/go/sub/b.go"), &ours("older"));
    put(dir.path().join("out/go/sub/old.go"), &ours("old"));
    put(dir.path().join("out/go/old.go"), &ours("old"));
    put(dir.path().join("out/go/mine.go"), "package codes\n");
    let before = tree(dir.path());
    assert_eq!(
        states(&[go, ts]),
        [
            owned(Missing, "out/go/z.go"),
            owned(Stale, "out/go/sub/b.go"),
            owned(Fresh, "out/go/a.go"),
            owned(Orphaned, "out/go/old.go"),
            owned(Orphaned, "out/go/sub/old.go"),
            owned(Missing, "out/ts/a.ts"),
        ]
    );
    assert_eq!(tree(dir.path()), before);
}

#[test]
fn a_folder_that_is_not_owned_has_no_orphans() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("out/old.go"), &ours("old"));
    let owner = bundle(dir.path(), "out", &[]);
    let guest = Bundle { owns_folder: false, ..owner.clone() };
    assert!(states(std::slice::from_ref(&guest)).is_empty());
    assert!(states(&[owner, guest]).is_empty());
}

#[test]
fn bundles_that_share_a_folder_share_its_orphans() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("out/old.go"), &ours("old"));
    put(dir.path().join("out/b.ts"), &ours("b"));
    let go = bundle(dir.path(), "out", &[("a.go", "a")]);
    let ts = bundle(&dir.path().join("out/.."), "out", &[("b.ts", "b")]);
    assert_eq!(
        states(&[go, ts]),
        [owned(Missing, "out/a.go"), owned(Orphaned, "out/old.go"), owned(Fresh, "out/b.ts")]
    );
}

#[test]
fn a_nested_folder_counts_for_the_nearest_bundle() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("out/ts/old.ts"), &ours("old"));
    put(dir.path().join("out/guest/old.x"), &ours("old"));
    let outer = bundle(dir.path(), "out", &[]);
    let inner = bundle(dir.path(), "out/ts", &[]);
    let guest = Bundle { owns_folder: false, ..bundle(dir.path(), "out/guest", &[]) };
    let found = super::changes(&[outer, inner, guest]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].target.as_str(), found[0].shown.as_str()), ("ts", "out/ts/old.ts"));
}

#[test]
fn folders_of_somebody_else_have_no_orphans() {
    let dir = tempfile::tempdir().unwrap();
    let kept =
        ["node_modules/a", "vendor/a", ".git/a", ".cache/a", "repo/a", "project/a", "venv/a"];
    for path in kept {
        put(dir.path().join(path), &ours("theirs"));
    }
    put(dir.path().join("repo/.git/HEAD"), "ref: refs/heads/main\n");
    put(dir.path().join("project/codegen.yaml"), "spec: a.yaml\n");
    put(dir.path().join("venv/pyvenv.cfg"), "");
    put(dir.path().join(".codegen-a1b2c3a1b2c3a1b2.tmp"), &ours("of a run that is under way"));
    put(dir.path().join(".codegenrc.yaml"), &ours("hidden, but a file"));
    put(dir.path().join("codegen.yaml"), "spec: a.yaml\n");
    assert_eq!(states(&[bundle(dir.path(), ".", &[])]), [owned(Orphaned, ".codegenrc.yaml")]);
}

#[test]
fn every_refusal_is_told_at_once() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("out/mine.go"), "package codes\n");
    put(dir.path().join("out/file"), &ours("a file"));
    put(dir.path().join("out/folder/x"), "x");
    put(dir.path().join("flat"), "x");
    let mut go = bundle(
        dir.path(),
        "out",
        &[
            ("../a", ""),
            ("/a", ""),
            ("mine.go", ""),
            ("file/a", ""),
            ("folder", ""),
            ("twice", ""),
            ("Twice", ""),
            ("b", ""),
            ("b/c", ""),
        ],
    );
    go.artifacts.push(Artifact { path: "bare.json".to_owned(), text: "{}\n".to_owned() });
    let ts = bundle(dir.path(), "flat/ts", &[("a", "")]);
    assert_eq!(
        refused(&[go, ts]),
        [
            "target `out` has a file with the path `../a`, which has the step `..` in it",
            "target `out` has a file with the path `/a`, which is not relative",
            "`out/file` is a file, but a folder is needed there",
            "`out/folder` is a folder, but a file goes there",
            "`out/bare.json` of `out` has no header line near its top, so the next run would \
             not know it as generated",
            &format!(
                "`{}` is a file, but a folder is needed there",
                dir.path().join("flat").display()
            ),
            "`out/twice` of `out` and `out/Twice` of `out` are, or on some systems would be, one file",
            "`out/b` of `out` is a file, but `out/b/c` of `out` needs a folder there",
            "`out/mine.go` has no `Code generated by codegen` line near its top, so it is not \
             ours to replace",
        ]
    );
}

#[test]
fn a_name_in_another_case_is_an_orphan_where_it_is_another_file() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path().join("out/Codes.go"), &ours("a"));
    let expected = if dir.path().join("out/codes.go").exists() {
        vec![owned(Fresh, "out/codes.go")]
    } else {
        vec![owned(Missing, "out/codes.go"), owned(Orphaned, "out/Codes.go")]
    };
    assert_eq!(states(&[bundle(dir.path(), "out", &[("codes.go", "a")])]), expected);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn links_that_lead_out_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path().join("elsewhere/a.go"), &ours("theirs"));
        let out = dir.path().join("out");
        fs::create_dir(&out).unwrap();
        symlink(dir.path().join("elsewhere"), out.join("sub")).unwrap();
        symlink("nowhere", out.join("gone")).unwrap();
        symlink("nowhere.go", out.join("dangling.go")).unwrap();
        put(out.join("real.go"), &ours("a"));
        symlink("real.go", out.join("link.go")).unwrap();
        symlink("loop", out.join("loop")).unwrap();
        let files = ["sub/a.go", "sub/new/b.go", "gone/a.go", "dangling.go", "link.go"];
        let files: Vec<_> = files.iter().map(|&path| (path, "a")).collect();
        let go = bundle(dir.path(), "out", &files);
        assert_eq!(
            refused(&[go]),
            [
                "`out/sub` is a symbolic link that leads out of the output folder",
                "`out/gone` is a symbolic link that leads nowhere",
                "`out/dangling.go` is a symbolic link, not a file",
                "`out/link.go` is a symbolic link, not a file",
            ]
        );
        let looped = refused(&[bundle(dir.path(), "out", &[("loop/a.go", "a")])]);
        assert!(looped[0].starts_with("cannot read `out/loop`: "), "{looped:?}");
        // And none of them is followed in search of orphans.
        assert_eq!(states(&[bundle(dir.path(), "out", &[])]), [owned(Orphaned, "out/real.go")]);
    }

    #[test]
    fn the_folder_itself_may_be_a_link() {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path().join("elsewhere/sub/a.go"), &ours("a"));
        put(dir.path().join("elsewhere/old.go"), &ours("old"));
        symlink("elsewhere", dir.path().join("out")).unwrap();
        let go = bundle(dir.path(), "out", &[("sub/a.go", "a")]);
        assert_eq!(states(&[go]), [owned(Fresh, "out/sub/a.go"), owned(Orphaned, "out/old.go")]);
        symlink("nowhere", dir.path().join("gone")).unwrap();
        assert_eq!(
            refused(&[bundle(dir.path(), "gone", &[("a.go", "a")])]),
            ["`gone` is a symbolic link that leads nowhere"]
        );
    }

    #[test]
    fn a_link_within_the_folder_hides_no_collision() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("out/b")).unwrap();
        symlink("b", dir.path().join("out/a")).unwrap();
        let single = bundle(dir.path(), "out", &[("a/x.go", "x")]);
        assert_eq!(states(&[single]), [owned(Missing, "out/a/x.go")]);
        assert_eq!(
            refused(&[bundle(dir.path(), "out", &[("a/x.go", "x"), ("b/x.go", "x")])]),
            ["`out/a/x.go` of `out` and `out/b/x.go` of `out` are, or on some systems would \
                 be, one file"]
        );
    }

    #[test]
    fn two_folders_that_are_one_hide_no_collision() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("go")).unwrap();
        symlink("go", dir.path().join("ts")).unwrap();
        let bundles = ["go", "ts"].map(|name| bundle(dir.path(), name, &[("sub/x", "x")]));
        assert_eq!(refused(&bundles).len(), 1);
    }

    #[test]
    fn what_is_no_file_is_not_opened() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("out")).unwrap();
        let _socket = UnixListener::bind(dir.path().join("out/a.go")).unwrap();
        assert_eq!(
            refused(&[bundle(dir.path(), "out", &[("a.go", "a")])]),
            ["`out/a.go` is neither a file nor a folder"]
        );
    }

    #[test]
    fn an_orphan_with_a_second_name_that_is_generated_stays() {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path().join("out/a.go"), &ours("a"));
        fs::hard_link(dir.path().join("out/a.go"), dir.path().join("out/b.go")).unwrap();
        let go = bundle(dir.path(), "out", &[("a.go", "a")]);
        assert_eq!(states(&[go]), [owned(Fresh, "out/a.go")]);
    }
}

#[cfg(unix)]
#[test]
fn the_folder_of_a_target_is_no_way_out_of_the_one_for_all() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("elsewhere")).unwrap();
    fs::create_dir_all(dir.path().join("out/real")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", dir.path().join("out/go")).unwrap();
    std::os::unix::fs::symlink("real", dir.path().join("out/ts")).unwrap();
    let within = dir.path().join("out");
    let go = Bundle { within: within.clone(), ..bundle(dir.path(), "out/go", &[("a.go", "a")]) };
    let ts = Bundle { within, ..bundle(dir.path(), "out/ts", &[("a.ts", "a")]) };
    assert_eq!(states(std::slice::from_ref(&ts)), [owned(Missing, "out/ts/a.ts")]);
    let refusals = super::compare(vec![go.clone(), ts.clone(), go.clone()]).unwrap_err();
    assert_eq!(refusals.len(), 1, "told once: {refusals:?}");
    assert!(refusals[0].to_string().contains("`out/go` is a symbolic link that leads out"));
    // Left out of the run, the same folder blocks nothing, and what it leads to is still its own.
    put(dir.path().join("elsewhere/old.go"), &ours("old"));
    let go = Bundle { owns_folder: false, artifacts: Vec::new(), ..go };
    let all = bundle(dir.path(), ".", &[]);
    assert_eq!(states(&[go.clone(), ts]), [owned(Missing, "out/ts/a.ts")]);
    assert!(states(&[go, all]).is_empty());
}
