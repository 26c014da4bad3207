//! Findings as one JSON document, for programs. `docs/json-output.md` says what its fields mean,
//! `schemas/findings.schema.json` how they look.

use serde_json::{Value, json};

use super::Run;
use crate::model::{Diagnostic, FileChange, FileState, Mode, Severity, Sources, Span};

/// Grows when a field goes or changes its meaning, not when one is added.
const VERSION: u32 = 1;

/// The document. Ends with a line break.
#[must_use]
pub fn json(run: &Run<'_>) -> String {
    let findings: Vec<Value> =
        run.findings.iter().enumerate().map(|(at, f)| finding(at, f, run)).collect();
    let mut document = json!({
        "version": VERSION,
        "status": run.status,
    });
    let mut add = |name: &str, value: Value| document[name] = value;
    if let Some(error) = run.error {
        add("error", error.into());
    }
    add("findings", findings.into());
    add("files", files(run).into());
    if let Some(files) = run.files.filter(|_| !run.stale().is_empty()) {
        add("mend", files.mend.as_str().into());
    }
    if !run.output.is_empty() {
        add("output", run.output.into());
    }
    if !run.entries.is_empty() {
        add("entries", run.entries.iter().map(|e| e.value().clone()).collect());
    }
    add("summary", summary(run));
    format!("{document:#}\n")
}

fn finding(at: usize, finding: &Diagnostic, run: &Run<'_>) -> Value {
    let location = |span| location(span, run.sources);
    let mut labels = finding.labels.iter();
    let first = labels.next();
    let related =
        labels.map(|label| json!({ "location": location(label.span), "text": label.text }));
    let edits = run
        .replacements_of(at)
        .iter()
        .map(|new| json!({ "location": location(new.span), "text": new.text }));
    json!({
        "rule": finding.rule,
        "level": finding.severity.name(),
        "message": finding.message,
        "location": first.map(|label| location(label.span)),
        "text": first.map_or("", |label| label.text.as_str()),
        "related": related.collect::<Vec<_>>(),
        "help": finding.help,
        "mendable": !finding.edits.is_empty(),
        "edits": edits.collect::<Vec<_>>(),
    })
}

fn location(span: Span, sources: &Sources) -> Value {
    let source = sources.get(span.source);
    let position = |offset: u32| {
        let at = source.position(offset);
        json!({ "line": at.line, "column": at.column, "offset": offset })
    };
    json!({ "file": source.name, "start": position(span.start), "end": position(span.end) })
}

fn files(run: &Run<'_>) -> Vec<Value> {
    let Some(files) = run.files else { return Vec::new() };
    let file = |change: &FileChange| {
        let mut file = json!({
            "path": change.shown,
            "target": (!change.target.is_empty()).then_some(&change.target),
            "state": change.state.name(),
            "written": files.mode == Mode::Write,
        });
        if let Some(diff) = files.difference(change) {
            file["diff"] = diff.into();
        }
        file
    };
    files.differing().map(file).collect()
}

fn summary(run: &Run<'_>) -> Value {
    let files = |state: FileState| run.files.map_or(0, |files| files.count(state));
    json!({
        "errors": run.count(Severity::Error),
        "warnings": run.count(Severity::Warning),
        "notes": run.count(Severity::Note),
        "mendable": run.findings.iter().filter(|finding| !finding.edits.is_empty()).count(),
        "missing": files(FileState::Missing),
        "stale": files(FileState::Stale),
        "orphaned": files(FileState::Orphaned),
        "fresh": files(FileState::Fresh),
    })
}
