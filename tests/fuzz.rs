//! The fuzz targets without a fuzzer. A case is a file in `fuzz/corpus/<target>/`: what a fuzzer
//! begins with, and what one found. Each is tried as it is, and some hundred times with slips.
//!
//! `FUZZ_RUNS=100000 cargo test --test fuzz` tries more slips; the first of them stay the same.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[allow(unreachable_pub)]
#[path = "../fuzz/checks/mod.rs"]
mod checks;

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use checks::{CHECKS, Check};

/// How often a corpus is tried with slips.
const RUNS: usize = 200;

/// What means something in a spec or a table, for slips.
const TOKENS: [&str; 22] = [
    "\n", "  ", "\t", ": ", "- ", "#", "'", "\"", "|", ">", "{", "}", "[", "]", "&a ", "*a", ",",
    "\r\n", "\u{feff}", "\u{2028}", "错", "0",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The cases of a target: not what a fuzzer put beside them, which it names by its hash.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let is_hash = |name: &str| name.len() == 40 && name.bytes().all(|b| b.is_ascii_hexdigit());
    let paths = entries(&root().join("corpus").join(target)).into_iter();
    paths
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .filter(|(name, _)| !is_hash(name))
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

#[test]
fn every_target_has_a_check_a_corpus_and_a_program() {
    let checks: BTreeSet<String> = CHECKS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let programs = manifest.split("[[bin]]\nname = \"").skip(1);
    let programs: BTreeSet<String> =
        programs.map(|program| program.split('"').next().unwrap().to_owned()).collect();
    let in_folder = |name: &str| entries(&root().join(name)).iter().map(|p| stem(p)).collect();
    let (files, corpora): (BTreeSet<String>, BTreeSet<String>) =
        (in_folder("targets"), in_folder("corpus"));
    assert_eq!(checks, programs);
    assert_eq!(checks, files);
    assert_eq!(checks, corpora);
}

#[test]
fn nothing_breaks_what_must_hold() {
    let runs = std::env::var("FUZZ_RUNS").map_or(RUNS, |runs| runs.parse().unwrap());
    let failures: Vec<String> = std::thread::scope(|scope| {
        let all = CHECKS.map(|(name, check)| scope.spawn(move || run(name, check, runs)));
        all.into_iter().filter_map(|one| one.join().unwrap()).collect()
    });
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Tries the cases of a target, then slips in them; gives what fails.
fn run(target: &str, check: Check, runs: usize) -> Option<String> {
    let corpus = corpus(target);
    let mut deep = 0;
    for (name, bytes) in &corpus {
        match catch_unwind(|| check(bytes)) {
            Ok(is_deep) => deep += usize::from(is_deep),
            Err(_) => return Some(format!("fuzz/corpus/{target}/{name} fails: see above")),
        }
    }
    if deep < 3 {
        return Some(format!("{deep} files in fuzz/corpus/{target} come to what it is about"));
    }
    let mut random = Random(1);
    for turn in 0..runs {
        let bytes = spoilt(&corpus, &mut random);
        if catch_unwind(|| check(&bytes)).is_err() {
            let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{target}-{turn}"));
            fs::write(&file, bytes).unwrap();
            let file = file.display();
            return Some(format!(
                "{file} fails: see above; make it a file in fuzz/corpus/{target}"
            ));
        }
    }
    None
}

/// A case with some slips.
fn spoilt(corpus: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let mut bytes = corpus[random.below(corpus.len())].1.clone();
    for _ in 0..=random.below(4) {
        let from = random.below(bytes.len() + 1);
        let to = (from + random.below(9)).min(bytes.len());
        match random.below(5) {
            0 => drop(bytes.splice(from..to, [])),
            1 => drop(bytes.splice(from..from, [u8::try_from(random.below(256)).unwrap()])),
            2 => drop(bytes.splice(from..to, TOKENS[random.below(TOKENS.len())].bytes())),
            3 => {
                let copy = bytes[from..to].to_vec();
                let at = random.below(bytes.len() + 1);
                bytes.splice(at..at, copy);
            }
            _ => {
                let other = &corpus[random.below(corpus.len())].1;
                let start = random.below(other.len() + 1);
                let end = (start + random.below(65)).min(other.len());
                bytes.splice(from..to, other[start..end].iter().copied());
            }
        }
    }
    bytes
}

/// `SplitMix64` (<https://prng.di.unimi.it/splitmix64.c>): the same numbers everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let z = (z ^ (z >> 31)) % u64::try_from(end.max(1)).unwrap();
        usize::try_from(z).unwrap()
    }
}
