//! What the generated code costs its users: `cargo bench --bench generated`, with the names of
//! languages behind `--` for only those. A language is a folder in `generated/`; its `steps` say,
//! a line each,
//!
//! - `needs PROGRAM…`: programs that must be there
//! - `fetch COMMAND`: run once in the tools folder, which is `$TOOLS`
//! - `run COMMAND`: run before what stands below, in a folder with the generated code and the
//!   files that stand beside `steps`
//! - `time WHAT | FIGURE TO BEAT | COMMAND`: how long the command takes
//! - `print WHAT | FIGURE TO BEAT | COMMAND`: the number that the command prints, with its unit
//!
//! Of each the median of some runs is taken; `$RUN` is the number of the run.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "generated/catalog.rs"]
mod catalog;
#[path = "../tests/conformance/language.rs"]
mod language;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use language::{Language, copy};

const RUNS: usize = 5;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let mut out = std::io::stdout();
    writeln!(out, "| Language | What | Measured | To beat |\n| --- | --- | --- | --- |").unwrap();
    let languages = languages();
    assert!(wanted.iter().all(|name| languages.contains(name)), "the languages are {languages:?}");
    for language in languages.iter().filter(|l| wanted.is_empty() || wanted.contains(l)) {
        measure(language, |row| writeln!(out, "| {language} | {row} |").unwrap());
    }
}

fn languages() -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(root().join("benches/generated"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("steps").exists())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort();
    found
}

/// Measures one language; hands on each row of the table.
fn measure(language: &str, mut row: impl FnMut(String)) {
    let folder = root().join("benches/generated").join(language);
    let tools = Language::read(&root().join("benches/generated"), language);
    let Some(tools) = tools.tools(&root().join(".tools/bench")) else { return };
    let work = root().join("target/bench").join(language);
    let _ = fs::remove_dir_all(&work);
    copy(&folder, &work);
    fs::write(work.join("codes.yaml"), catalog::yaml()).unwrap();
    let generate = format!(
        "'{}' --lang {language} --spec codes.yaml --out . --quiet",
        env!("CARGO_BIN_EXE_codegen")
    );
    let seconds = (0..RUNS).map(|at| timed(&generate, &work, &tools, at)).collect();
    row(format!("codegen itself | {} | -", duration(median(seconds))));
    for line in fs::read_to_string(folder.join("steps")).unwrap().lines() {
        let (verb, rest) = line.split_once(' ').unwrap_or_default();
        match verb {
            "run" => drop(run(rest, &work, &tools, 0)),
            "time" => {
                let (what, best, command) = figure(rest);
                let seconds = (0..RUNS).map(|at| timed(command, &work, &tools, at)).collect();
                row(format!("{what} | {} | {best}", duration(median(seconds))));
            }
            "print" => {
                let (what, best, command) = figure(rest);
                let printed: Vec<String> =
                    (0..RUNS).map(|at| run(command, &work, &tools, at)).collect();
                row(format!("{what} | {} | {best}", quantity(&printed)));
            }
            _ => {}
        }
    }
}

/// What is measured, the figure to beat, and the command, which may have `|` of its own.
fn figure(line: &str) -> (&str, &str, &str) {
    let mut parts = line.splitn(3, " | ");
    let mut next = || parts.next().unwrap_or_else(|| panic!("`{line}` lacks a part"));
    (next(), next(), next())
}

fn timed(command: &str, work: &Path, tools: &Path, at: usize) -> f64 {
    let start = Instant::now();
    run(command, work, tools, at);
    start.elapsed().as_secs_f64()
}

/// Runs a command; gives what it printed.
fn run(command: &str, work: &Path, tools: &Path, at: usize) -> String {
    let output = Command::new("sh")
        .args(["-eu", "-c", command])
        .current_dir(work)
        .env("TOOLS", tools)
        .env("RUN", at.to_string())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    assert!(output.status.success(), "{command}\nin {}\nfailed:\n{printed}", work.display());
    printed
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn duration(seconds: f64) -> String {
    if seconds < 1.0 { format!("{:.0} ms", seconds * 1000.0) } else { format!("{seconds:.2} s") }
}

/// The median of numbers that all have the unit of the first.
fn quantity(printed: &[String]) -> String {
    let number = |text: &String| text.split(' ').next().unwrap().parse().unwrap();
    let unit = printed[0].split_once(' ').unwrap().1;
    format!("{} {unit}", median(printed.iter().map(number).collect()))
}
