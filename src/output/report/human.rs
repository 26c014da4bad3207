//! Findings as people read them in a terminal: what, where, an excerpt, and how to mend it.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use crate::model::{Diagnostic, Label, Severity, Source, Sources, Span};

/// Labels of one source nearer than this many lines share an excerpt.
const NEAR: usize = 12;

/// All findings, each with a blank line after it.
pub(super) fn human(findings: &[&Diagnostic], sources: &Sources) -> String {
    findings.iter().map(|finding| one(finding, sources) + "\n").collect()
}

/// One finding, with escape sequences for colour. Ends with a line break.
fn one(finding: &Diagnostic, sources: &Sources) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.rule);
    let mut elements: Vec<Element<'_>> = Vec::new();
    for labels in excerpts(&finding.labels, sources) {
        elements.push(excerpt(&labels, &finding.labels, sources));
    }
    for help in &finding.help {
        elements.push(Level::HELP.message(help.as_str()).into());
    }
    let mut text = Renderer::styled().render(&[Group::with_title(title).elements(elements)]);
    text.push('\n');
    text
}

/// The labels that each excerpt shows: those that stand near each other in one source.
fn excerpts<'a>(labels: &'a [Label], sources: &Sources) -> Vec<Vec<&'a Label>> {
    let mut groups: Vec<Vec<&Label>> = Vec::new();
    for label in labels {
        let line = |label: &Label| sources.get(label.span.source).line(label.span.start);
        let near = groups.iter_mut().find(|group| {
            group.iter().all(|other| {
                other.span.source == label.span.source && line(other).abs_diff(line(label)) < NEAR
            })
        });
        match near {
            Some(group) => group.push(label),
            None => groups.push(vec![label]),
        }
    }
    groups
}

fn excerpt<'a>(labels: &[&'a Label], all: &[Label], sources: &'a Sources) -> Element<'a> {
    // proven: `excerpts` makes no empty group.
    let first = labels[0];
    let source = sources.get(first.span.source);
    if source.text.is_empty() {
        return Origin::path(source.name.as_str()).into();
    }
    let window = window(source, labels);
    let line = source.line(u32::try_from(window.start).unwrap_or(u32::MAX));
    let annotations = labels.iter().map(|label| {
        let is_primary = all.first().is_some_and(|primary| primary == *label);
        let kind = if is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = first_line(source, label.span);
        let range = range.start - window.start..range.end - window.start;
        let text = (!label.text.is_empty()).then_some(label.text.as_str());
        kind.span(range).label(text)
    });
    Snippet::source(&source.text[window.clone()])
        .line_start(line)
        .path(source.name.as_str())
        .annotations(annotations)
        .into()
}

/// The whole lines that hold the labels; the rest of a large source would only cost time.
fn window(source: &Source, labels: &[&Label]) -> std::ops::Range<usize> {
    let text = &source.text;
    let ranges = labels.iter().map(|label| first_line(source, label.span));
    let (start, end) = ranges.fold((text.len(), 0), |(s, e), r| (s.min(r.start), e.max(r.end)));
    let start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let end = text[end..].find('\n').map_or(text.len(), |i| end + i);
    start..end
}

/// A span as far as it stands in its first line, so that an excerpt stays short.
fn first_line(source: &Source, span: Span) -> std::ops::Range<usize> {
    let text = &source.text;
    let start = span.range().start.min(text.len());
    let end = span.range().end.min(text.len());
    let line_end = text[start..end].find('\n').map_or(end, |i| start + i);
    start..line_end
}
