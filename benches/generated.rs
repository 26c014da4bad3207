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
//!
//! Every run is made twice, and in turn: with the code that is generated, and with that of the
//! golden shape, which is what was written by hand before there were templates. `shape/` makes it
//! of the same catalog, in place of templates of the same names. Machines differ and are never
//! idle, so the ratio of the two says more than either.
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

/// Code in a folder of its own, and how it is generated there.
struct Place {
    folder: PathBuf,
    tools: PathBuf,
    generate: String,
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let mut out = std::io::stdout();
    let columns = "Language | What | Measured | Golden shape | Ratio | To beat";
    writeln!(out, "| {columns} |\n| --- | --- | --- | --- | --- | --- |").unwrap();
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
    let folder = root().join("benches/generated");
    let tools = Language::read(&folder, language);
    let Some(tools) = tools.tools(&root().join(".tools/bench")) else { return };
    let folder = folder.join(language);
    let places = ["generated", "shape"].map(|name| place(language, name, &tools));
    row(compare("codegen itself", "-", &places, |place, at| timed(&place.generate, place, at)));
    for line in fs::read_to_string(folder.join("steps")).unwrap().lines() {
        let (verb, rest) = line.split_once(' ').unwrap_or_default();
        match verb {
            "run" => places.iter().for_each(|place| drop(run(rest, place, 0))),
            "time" => {
                let (what, best, command) = figure(rest);
                row(compare(what, best, &places, |place, at| timed(command, place, at)));
            }
            "print" => {
                let (what, best, command) = figure(rest);
                row(compare(what, best, &places, |place, at| printed(command, place, at)));
            }
            _ => {}
        }
    }
}

/// A fresh folder with the catalog and what stands beside `steps`.
fn place(language: &str, name: &str, tools: &Path) -> Place {
    let benches = root().join("benches/generated");
    let folder = root().join("target/bench").join(language).join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(&benches.join(language), &folder);
    fs::write(folder.join("codes.yaml"), catalog::yaml()).unwrap();
    let templates = match name {
        "shape" => format!("--templates '{}'", benches.join(name).display()),
        _ => String::new(),
    };
    let generate = format!(
        "'{}' --lang {language} --spec codes.yaml --out . --quiet {templates}",
        env!("CARGO_BIN_EXE_codegen")
    );
    Place { folder, tools: tools.to_owned(), generate }
}

/// The row of what is measured in both places.
fn compare(
    what: &str,
    best: &str,
    places: &[Place; 2],
    measured: impl Fn(&Place, usize) -> (f64, String),
) -> String {
    let mut unit = String::new();
    let mut found = [Vec::new(), Vec::new()];
    for at in 0..RUNS {
        // Neither is always the first.
        for which in [at % 2, 1 - at % 2] {
            let (number, its) = measured(&places[which], at);
            found[which].push(number);
            unit = its;
        }
    }
    let ratios: Vec<f64> = found[0].iter().zip(&found[1]).map(|(ours, its)| ours / its).collect();
    let ratio = match median(ratios) {
        ratio if ratio.is_finite() => format!("{ratio:.2}"),
        _ => "-".to_owned(),
    };
    let [ours, its] = found.map(|numbers| quantity(median(numbers), &unit));
    format!("{what} | {ours} | {its} | {ratio} | {best}")
}

/// What is measured, the figure to beat, and the command, which may have `|` of its own.
fn figure(line: &str) -> (&str, &str, &str) {
    let mut parts = line.splitn(3, " | ");
    let mut next = || parts.next().unwrap_or_else(|| panic!("`{line}` lacks a part"));
    (next(), next(), next())
}

/// How long a command takes, in seconds.
fn timed(command: &str, place: &Place, at: usize) -> (f64, String) {
    let start = Instant::now();
    run(command, place, at);
    (start.elapsed().as_secs_f64(), "s".to_owned())
}

/// The number that a command prints, and its unit.
fn printed(command: &str, place: &Place, at: usize) -> (f64, String) {
    let printed = run(command, place, at);
    let (number, unit) = printed.split_once(' ').unwrap();
    (number.parse().unwrap(), unit.to_owned())
}

/// Runs a command; gives what it printed.
fn run(command: &str, place: &Place, at: usize) -> String {
    let output = Command::new("sh")
        .args(["-eu", "-c", command])
        .current_dir(&place.folder)
        .env("TOOLS", &place.tools)
        .env("RUN", at.to_string())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let folder = place.folder.display();
    assert!(output.status.success(), "{command}\nin {folder}\nfailed:\n{printed}");
    printed
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn quantity(number: f64, unit: &str) -> String {
    match unit {
        "s" if number < 1.0 => format!("{:.0} ms", number * 1000.0),
        "s" => format!("{number:.2} s"),
        _ => format!("{number} {unit}"),
    }
}
