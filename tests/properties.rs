//! What holds for any text at all: reading it never panics, and every finding points into it.
#![allow(clippy::unwrap_used, missing_docs)]

use codegen::model::{Diagnostic, Sources, is_hidden};
use codegen::output::{self, Run};
use codegen::{lint, spec};
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

/// Reads a text as a spec; gives every finding.
fn findings(text: &str) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let id = sources.add("codes.yaml", text);
    let mut findings = Vec::new();
    match spec::yaml::parse(id, &sources) {
        Err(found) => findings.extend(found),
        Ok(root) => {
            let head = spec::head(&root, &mut findings);
            let main = spec::File { root: &root, source: sources.get(id) };
            let catalog = spec::catalog(head, main, &[], &mut findings);
            lint::lint(&catalog, &[], &mut findings);
        }
    }
    (sources, findings)
}

fn check(text: &str) {
    let (sources, mut findings) = findings(text);
    output::sort(&mut findings);
    for finding in &findings {
        assert!(!finding.labels.is_empty(), "{finding:?}");
        for label in &finding.labels {
            let range = label.span.range();
            assert!(text.get(range.clone()).is_some(), "{range:?} in {finding:?}");
        }
        let shown = output::human(&[finding], &sources, 80, false);
        assert!(shown.contains(finding.rule));
        // Escape sequences are for colour; none comes from the text.
        for part in shown.split('\u{1b}').skip(1) {
            let code = part.strip_prefix('[').and_then(|part| part.split_once('m')).unwrap().0;
            assert!(code.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{shown:?}");
        }
        let acts = |c: char| is_hidden(c) && !"\n\u{1b}".contains(c);
        assert!(!shown.contains(acts), "{shown:?}");
    }
    for_machines(&findings, &sources);
}

fn for_machines(findings: &[Diagnostic], sources: &Sources) {
    let edits: Vec<_> = findings.iter().map(|finding| finding.edits.as_slice()).collect();
    let replacements = spec::edit::replacements(&edits, sources);
    let run = Run {
        status: 1,
        error: None,
        findings,
        sources,
        replacements: &replacements,
        files: None,
        output: "",
        entries: &[],
        folder: "",
    };
    let json: serde_json::Value = serde_json::from_str(&output::json(&run)).unwrap();
    assert_eq!(json["findings"].as_array().unwrap().len(), findings.len());
    let sarif: serde_json::Value = serde_json::from_str(&output::sarif(&run, &|_| None)).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), findings.len());
    let github = output::github(&run);
    assert!(github.lines().all(|line| line.starts_with("::")), "{github:?}");
    assert!(output::step_summary(&run).lines().count() >= findings.len().min(200));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        check(&text);
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
        check(&text);
    }
}

#[test]
fn the_spec_to_be_spoilt_is_sound() {
    let (_, findings) = findings(SPEC);
    assert!(!findings.iter().any(Diagnostic::is_error), "{findings:#?}");
}
