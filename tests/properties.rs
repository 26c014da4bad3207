//! What holds for any text at all: reading it never panics, and every finding points into it.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

// Here only specs count.
#[allow(dead_code, unreachable_pub)]
#[path = "../fuzz/checks/mod.rs"]
mod checks;

use checks::spec;
use proptest::prelude::*;

/// A spec that uses most of the format, to be spoilt.
const SPEC: &str = include_str!("conformance/cases/full/codes.yaml");

/// What a slip of the keyboard, or somebody malicious, puts into a spec.
const SNIPPETS: [&str; 40] = [
    "",
    " ",
    "\n",
    "\t",
    "  - ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\0",
    "错误",
    "😀",
    "é",
    "0x1F",
    "0123",
    "1e9",
    ".nan",
    "~",
    "yes",
    "-99999999999999999999999999999999999999999",
    "{a}{",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        spec(text.as_bytes());
    }

    #[test]
    fn a_spoilt_spec_is_read_without_panic(
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, 0..SNIPPETS.len()), 1..6)
    ) {
        let mut text = SPEC.to_owned();
        for (at, removed, snippet) in slips {
            let boundaries: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
            if boundaries.is_empty() {
                break;
            }
            let from = at.index(boundaries.len());
            let to = (from + removed).min(boundaries.len() - 1);
            text.replace_range(boundaries[from]..boundaries[to].max(boundaries[from]), SNIPPETS[snippet]);
        }
        spec(text.as_bytes());
    }
}

#[test]
fn the_spec_to_be_spoilt_is_sound() {
    assert!(spec(SPEC.as_bytes()));
}
