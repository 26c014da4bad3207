//! The command line, case by case: a file in `tests/cmd/` holds the arguments, and what must be
//! printed; folders beside it hold the input and what must be on disk afterwards.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;
use std::fs;

#[test]
fn cases() {
    trycmd::TestCases::new().case("tests/cmd/*.toml");
}

/// A snapshot whose case is gone, or a case that nothing is compared with, proves nothing.
#[test]
fn every_case_is_whole() {
    let names: BTreeSet<String> = fs::read_dir("tests/cmd")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let cases: Vec<&str> = names.iter().filter_map(|n| n.strip_suffix(".toml")).collect();
    assert!(cases.len() > 90, "found {} cases", cases.len());
    for name in &names {
        let case = name.rsplit_once('.').unwrap().0;
        assert!(cases.contains(&case), "{name} belongs to no case");
    }
    for case in cases {
        for part in ["in", "stdout", "stderr"] {
            assert!(names.contains(&format!("{case}.{part}")), "{case} has no `.{part}`");
        }
    }
}
