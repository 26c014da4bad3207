//! What is to be shown beside the lines of files where only a few annotations are: the findings
//! of a run, those of one rule brought together where there are too many.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::Run;
use super::place::{path, place, rooted};
use crate::model::words::{and, count};
use crate::model::{Diagnostic, Position, Severity, Source, visible};

/// GitHub shows so many errors, and so many warnings, of a step; it drops the rest without a word.
/// <https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations>
const SHOWN: usize = 10;

/// An annotation that stands for many names so many of their places.
const PLACES: usize = 100;

/// Something to be shown beside a line, or beside none.
#[derive(Clone)]
pub(super) struct Annotation {
    pub(super) severity: Severity,
    /// The rule; empty for why a run could not do its work.
    pub(super) rule: String,
    /// The path of the file from the root of the repository.
    pub(super) path: Option<String>,
    /// From where to where, if it is more than the file as a whole.
    pub(super) range: Option<(Position, Position)>,
    /// What is wrong, and how to mend it, in lines.
    pub(super) message: String,
}

/// The annotations of a run: errors, then warnings, then notes, each no more than are shown.
pub(super) fn annotations(run: &Run<'_>) -> Vec<Annotation> {
    let mut all = all(run);
    let mut few = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let (of_it, others) = all.into_iter().partition(|a| a.severity == severity);
        few.extend(fewer(of_it));
        all = others;
    }
    few
}

/// Every annotation, however many are shown.
pub(super) fn all(run: &Run<'_>) -> Vec<Annotation> {
    let error = run.error.map(|error| Annotation {
        severity: Severity::Error,
        rule: String::new(),
        path: None,
        range: None,
        message: visible(error).into_owned(),
    });
    let findings = run.findings.iter().map(|finding| of(finding, run));
    let files = run.stale().into_iter().map(|file| Annotation {
        severity: Severity::Error,
        rule: file.rule.to_owned(),
        path: Some(rooted(file.path, run.folder)),
        range: None,
        message: visible(&format!("{}\n{}", file.message, file.help)).into_owned(),
    });
    error.into_iter().chain(findings).chain(files).collect()
}

fn of(finding: &Diagnostic, run: &Run<'_>) -> Annotation {
    let first = finding.labels.first();
    let source = first.map(|label| run.sources.get(label.span.source));
    let range = first.zip(source).map(|(label, source)| {
        (source.position(label.span.start), source.position(label.span.end))
    });
    Annotation {
        severity: finding.severity,
        rule: finding.rule.to_owned(),
        path: source.and_then(|source| path(source, run.folder)),
        range,
        message: visible(&lines(finding, run).join("\n")).into_owned(),
    }
}

/// What there is to say of a finding, without its first place.
pub(super) fn lines(finding: &Diagnostic, run: &Run<'_>) -> Vec<String> {
    let mut labels = finding.labels.iter();
    let here = labels.next().map_or("", |label| label.text.as_str());
    let first = match here {
        "" => finding.message.clone(),
        here => format!("{}: {here}", finding.message),
    };
    let others = labels.map(|label| {
        let place = place(label.span, run);
        if label.text.is_empty() { place } else { format!("{place}: {}", label.text) }
    });
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    std::iter::once(first).chain(others).chain(help).collect()
}

/// No more than are shown: each rule gets as many as there is room for, the last of which stands
/// for the rest; where there are more rules than room, the last rules share one.
fn fewer(annotations: Vec<Annotation>) -> Vec<Annotation> {
    let mut rules: Vec<Vec<Annotation>> = Vec::new();
    let mut known = HashMap::new();
    for annotation in annotations {
        let at = *known.entry(annotation.rule.clone()).or_insert(rules.len());
        if at == rules.len() {
            rules.push(Vec::new());
        }
        rules[at].push(annotation);
    }
    let fits =
        |most: &usize| rules.iter().map(|rule| rule.len().min(*most)).sum::<usize>() <= SHOWN;
    let most = (1..=SHOWN).rev().find(fits).unwrap_or(1);
    let mut few: Vec<Annotation> =
        rules.into_iter().flat_map(|rule| of_one_rule(rule, most)).collect();
    if few.len() > SHOWN {
        let rest = few.split_off(SHOWN - 1);
        few.extend(of_several_rules(&rest));
    }
    few
}

/// At most so many annotations of one rule: the last of them names the places of the others.
fn of_one_rule(mut annotations: Vec<Annotation>, most: usize) -> Vec<Annotation> {
    let others = annotations.split_off(most.min(annotations.len()));
    if let Some(last) = annotations.last_mut().filter(|_| !others.is_empty()) {
        let more = format!("{} more of `{}`", others.len(), last.rule);
        last.message = format!("{}\nand {more}: {}", last.message, places(&others));
    }
    annotations
}

fn of_several_rules(annotations: &[Annotation]) -> Option<Annotation> {
    let mut first = annotations.first()?.clone();
    let messages: Vec<String> = annotations
        .iter()
        .map(|one| format!("{}: {}: {}", one.rule, places(std::slice::from_ref(one)), one.message))
        .collect();
    first.rule = format!("{}s of {} more rules", first.severity.name(), annotations.len());
    first.message = messages.join("\n");
    Some(first)
}

/// Such as `spec/codes.yaml:5, 9-12 and spec/more.yaml:7`: the lines of each file together.
fn places(annotations: &[Annotation]) -> String {
    let mut files: Vec<(Option<&str>, Vec<RangeInclusive<usize>>)> = Vec::new();
    let (mut parts, mut named) = (0, 0);
    for annotation in annotations {
        let (path, line) = (annotation.path.as_deref(), annotation.range.map(|(at, _)| at.line));
        let file = files.last_mut().filter(|(last, _)| *last == path);
        let run = file.and_then(|(_, lines)| lines.last_mut());
        if let (Some(run), Some(line)) = (run, line)
            && (*run.end()..=*run.end() + 1).contains(&line)
        {
            *run = *run.start()..=line;
        } else if parts == PLACES {
            break;
        } else {
            parts += 1;
            if files.last().is_none_or(|(last, _)| *last != path) {
                files.push((path, Vec::new()));
            }
            if let Some((_, lines)) = files.last_mut() {
                lines.extend(line.map(|line| line..=line));
            }
        }
        named += 1;
    }
    let mut places: Vec<String> =
        files.iter().map(|(path, lines)| place_of_lines(*path, lines)).collect();
    if named < annotations.len() {
        places.push(count(annotations.len() - named, "more place"));
    }
    and(&places)
}

fn place_of_lines(path: Option<&str>, lines: &[RangeInclusive<usize>]) -> String {
    let runs: Vec<String> = lines
        .iter()
        .map(|run| match (run.start(), run.end()) {
            (start, end) if start == end => start.to_string(),
            (start, end) => format!("{start}-{end}"),
        })
        .collect();
    match (path.unwrap_or(Source::STDIN), runs.as_slice()) {
        (path, []) => path.to_owned(),
        (path, runs) => format!("{path}:{}", runs.join(", ")),
    }
}
