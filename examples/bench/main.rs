//! What a run costs, as a whole process: `cargo run --release --example bench`, with sizes behind
//! `--` for only those. Catalogs of 94 to 100,000 codes go through five targets: fresh, unchanged
//! and checked. Beside it stands what no generator can do without, measured in the same rounds.

mod catalog;
mod floor;
mod process;
mod report;

use std::collections::BTreeSet;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use process::Cost;
use report::{JOBS, Size};

const SIZES: [usize; 4] = [94, 1_000, 10_000, 100_000];
const TARGETS: &str = "--lang=go,markdown,python,rust,ts";

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    let word = args.first().and_then(|word| word.to_str()).unwrap_or_default();
    match (word, &args[..]) {
        (floor::NOTHING, _) => Ok(()),
        (floor::EVENTS, [_, file]) => floor::events(Path::new(file)),
        (floor::WRITE, [_, from, to]) => floor::write(Path::new(from), Path::new(to)),
        (process::MEASURE, [_, program, args @ ..]) => {
            show(&process::measure(program, args)?);
            Ok(())
        }
        _ => bench(&args),
    }
}

fn bench(args: &[OsString]) -> Result<(), Box<dyn Error>> {
    let number = |word: &OsString| word.to_str().and_then(|word| word.parse().ok());
    let sizes: Option<Vec<usize>> = args.iter().map(number).collect();
    let sizes = sizes.ok_or("the arguments are numbers of codes")?;
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    let codegen = build()?;
    let mut measured: Vec<Size> = Vec::new();
    for codes in sizes {
        measured.push(size(&codegen, codes)?);
    }
    show(&report::table(&measured));
    show(&report::ratios(&measured));
    show(&report::million(&measured));
    let (binary, crates) = (fs::metadata(&codegen)?.len() / 1024, crates()?);
    show(&format!("The binary has {binary} KiB and is made of {crates} crates."));
    Ok(())
}

#[allow(clippy::print_stdout)]
fn show(text: &str) {
    println!("{text}");
}

/// Builds what is measured; gives its path.
fn build() -> Result<PathBuf, Box<dyn Error>> {
    let status = Command::new(env!("CARGO")).args(["build", "--release"]).status()?;
    let own = std::env::current_exe()?;
    // This program is `target/release/examples/bench`.
    let folder = own.parent().and_then(Path::parent).ok_or("this program is in no folder")?;
    let codegen = folder.join("codegen");
    if status.success() && codegen.exists() { Ok(codegen) } else { Err("nothing to run".into()) }
}

/// How many crates the binary is made of, our own among them.
fn crates() -> Result<usize, Box<dyn Error>> {
    let args = ["tree", "--edges=normal", "--prefix=none", "--format={p}"];
    let output = Command::new(env!("CARGO")).args(args).output()?;
    let crates: BTreeSet<String> = String::from_utf8(output.stdout)?
        .lines()
        .map(|line| line.trim_end_matches(" (*)").to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if crates.is_empty() { Err("`cargo tree` names no crates".into()) } else { Ok(crates.len()) }
}

/// Measures a catalog of one size. All jobs take turns, so that what else the machine does falls
/// on each of them.
fn size(codegen: &Path, codes: usize) -> Result<Size, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let at = folder.path();
    let spec = catalog::yaml(codes);
    fs::create_dir(at.join("spec"))?;
    fs::write(at.join("spec/codes.yaml"), &spec)?;
    let own = std::env::current_exe()?;
    let rounds = if codes < 5_000 { 21 } else { (100_000 / codes + 2).min(9) };
    let mut costs: [Vec<Cost>; JOBS.len()] = Default::default();
    for _ in 0..rounds {
        let _ = fs::remove_dir_all(at.join("out"));
        let _ = fs::remove_dir_all(at.join("copy"));
        let round = [
            process::run(at, &own, &[floor::NOTHING])?,
            process::run(at, &own, &[floor::EVENTS, "spec/codes.yaml"])?,
            process::run(at, codegen, &[TARGETS])?,
            process::run(at, &own, &[floor::WRITE, "out", "copy"])?,
            process::run(at, codegen, &[TARGETS])?,
            process::run(at, codegen, &[TARGETS, "--check"])?,
        ];
        for (costs, cost) in costs.iter_mut().zip(round) {
            costs.push(cost);
        }
    }
    let bytes = floor::bytes(&at.join("out"))?;
    Ok(Size { codes, spec: spec.len() as u64, bytes, costs: costs.map(|costs| median(&costs)) })
}

/// The median of each figure.
fn median(costs: &[Cost]) -> Cost {
    let middle = |of: fn(&Cost) -> u64| {
        let mut all: Vec<u64> = costs.iter().map(of).collect();
        all.sort_unstable();
        all[all.len() / 2]
    };
    Cost { wall: middle(|c| c.wall), user: middle(|c| c.user), peak: middle(|c| c.peak) }
}
