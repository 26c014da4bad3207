//! Files that say what must be printed, and differences that can be read.

use std::fs;
use std::path::Path;

/// Whether what is printed now is to be what is expected from now on.
pub(crate) fn is_overwriting() -> bool {
    let overwrite = std::env::var_os("CASES").is_some_and(|v| v == "overwrite");
    assert!(!(overwrite && std::env::var_os("CI").is_some()), "CI takes no new expectations");
    overwrite
}

/// The file as it must be; where expectations are overwritten, it becomes what was found first.
pub(crate) fn expected(file: &Path, found: &[u8], overwrite: bool) -> Vec<u8> {
    match (overwrite, found.is_empty()) {
        (true, true) => drop(fs::remove_file(file)),
        (true, false) => fs::write(file, found).unwrap(),
        (false, _) => {}
    }
    fs::read(file).unwrap_or_default()
}

/// How two texts differ, if they do.
pub(crate) fn difference(what: &str, expected: &[u8], found: &[u8]) -> Option<String> {
    if expected == found {
        return None;
    }
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let diff = similar::TextDiff::from_lines(&expected, &found);
    Some(diff.unified_diff().header(&format!("{what} as expected"), what).to_string())
}
