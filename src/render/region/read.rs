//! Finds the marks of regions in a document. Knows neither kinds nor what they can be narrowed to.

use std::ops::Range;

use crate::model::words::quoted;
use crate::model::{Diagnostic, SourceId, Span, Spanned};
use crate::render::markdown::{Comment, comments};

const RULE: &str = "invalid-region";
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
/// What a comment begins with that marks a region.
const MARK: &str = "codegen:";
/// What is said of what only looks like a mark.
pub(super) const ONLY_TEXT: &str = "only text: it is within code, or another comment";
/// The word that ends one.
pub(in crate::render) const END: &str = "end";

/// A region of a document, as it is marked.
#[derive(Clone, Debug)]
pub(super) struct Region {
    /// What it holds.
    pub(super) kind: Spanned<String>,
    /// What is set for it: `group=iot`.
    pub(super) settings: Vec<(Spanned<String>, Spanned<String>)>,
    /// The bytes between its marks.
    pub(super) content: Range<usize>,
}

/// The comments that mark regions, well or badly.
pub(super) fn markers(text: &str) -> Vec<Comment> {
    let is_marker = |comment: &Comment| {
        let inner = text[comment.range.clone()].trim_start_matches(OPEN);
        inner.trim_start().starts_with(MARK)
    };
    comments(text).into_iter().filter(is_marker).collect()
}

/// Where a text has, from there on, what looks like the mark of a region and is none.
pub(super) fn lookalike(text: &str, from: usize) -> Option<Range<usize>> {
    let marks = markers(text);
    let mut opens = text[from..].match_indices(OPEN).map(|(at, _)| from + at);
    let start = opens.find(|at| {
        text[at + OPEN.len()..].trim_start().starts_with(MARK)
            && marks.iter().all(|mark| mark.range.start != *at)
    })?;
    let line = text[start..].lines().next().unwrap_or_default();
    let length = line.find(CLOSE).map_or(line.trim_end().len(), |end| end + CLOSE.len());
    Some(start..start + length)
}

/// The regions of a document, in order. Where there are findings they must not be used.
pub(super) fn regions(source: SourceId, text: &str, findings: &mut Vec<Diagnostic>) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut open: Option<(Region, Span)> = None;
    // Ends that belong to regions which were told to begin within another.
    let mut surplus = 0_usize;
    for comment in markers(text) {
        let place = span(source, &comment.range);
        if !comment.is_alone {
            findings.push(
                Diagnostic::error(RULE, "the mark of a region does not stand alone", place)
                    .here("expected a line of its own, in no list, quote or other comment"),
            );
            continue;
        }
        let mut words = words(source, text, &comment);
        // proven: a marker has its first word; without a kind it is empty.
        let kind = words.remove(0);
        if kind.value == END {
            if let Some(word) = words.first() {
                let message = format!("{} stands beside `{MARK}{END}`", quoted(&word.value));
                let found = Diagnostic::error(RULE, message, word.span);
                findings.push(found.here("set where the region begins"));
            }
            match open.take() {
                Some((mut region, _)) => {
                    region.content.end = comment.line.start;
                    regions.push(region);
                }
                None if surplus > 0 => surplus -= 1,
                None => findings.push(
                    Diagnostic::error(RULE, "a region ends that has not begun", place)
                        .here("ends nothing")
                        .help("remove it, or begin the region above"),
                ),
            }
            continue;
        }
        if let Some((_, first)) = open.take() {
            surplus += 1;
            findings.push(
                Diagnostic::error(RULE, "a region begins within another", place)
                    .here("begins here")
                    .label(first, "has not ended yet")
                    .help(format!("end the first one above: `{OPEN} {MARK}{END} {CLOSE}`")),
            );
        }
        let settings = words.iter().filter_map(|word| setting(word, findings)).collect();
        let content = comment.line.end..comment.line.end;
        open = Some((Region { kind, settings, content }, place));
    }
    if let Some((region, place)) = open {
        let found = Diagnostic::error(RULE, "a region has no end", place)
            .here("begins here")
            .help(format!("end it with the line `{OPEN} {MARK}{END} {CLOSE}`"));
        findings.push(match lookalike(text, region.content.start) {
            Some(range) => found.label(span(source, &range), ONLY_TEXT),
            None => found,
        });
    }
    regions
}

/// The words of a marker: its kind, and what is set.
fn words(source: SourceId, text: &str, comment: &Comment) -> Vec<Spanned<String>> {
    let Range { start, end } = comment.range;
    let start = text[start..end].find(MARK).map_or(end, |at| start + at + MARK.len());
    let end = end.saturating_sub(CLOSE.len()).max(start);
    let gap = text[start..end].len() - text[start..end].trim_start().len();
    let start = start + gap;
    let mut words = Vec::new();
    let mut at = start;
    for word in text[start..end].split(char::is_whitespace) {
        // `codegen:` alone has a kind, too, which is unknown.
        if !word.is_empty() || at == start {
            let range = at..at + word.len();
            words.push(Spanned::new(word.to_owned(), span(source, &range)));
        }
        at += word.len();
        at += text[at..end].chars().next().map_or(0, char::len_utf8);
    }
    words
}

fn setting(
    word: &Spanned<String>,
    findings: &mut Vec<Diagnostic>,
) -> Option<(Spanned<String>, Spanned<String>)> {
    let place = word.span;
    match word.value.split_once('=') {
        Some((key, value)) if !key.is_empty() && !value.is_empty() => {
            let key_place = place.part(0, key.len());
            let value_place = place.part(key.len() + 1, word.value.len());
            let own = str::to_owned;
            Some((Spanned::new(own(key), key_place), Spanned::new(own(value), value_place)))
        }
        _ => {
            let message = format!("{} sets nothing", quoted(&word.value));
            let found = Diagnostic::error(RULE, message, place);
            findings.push(found.here("expected `name=value`, without spaces"));
            None
        }
    }
}

pub(super) fn span(source: SourceId, range: &Range<usize>) -> Span {
    let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Span { source, start: at(range.start), end: at(range.end) }
}
