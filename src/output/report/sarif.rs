//! Findings as a SARIF 2.1.0 log, for code scanning.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use serde::Serialize;
use serde_json::{Value, json};

use super::Run;
use super::files::{RULES, Stale};
use super::place::{path, rooted, uri};
use crate::model::{Diagnostic, Label, Replacement, Severity, SourceId, Span};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What is known of a rule beside its name.
#[derive(Clone, Copy, Debug)]
pub struct RuleText {
    /// Its level where nobody decides on another; `None` where it is off.
    pub level: Option<Severity>,
    /// What it finds.
    pub finds: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What breaks it.
    pub failing: &'static str,
    /// The same, mended.
    pub passing: &'static str,
}

/// A text that is shown as Markdown where that can be.
#[derive(Serialize)]
struct Message {
    text: String,
    markdown: String,
}

/// The log. `describe` tells of a rule what is known. Ends with a line break.
#[must_use]
pub fn sarif(run: &Run<'_>, describe: &dyn Fn(&str) -> Option<RuleText>) -> String {
    let stale = run.stale();
    let mut rules: Vec<&str> = run.findings.iter().map(|finding| finding.rule).collect();
    rules.extend(stale.iter().map(|file| file.rule));
    rules.sort_unstable();
    rules.dedup();
    let index = |rule: &str| rules.binary_search(&rule).unwrap_or(0);
    let findings = run.findings.iter().enumerate();
    let findings = findings.map(|(at, f)| finding((at, f), index(f.rule), run));
    let files = stale.iter().map(|file| artifact(file, index(file.rule), run));
    let results: Vec<Value> = findings.chain(files).collect();
    let descriptors: Vec<Value> = rules.iter().map(|rule| descriptor(rule, describe)).collect();
    let mut log = json!({
        "tool": { "driver": {
            "name": "codegen",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": descriptors,
        } },
        "invocations": [invocation(run)],
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    if !run.output.is_empty() {
        log["properties"] = json!({ "output": run.output });
    }
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [log] });
    format!("{log:#}\n")
}

fn invocation(run: &Run<'_>) -> Value {
    // A run that finds errors has done its work.
    let mut invocation = json!({ "executionSuccessful": run.status < 2, "exitCode": run.status });
    if let Some(error) = run.error {
        invocation["toolExecutionNotifications"] =
            json!([{ "level": "error", "message": { "text": error } }]);
    }
    invocation
}

fn descriptor(rule: &str, describe: &dyn Fn(&str) -> Option<RuleText>) -> Value {
    let mut descriptor = json!({ "id": rule });
    if let Some((_, finds)) = RULES.iter().find(|(name, _)| *name == rule) {
        descriptor["shortDescription"] = json!({ "text": finds });
        return descriptor;
    }
    let Some(text) = describe(rule) else { return descriptor };
    descriptor["shortDescription"] = json!({ "text": text.finds });
    if !text.why.is_empty() {
        descriptor["fullDescription"] = json!({ "text": text.why });
    }
    descriptor["defaultConfiguration"] = match text.level {
        Some(level) => json!({ "level": level.name() }),
        None => json!({ "enabled": false }),
    };
    if !text.failing.is_empty() {
        let RuleText { why, failing, passing, .. } = text;
        let text = format!("{why}\n\nfound:\n\n{failing}\nmended:\n\n{passing}");
        let block = |yaml: &str| format!("```yaml\n{yaml}```\n");
        let markdown =
            format!("{why}\n\nFound:\n\n{}\nMended:\n\n{}", block(failing), block(passing));
        descriptor["help"] = json!(Message { text, markdown });
    }
    descriptor
}

fn finding((at, finding): (usize, &Diagnostic), rule: usize, run: &Run<'_>) -> Value {
    let lines: Vec<String> = std::iter::once(finding.message.clone())
        .chain(finding.help.iter().map(|help| format!("help: {help}")))
        .collect();
    let mut labels = finding.labels.iter().map(|label| location(label, run));
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.name(),
        "message": { "text": lines.join("\n") },
        "locations": labels.next().into_iter().collect::<Vec<_>>(),
    });
    let related: Vec<Value> = labels.collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    let replacements = run.replacements_of(at);
    if !replacements.is_empty() {
        result["fixes"] = json!([{ "artifactChanges": changes(replacements, run) }]);
    }
    result
}

/// The changes to each file.
fn changes(replacements: &[Replacement], run: &Run<'_>) -> Vec<Value> {
    let mut files: Vec<(SourceId, Vec<Value>)> = Vec::new();
    for Replacement { span, text } in replacements {
        let change = json!({
            "deletedRegion": region(*span, run),
            "insertedContent": { "text": text },
        });
        match files.iter_mut().find(|(source, _)| *source == span.source) {
            Some((_, changes)) => changes.push(change),
            None => files.push((span.source, vec![change])),
        }
    }
    let change = |(source, changes)| json!({ "artifactLocation": artifact_location(source, run), "replacements": changes });
    files.into_iter().map(change).collect()
}

fn artifact_location(source: SourceId, run: &Run<'_>) -> Value {
    let source = run.sources.get(source);
    let path = path(source, run.folder).unwrap_or_else(|| source.name.clone());
    json!({ "uri": uri(&path) })
}

fn location(label: &Label, run: &Run<'_>) -> Value {
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": artifact_location(label.span.source, run),
            "region": region(label.span, run),
        },
    });
    if !label.text.is_empty() {
        location["message"] = json!({ "text": label.text });
    }
    location
}

fn region(span: Span, run: &Run<'_>) -> Value {
    let source = run.sources.get(span.source);
    let (start, end) = (source.position(span.start), source.position(span.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn artifact(file: &Stale<'_>, rule: usize, run: &Run<'_>) -> Value {
    let uri = uri(&rooted(file.path, run.folder));
    json!({
        "ruleId": file.rule,
        "ruleIndex": rule,
        "level": "error",
        "message": { "text": format!("{}\n{}", file.message, file.help) },
        // Code scanning wants a line, where the defect is the file as a whole, too.
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri },
            "region": { "startLine": 1 },
        } }],
    })
}
