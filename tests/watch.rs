//! `codegen --watch` as it is used: files are saved, broken, mended, replaced, taken away and added,
//! and Ctrl-C ends it. What is waited for is seen on disk or on standard error, whenever it comes.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::TempDir;

/// Only for a test not to hang: nothing that is waited for takes so long.
const DEADLINE: Duration = Duration::from_secs(30);

const RESTING: &str = ", until Ctrl-C\n";

/// A project that is being watched.
struct Watching {
    dir: TempDir,
    child: Child,
    said: Receiver<String>,
    /// What was said and not waited for yet.
    left: String,
}

impl Watching {
    /// Begins, and waits for the first run.
    fn begin(files: &[(&str, &str)], arguments: &[&str]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            save(dir.path(), path, text);
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_codegen"))
            .arg("--watch")
            .args(arguments)
            .current_dir(dir.path())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut errors = child.stderr.take().unwrap();
        let (sender, said) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = errors.read(&mut bytes) {
                let _ = sender.send(String::from_utf8_lossy(&bytes[..length]).into_owned());
            }
        });
        Self { dir, child, said, left: String::new() }
    }

    fn save(&self, path: &str, text: &str) {
        save(self.dir.path(), path, text);
    }

    /// Waits until something is said; what was said up to there.
    fn heard(&mut self, words: &str) -> String {
        let begun = Instant::now();
        loop {
            if let Some(at) = self.left.find(words) {
                let rest = self.left.split_off(at + words.len());
                return std::mem::replace(&mut self.left, rest);
            }
            match self.said.recv_timeout(DEADLINE.saturating_sub(begun.elapsed())) {
                Ok(more) => self.left += &more,
                Err(error) => panic!("{error}, `{words}` was not said, but:\n{}", self.left),
            }
        }
    }

    /// Waits until a generated file holds a text.
    fn written(&mut self, path: &str, text: &str) {
        let begun = Instant::now();
        let file = self.dir.path().join(path);
        let holds = || fs::read_to_string(&file).is_ok_and(|t| t.contains(text));
        while !holds() {
            self.left.extend(self.said.try_iter());
            assert!(begun.elapsed() < DEADLINE, "{path} does not hold `{text}`:\n{}", self.left);
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Ends it as Ctrl-C does; its exit status, and what is left to be heard.
    fn end(mut self) -> (Option<i32>, String) {
        kill(Pid::from_raw(self.child.id().try_into().unwrap()), Signal::SIGINT).unwrap();
        let begun = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < DEADLINE, "it did not end");
            thread::sleep(Duration::from_millis(5));
        }
        let rest: String = self.said.iter().collect();
        (self.child.wait().unwrap().code(), self.left.clone() + &rest)
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn save(dir: &Path, path: &str, text: &str) {
    let path = dir.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    // Beside it and then in its place, as many editors do: nothing else is ever seen of it.
    let new = dir.join("new");
    fs::write(&new, text).unwrap();
    fs::rename(&new, path).unwrap();
}

fn spec(message: &str) -> String {
    format!("format: 1\ncodes:\n  - {{ code: 1, name: ONE, message: {message} }}\n")
}

#[test]
fn a_spec_is_saved_broken_mended_replaced_and_taken_away() {
    let mut watching =
        Watching::begin(&[("spec/codes.yaml", &spec("First."))], &["--lang", "json"]);
    watching.written("out/json/codes.json", "First.");
    watching.heard(RESTING);

    watching.save("spec/codes.yaml", &spec("Second."));
    watching.written("out/json/codes.json", "Second.");
    assert!(watching.heard(RESTING).starts_with("`spec/codes.yaml` changed\n"));

    watching.save("spec/codes.yaml", "format: 1\ncodes:\n  - { code: 1, name: 7 }\n");
    let said = watching.heard(RESTING);
    assert!(said.contains("--> spec/codes.yaml:3"), "{said}");

    // In place, with neither another length nor any moment without a text.
    let path = watching.dir.path().join("spec/codes.yaml");
    watching.save("spec/codes.yaml", &spec("Other."));
    watching.heard(RESTING);
    OpenOptions::new()
        .write(true)
        .open(&path)
        .unwrap()
        .write_all(spec("Third.").as_bytes())
        .unwrap();
    watching.written("out/json/codes.json", "Third.");
    watching.heard(RESTING);

    fs::remove_file(&path).unwrap();
    let said = watching.heard(RESTING);
    assert!(said.contains("there is no spec `spec/codes.yaml`"), "{said}");
    watching.save("spec/codes.yaml", &spec("Fourth."));
    watching.written("out/json/codes.json", "Fourth.");
    watching.heard(RESTING);

    // Nothing is said of what no run reads, nor of what this one wrote.
    let (status, said) = watching.end();
    assert_eq!((status, said.as_str()), (Some(0), ""));
}

#[test]
fn what_belongs_to_a_spec_is_watched() {
    let manifest = "description: A list\nheader: \"# {}\"\n\
                    files:\n  - { template: list.tera, path: list.txt }\n";
    let template = "{% for e in catalog.entries %}{{ e.name }}\n{% endfor %}{{ header }}\n";
    let region = "<!-- codegen:table -->\n<!-- codegen:end -->\n";
    let mut watching = Watching::begin(
        &[
            ("codegen.yaml", "templates: mine\ntargets: { list: {} }\ndocuments: README.md\n"),
            ("spec/codes.yaml", "format: 1\ninclude: [\"more/*.yaml\"]\ncodes: []\n"),
            ("spec/more/a.yaml", "codes:\n  - { code: 1, name: ONE, message: One. }\n"),
            ("mine/list/target.yaml", manifest),
            ("mine/list/list.tera", template),
            ("README.md", region),
        ],
        &[],
    );
    watching.written("out/list/list.txt", "ONE");
    watching.heard(RESTING);

    watching.save("spec/more/b.yaml", "codes:\n  - { code: 2, name: TWO, message: Two. }\n");
    watching.written("out/list/list.txt", "TWO");
    let said = watching.heard(RESTING);
    assert!(said.starts_with("`spec/more/b.yaml` changed\n"), "{said}");

    watching.save("spec/more/a.yaml", "codes:\n  - { code: 1, name: UNO, message: One. }\n");
    watching.written("out/list/list.txt", "UNO");
    // What the run before wrote into the document is no change.
    let said = watching.heard(RESTING);
    assert!(said.starts_with("`spec/more/a.yaml` changed\n"), "{said}");

    watching.save("mine/list/list.tera", "{{ nothing_of_that_name }}\n");
    let said = watching.heard(RESTING);
    assert!(said.contains("--> mine/list/list.tera:1"), "{said}");
    watching.save("mine/list/list.tera", &format!("A list:\n{template}"));
    watching.written("out/list/list.txt", "A list:");
    watching.heard(RESTING);

    watching.save("README.md", &format!("# Codes\n\n{region}"));
    watching.written("README.md", "UNO");
    watching.heard(RESTING);

    watching.save("codegen.yaml", "templates: mine\ntargets: { lists: {} }\n");
    let said = watching.heard(RESTING);
    assert!(said.contains("--> codegen.yaml:2"), "{said}");
    watching.save("codegen.yaml", "templates: mine\nout: there\ntargets: { list: {} }\n");
    watching.written("there/list/list.txt", "UNO");
    watching.heard(RESTING);
    let (status, said) = watching.end();
    assert_eq!((status, said.as_str()), (Some(0), ""));
}

#[test]
fn quiet_is_silent() {
    let files = [("spec/codes.yaml", spec("First."))];
    let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
    let mut watching = Watching::begin(&files, &["--lang", "json", "--quiet"]);
    watching.written("out/json/codes.json", "First.");
    watching.save("spec/codes.yaml", &spec("Second."));
    watching.written("out/json/codes.json", "Second.");
    let (status, said) = watching.end();
    assert_eq!((status, said.as_str()), (Some(0), ""));
}
