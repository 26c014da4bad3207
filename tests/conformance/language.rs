//! A language's own tools: what they are, how to fetch what is missing, and the commands that
//! compile, check and run. All of it stands in the language's `steps` file.
#![allow(dead_code, reason = "several tests share this file, and none uses all of it")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

/// A language, by its `steps`:
///
/// - `needs PROGRAM…`: programs that must be there; under CI a missing one is a failure
/// - `fetch COMMAND`: run once in the tools folder, and again when a fixed file changes
/// - `maybe PROGRAM COMMAND`: a `run` that is left out, loudly, where the program does not work
/// - `run COMMAND`: run in the folder with the SDK, the program and the fixed files
/// - `reject COMMAND`: run for each file in `wrong/`, as `$FILE`; it must fail, and say what stands
///   after `expect: ` in the first line of the file
///
/// `$TOOLS` is the tools folder. What the last `run` prints is the JSON.
pub(crate) struct Language {
    target: String,
    folder: PathBuf,
    steps: Vec<(String, String)>,
}

impl Language {
    pub(crate) fn read(folder: &Path, target: &str) -> Self {
        let folder = folder.join(target);
        let text = fs::read_to_string(folder.join("steps")).unwrap();
        let steps = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| {
                let (verb, rest) = line.split_once(' ').unwrap();
                (verb.to_owned(), rest.to_owned())
            })
            .collect();
        Self { target: target.to_owned(), folder, steps }
    }

    /// Finds the tools and fetches what is missing; `None` is a skip.
    pub(crate) fn tools(&self, tools: &Path) -> Option<PathBuf> {
        for program in self.steps("needs").flat_map(str::split_whitespace) {
            if !exists(program) {
                let message = format!("`{program}` is missing, so {} is not proven", self.target);
                assert!(std::env::var_os("CI").is_none(), "{message}");
                loud(&message);
                return None;
            }
        }
        let tools = tools.join(&self.target);
        let stamp = tools.join("stamp");
        let wanted = self.fingerprint();
        if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
            let _ = fs::remove_dir_all(&tools);
            fs::create_dir_all(&tools).unwrap();
            self.copy_fixed(&tools);
            for command in self.steps("fetch") {
                run(command, &tools, &tools);
            }
            fs::write(&stamp, wanted).unwrap();
        }
        Some(tools)
    }

    /// Compiles, checks and runs what is in `work`; gives what the program printed.
    pub(crate) fn run(&self, work: &Path, tools: &Path) -> String {
        self.copy_fixed(work);
        let mut printed = String::new();
        for (verb, rest) in &self.steps {
            match (verb.as_str(), rest.split_once(' ')) {
                ("run", _) => printed = run(rest, work, tools),
                ("reject", _) => reject(rest, work, tools),
                ("maybe", Some((program, command))) if works(program) => {
                    run(command, work, tools);
                }
                ("maybe", _) => loud(&format!("{} is checked without: {rest}", self.target)),
                _ => {}
            }
        }
        printed
    }

    fn steps(&self, verb: &'static str) -> impl Iterator<Item = &str> {
        self.steps.iter().filter(move |(v, _)| v == verb).map(|(_, rest)| rest.as_str())
    }

    fn fixed(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = fs::read_dir(&self.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .collect();
        files.sort();
        files
    }

    fn copy_fixed(&self, to: &Path) {
        for file in self.fixed() {
            fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
        }
    }

    fn fingerprint(&self) -> String {
        self.fixed().iter().map(|file| fs::read_to_string(file).unwrap()).collect()
    }
}

/// Says what is skipped, once. Not with `eprintln!`, which the test runner would keep to itself.
pub(crate) fn loud(message: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if SAID.lock().unwrap().insert(message.to_owned()) {
        let _ = writeln!(std::io::stderr(), "\n*** SKIPPED: {message} ***\n");
    }
}

/// Whether a program is there and runs: a wrapper may stand for a component that is not.
fn works(program: &str) -> bool {
    let version =
        Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

fn exists(program: &str) -> bool {
    Command::new("sh")
        .args(["-c", "command -v \"$0\"", program])
        .stdout(Stdio::null())
        .status()
        .unwrap()
        .success()
}

/// Runs a command; gives its standard output. Whatever it says on the way to a failure is shown.
fn run(command: &str, folder: &Path, tools: &Path) -> String {
    let (success, stdout, stderr) = output(command, folder, tools, "");
    assert!(success, "{command}\nin {}\nfailed:\n{stdout}\n{stderr}", folder.display());
    stdout
}

/// Runs a command that must fail, for the reason that each of the wrong files gives.
fn reject(command: &str, folder: &Path, tools: &Path) {
    let mut files: Vec<PathBuf> = fs::read_dir(folder.join("wrong"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "nothing to reject in {}", folder.display());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let (_, reason) = text.lines().next().unwrap().split_once("expect: ").unwrap();
        let name = format!("wrong/{}", file.file_name().unwrap().to_string_lossy());
        let (success, stdout, stderr) = output(command, folder, tools, &name);
        let said = format!("{stdout}\n{stderr}");
        assert!(!success, "{name} is accepted by: {command}\n{said}");
        assert!(said.contains(reason), "{name}: expected `{reason}`, and {command} said:\n{said}");
    }
}

fn output(command: &str, folder: &Path, tools: &Path, file: &str) -> (bool, String, String) {
    let output = Command::new("sh")
        .args(["-eu", "-c", command])
        .current_dir(folder)
        .env("TOOLS", tools)
        .env("FILE", file)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.success(), text(&output.stdout), text(&output.stderr))
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
