//! Findings about what stands behind an alias: they are told where the alias is used, and show
//! where its anchor is. Knows nothing of the parser.

use std::collections::HashMap;

use super::mend::line::comment;
use super::tree::span;
use crate::model::{Diagnostic, Label, SourceId, Sources};

/// The places of the anchors of a text, by name.
type Anchors<'a> = HashMap<&'a str, Vec<usize>>;

/// Adds to each finding at an alias a label at the anchor that it stands for.
pub fn show_anchors(findings: &mut [Diagnostic], sources: &Sources) {
    let mut known: HashMap<SourceId, Anchors<'_>> = HashMap::new();
    for finding in findings {
        let mut added = Vec::new();
        for label in &finding.labels {
            let text = &sources.get(label.span.source).text;
            let typed = text.get(label.span.range()).unwrap_or_default();
            let Some(name) = typed.strip_prefix('*').filter(|name| is_name(name)) else { continue };
            let anchors = known.entry(label.span.source).or_insert_with(|| by_name(text));
            let before = |place: &&usize| **place < label.span.start as usize;
            // A name may be given again: the last before the alias counts.
            let place = anchors.get(name).and_then(|places| places.iter().rev().find(before));
            added.extend(place.map(|&place| Label {
                span: span(label.span.source, place, place + 1 + name.len()),
                text: format!("`*{name}` stands for this"),
            }));
        }
        finding.labels.extend(added);
    }
}

/// The anchors of a text, each with its place.
pub(super) fn anchors(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_begun = |at: usize| text[..at].ends_with([' ', '\t', '\n', '[', '{', ',']) || at == 0;
    let is_code = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        comment(&text[line..at]).is_none()
    };
    let found = text.match_indices('&').map(|(at, _)| at);
    found.filter(move |&at| is_begun(at) && is_code(at)).map(|at| (at, name_at(text, at + 1)))
}

/// The name of an anchor that begins at a place.
pub(super) fn name_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|c| !is_name_char(c)).unwrap_or(rest.len())]
}

fn by_name(text: &str) -> Anchors<'_> {
    let mut found = Anchors::new();
    for (at, name) in anchors(text) {
        found.entry(name).or_default().push(at);
    }
    found
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_name_char)
}

/// What the name of an anchor may hold (YAML 1.2.2, section 6.9.2).
fn is_name_char(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '[' | ']' | '{' | '}' | ',')
}
