//! Findings as people read them in a terminal: what, where, an excerpt, and how to mend it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::{Excerpt, groups};
use crate::model::words::{and, count};
use crate::model::{Diagnostic, Label, Severity, Sources, visible};

/// More findings of one rule and level than this are too many to show, unless all are asked for.
const MANY: usize = 10;

/// So many of them are shown then.
const SHOWN: usize = 5;

/// So many places of one finding are shown.
const PLACES: usize = 8;

/// Words are cut to so many characters.
const LONGEST: usize = 2000;

/// Narrower than this, an excerpt would show nothing of use.
const NARROWEST: usize = 40;

/// More columns than a line has that was cut here before it is drawn.
const UNCUT: usize = 1 << 16;

/// Stands for a place until the excerpts are drawn. It is in no text that is shown, as
/// characters for private use are written out.
const PLACE: char = '\u{e000}';

/// Findings in order, each with a blank line after it, and with escape sequences for colour.
/// Excerpts are drawn in `width` columns. Unless `all` are wanted, a few of each rule stand for
/// the rest, and how many that are is said.
#[must_use]
pub fn human(findings: &[&Diagnostic], sources: &Sources, width: usize, all: bool) -> String {
    let mut counts: BTreeMap<(&str, Severity), usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry((finding.rule, finding.severity)).or_default() += 1;
    }
    // What is left to show of each that is cut.
    counts.retain(|_, found| !all && *found > MANY);
    let mut left: BTreeMap<_, _> = counts.keys().map(|kind| (*kind, SHOWN)).collect();
    let mut text = String::new();
    for finding in findings {
        match left.get_mut(&(finding.rule, finding.severity)) {
            Some(0) => continue,
            Some(left) => *left -= 1,
            None => {}
        }
        text += &one(finding, sources, width.max(NARROWEST));
        text.push('\n');
    }
    let more: Vec<String> = counts
        .iter()
        .map(|((rule, _), found)| format!("{} more of `{rule}`", found - SHOWN))
        .collect();
    if more.is_empty() {
        text
    } else {
        format!("{text}… and {}; `--all` shows them\n\n", and(&more))
    }
}

/// One finding. Ends with a line break.
fn one(finding: &Diagnostic, sources: &Sources, width: usize) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(words(&finding.message)).id(finding.rule);
    let mut elements: Vec<Element<'_>> = Vec::new();
    let mut places = Vec::new();
    let labels = &finding.labels[..finding.labels.len().min(PLACES)];
    for group in groups(labels, sources, width) {
        // proven: `groups` makes no empty group.
        let source = sources.get(group[0].span.source);
        if source.text.is_empty() {
            elements.push(Origin::path(visible(&source.name)).into());
            continue;
        }
        let at = source.position(group[0].span.start);
        places.push(format!("{}:{}:{}", visible(&source.name), at.line, at.column));
        elements.push(drawn(Excerpt::new(source, &group, width), labels));
    }
    if finding.labels.len() > PLACES {
        let more = count(finding.labels.len() - PLACES, "more place");
        elements.push(Level::NOTE.message(format!("and {more}")).into());
    }
    for help in &finding.help {
        elements.push(Level::HELP.message(words(help)).into());
    }
    let renderer = Renderer::styled().term_width(UNCUT);
    let text = renderer.render(&[Group::with_title(title).elements(elements)]);
    placed(&text, &places) + "\n"
}

fn drawn<'a>(excerpt: Excerpt<'a>, labels: &[Label]) -> Element<'a> {
    let annotations = excerpt.marks.into_iter().map(|(range, label)| {
        let is_primary = labels.first().is_some_and(|first| first == label);
        let kind = if is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(range).label((!label.text.is_empty()).then(|| words(&label.text)))
    });
    Snippet::source(excerpt.text)
        .line_start(excerpt.line)
        .path(Cow::from(PLACE.to_string()))
        .annotations(annotations)
        .into()
}

/// Words as they are shown: no more than a screen of them, and as in excerpts a tab is a space.
fn words(text: &str) -> Cow<'_, str> {
    let shown = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::from(format!("{}…", visible(&text[..end]))),
        None => visible(text),
    };
    if shown.contains('\t') { Cow::from(shown.replace('\t', " ")) } else { shown }
}

/// The text with the places of its excerpts. What draws them would count columns in what is
/// shown, not in the source.
fn placed(drawn: &str, places: &[String]) -> String {
    let mut parts = drawn.split(PLACE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (place, part) in places.iter().zip(parts) {
        text += place;
        text += part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    }
    text
}
