//! A language's own tools: what they are, how to fetch what is missing, and the commands that
//! compile, check and run. All of it stands in the language's `steps` file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A language, by its `steps`:
///
/// - `needs PROGRAM…`: programs that must be there; under CI a missing one is a failure
/// - `fetch COMMAND`: run once in the tools folder, and again when a fixed file changes
/// - `maybe PROGRAM COMMAND`: a `run` that is left out, loudly, where the program does not work
/// - `run COMMAND`: run in the folder with the SDK, the program and the fixed files
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

/// Says what is skipped. Not with `eprintln!`, which the test runner would keep to itself.
fn loud(message: &str) {
    let _ = writeln!(std::io::stderr(), "\n*** SKIPPED: {message} ***\n");
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
    let output = Command::new("sh")
        .args(["-eu", "-c", command])
        .current_dir(folder)
        .env("TOOLS", tools)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{command}\nin {}\nfailed: {}\n{stdout}\n{stderr}",
        folder.display(),
        output.status
    );
    stdout
}
