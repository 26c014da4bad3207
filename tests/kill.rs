//! The process is killed while it writes: each file is old or new, to the byte, and the next run
//! mends the rest. When it is killed depends on what is seen on disk, and on no clock.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "support/trees.rs"]
mod trees;

use std::fmt::Write;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use trees::{Tree, plant, tree};

/// So many files that a run can be caught at its work.
const FILES: usize = 200;
/// The code with a file so large that it can be seen half written.
const LARGE: usize = FILES / 2;
const TEMPORARY: &str = "out/pages/.codegen-";

/// What is seen when the process is killed.
#[derive(Clone, Copy, Debug)]
enum Sight {
    /// So many temporary files.
    Temporary(usize),
    /// A file is not what it was.
    Changed(usize),
    /// A file that is not generated any more is gone.
    Gone(usize),
    /// The last is gone, and so many temporary files are left at most.
    Left(usize),
}

#[test]
fn whenever_it_is_killed_files_are_old_or_new() {
    let before = project(0..FILES, "Old");
    let old = finished(&before);
    let mut stale = project(FILES / 10..FILES * 11 / 10, "Newer");
    let new = finished(&stale);
    stale.extend(old.iter().filter(|(path, _)| path.starts_with("out/")).map(cloned));
    let sights = [
        Sight::Temporary(1),
        Sight::Temporary(FILES / 2),
        Sight::Temporary(FILES),
        Sight::Changed(FILES / 10),
        Sight::Changed(LARGE),
        Sight::Changed(FILES - 1),
        Sight::Gone(0),
        Sight::Gone(FILES / 20),
        Sight::Left(FILES),
        Sight::Left(FILES / 4),
    ];
    let caught = sights.iter().filter(|sight| (0..3).any(|_| kill(**sight, &stale, &old, &new)));
    // On a machine that is busy it may get away now and then, but not nearly every time.
    let caught = caught.count();
    assert!(caught > 2, "caught at its work {caught} times");
}

/// Kills a run at what is seen, and looks at what it leaves; tells whether it was between its
/// first and its last change.
fn kill(sight: Sight, stale: &Tree, old: &Tree, new: &Tree) -> bool {
    let dir = tempfile::tempdir().unwrap();
    plant(stale, dir.path());
    let mut child =
        codegen(dir.path()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while child.try_wait().unwrap().is_none() && !is_seen(sight, dir.path(), old) {}
    child.kill().unwrap();
    let status = child.wait().unwrap();

    let after = tree(dir.path());
    let (mut is_begun, mut is_ended) = (false, true);
    for (path, bytes) in after.iter().filter(|(path, _)| path.starts_with("out/")) {
        if path.starts_with(TEMPORARY) {
            (is_begun, is_ended) = (true, false);
            continue;
        }
        let [is_old, is_new] = [old, new].map(|tree| tree.get(path) == Some(bytes));
        assert!(is_old || is_new, "{sight:?}: {path} is neither old nor new");
        is_begun |= !is_old;
        is_ended &= is_new;
    }
    let both = old.keys().filter(|path| new.contains_key(*path));
    both.for_each(|path| assert!(after.contains_key(path), "{sight:?}: {path} is gone"));

    assert_eq!(run(dir.path()).status.code(), Some(0), "{sight:?}");
    let mended = tree(dir.path());
    let differs = |path: &&String| mended.get(*path) != new.get(*path);
    let differing: Vec<_> = mended.keys().chain(new.keys()).filter(differs).collect();
    assert!(differing.is_empty(), "{sight:?}: {differing:?}");
    let again = run(dir.path());
    let said = String::from_utf8_lossy(&again.stderr);
    assert_eq!(said, format!("pages  unchanged ({FILES} files)\n"), "{sight:?}");
    is_begun && !is_ended && status.signal() == Some(9)
}

fn is_seen(sight: Sight, dir: &Path, old: &Tree) -> bool {
    let page = |code| format!("out/pages/{code}.txt");
    let is_gone = |code| !dir.join(page(code)).exists();
    let temporary = || {
        let entries = fs::read_dir(dir.join("out/pages")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.as_encoded_bytes().starts_with(b".codegen-")).count()
    };
    match sight {
        Sight::Temporary(count) => temporary() >= count,
        Sight::Changed(code) => {
            let length = fs::metadata(dir.join(page(code))).map(|meta| meta.len()).ok();
            length != old.get(&page(code)).map(|bytes| bytes.len() as u64)
        }
        Sight::Gone(code) => is_gone(code),
        Sight::Left(count) => is_gone(FILES / 10 - 1) && temporary() <= count,
    }
}

/// A project with a file for each code.
fn project(codes: std::ops::Range<usize>, word: &str) -> Tree {
    let mut spec = "format: 1\ncodes:\n".to_owned();
    for code in codes {
        let text = word.repeat(if code == LARGE { 20_000 } else { 1 });
        writeln!(spec, "  - {{ code: {code}, name: CODE_{code}, message: {text} {code}. }}")
            .unwrap();
    }
    let manifest = "description: A page for each code\nheader: \"# {}\"\nfiles:\n  \
                    - { template: page.tera, path: \"{{ entry.code }}.txt\", for_each: entry }\n";
    let page =
        "{{ header }}\n{% for i in range(end=40) %}\n{{ entry.message.text }}\n{% endfor %}\n";
    let files = [
        ("codegen.yaml", "templates: templates\ntargets: { pages: {} }\n"),
        ("spec/codes.yaml", &spec),
        ("templates/pages/target.yaml", manifest),
        ("templates/pages/page.tera", page),
    ];
    files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
}

/// A project once it is generated.
fn finished(project: &Tree) -> Tree {
    let dir = tempfile::tempdir().unwrap();
    plant(project, dir.path());
    let output = run(dir.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(dir.path())
}

fn run(dir: &Path) -> Output {
    codegen(dir).output().unwrap()
}

fn codegen(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
    command.current_dir(dir);
    command
}

fn cloned((path, bytes): (&String, &Vec<u8>)) -> (String, Vec<u8>) {
    (path.clone(), bytes.clone())
}
