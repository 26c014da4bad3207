//! Findings point into the text, and every format shows them.

use codegen::lint;
use codegen::model::{Diagnostic, is_hidden};
use codegen::output::{self, Run};
use codegen::spec::edit;

use super::read::Read;

/// Shows the findings of a text in every format.
pub(crate) fn check(read: &Read) {
    let text = &read.sources.get(read.id).text;
    for finding in &read.findings {
        assert!(!finding.labels.is_empty(), "{finding:?}");
        assert!(lint::rule(finding.rule).is_some(), "no rule explains {finding:?}");
        let spans = finding.labels.iter().map(|label| label.span);
        for span in spans.chain(finding.edits.iter().map(|edit| edit.span)) {
            assert!(text.get(span.range()).is_some(), "{span:?} is not in the text: {finding:?}");
        }
        people(finding, read);
    }
    machines(read);
}

fn people(finding: &Diagnostic, read: &Read) {
    for (width, all) in [(80, false), (1, true)] {
        let shown = output::human(&[finding], &read.sources, width, all);
        assert!(shown.contains(finding.rule), "{shown:?}");
        // Escape sequences are for colour; none comes from the text.
        for part in shown.split('\u{1b}').skip(1) {
            let code = part.strip_prefix('[').and_then(|part| part.split_once('m'));
            let is_color = |code: &str| code.bytes().all(|b| b.is_ascii_digit() || b == b';');
            assert!(code.is_some_and(|(code, _)| is_color(code)), "{shown:?}");
        }
        let acts = |c: char| is_hidden(c) && !"\n\u{1b}".contains(c);
        assert!(!shown.contains(acts), "{shown:?}");
    }
}

fn machines(read: &Read) {
    let Read { sources, findings, .. } = read;
    let edits: Vec<_> = findings.iter().map(|finding| finding.edits.as_slice()).collect();
    let replacements = edit::replacements(&edits, sources);
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
    let count = |json: &str, pointer: &str| {
        let read: serde_json::Value = serde_json::from_str(json).unwrap();
        read.pointer(pointer).and_then(serde_json::Value::as_array).unwrap().len()
    };
    assert_eq!(count(&output::json(&run), "/findings"), findings.len());
    assert_eq!(count(&output::sarif(&run, &|_| None), "/runs/0/results"), findings.len());
    assert_eq!(count(&output::gitlab(&run), ""), findings.len());
    let github = output::github(&run);
    assert!(github.lines().all(|line| line.starts_with("::")), "{github:?}");
    assert!(output::step_summary(&run).lines().count() >= findings.len().min(200));
}
