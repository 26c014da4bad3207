//! Errors of the engine as findings on the template's own text.

use std::ops::Range;

use tera::ErrorKind;

use super::prepare::tags;
use super::words::is_word;
use super::{Context, Engine, Fault, Origin};
use crate::model::words::{did_you_mean, nearest, quoted};
use crate::model::{Diagnostic, SourceId, Span};

const RULE: &str = "template";

impl Engine {
    /// What went wrong, on the templates as they were written.
    pub(super) fn findings(
        &self,
        error: &tera::Error,
        context: Option<&Context>,
    ) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                vec![self.finding(
                    report.message(),
                    report.filename(),
                    &report.span().range,
                    context,
                )]
            }
            other => self.reports(&other.to_string()),
        }
    }

    fn finding(
        &self,
        message: &str,
        template: &str,
        range: &Range<usize>,
        context: Option<&Context>,
    ) -> Diagnostic {
        let place = self.place(template, range);
        match Fault::of(message) {
            Some(Fault::Undefined) => return self.undefined(template, range.start, place, context),
            Some(Fault::Limit(limit)) => {
                let said = limit.message(context.map_or(0, Context::codes));
                let finding =
                    Diagnostic::error(RULE, said, place).here("the limit is reached here");
                return limit.help().into_iter().fold(finding, Diagnostic::help);
            }
            None => {}
        }
        let (said, known) = match message.split_once(". Available ") {
            Some((said, known)) => (said, known.split_once(": ").map_or("", |(_, list)| list)),
            None => (message, ""),
        };
        let mut finding = Diagnostic::error(RULE, lower_first(said.trim_end_matches('.')), place);
        if !known.is_empty() {
            let wanted = said.split('`').nth(1).unwrap_or_default();
            let near = did_you_mean(wanted, known.split(", "));
            finding = finding.help(near.unwrap_or_else(|| format!("there are: {known}")));
        }
        finding
    }

    fn undefined(
        &self,
        template: &str,
        at: usize,
        place: Span,
        context: Option<&Context>,
    ) -> Diagnostic {
        let mut names = context.map(Context::names).unwrap_or_default();
        let mut typed = "";
        if let Some(found) = self.templates.get(template) {
            names.extend(bound(&found.original));
            let part = found.prepared.inserted(at);
            typed = part.and_then(|part| found.original.get(part)).unwrap_or_default();
        }
        let last = typed.rsplit('.').next().unwrap_or(typed);
        let name = quoted(typed);
        let finding = Diagnostic::error(RULE, format!("{name} is not defined"), place)
            .here("not defined here");
        match nearest(last, names.iter().map(String::as_str).filter(|near| *near != last)) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("write `{typed} is defined` to ask whether it is")),
        }
    }

    /// Reports that the engine has already put into words: `error: …`, then `--> name:line:col`.
    fn reports(&self, text: &str) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let Some(message) = line.strip_prefix("error: ") else { continue };
            let place = lines.peek().and_then(|l| l.trim_start().strip_prefix("--> "));
            let range = place.and_then(|p| self.position(p));
            let span = range.map_or(self.manifest, |(name, range)| self.place(&name, &range));
            let wanted = message.split('`').nth(1).unwrap_or_default();
            let near = did_you_mean(wanted, self.names.iter().map(String::as_str));
            findings.push(Diagnostic::error(RULE, lower_first(message), span).help_opt(near));
        }
        if findings.is_empty() {
            findings.push(Diagnostic::error(RULE, lower_first(text), self.manifest));
        }
        findings
    }

    /// `name:line:column` as the name of a template and a word in its rewritten text.
    fn position(&self, place: &str) -> Option<(String, Range<usize>)> {
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next()?.parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let name = parts.next()?;
        let text = &self.templates.get(name)?.prepared.text;
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let skipped: usize = text[start..].chars().take(column - 1).map(char::len_utf8).sum();
        let from = start + skipped;
        let length = text[from..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(0);
        Some((name.to_owned(), from..from + length.max(1)))
    }

    fn place(&self, template: &str, range: &Range<usize>) -> Span {
        let Some(template) = self.templates.get(template) else { return self.manifest };
        match template.origin {
            Origin::Inline(span) => span,
            Origin::File(source) => {
                let prepared = &template.prepared;
                let copied = || {
                    let start = prepared.original(range.start);
                    start..prepared.original(range.end).max(start)
                };
                span(source, &prepared.inserted(range.start).unwrap_or_else(copied))
            }
        }
    }
}

/// The names that a template itself gives to something.
fn bound(text: &str) -> impl Iterator<Item = String> {
    tags(text).into_iter().flat_map(move |tag| {
        let (word, start) = tag.word(text);
        let body = match word {
            "for" | "set" | "set_global" | "component" => &text[start..tag.inner(text).1],
            _ => "",
        };
        let head = if word == "component" { body } else { body.split('=').next().unwrap_or(body) };
        let words = head.split(|c: char| !is_word(c)).filter(|w| !w.is_empty());
        let names = words.skip(1).take_while(|word| *word != "in");
        names.map(str::to_owned).collect::<Vec<_>>()
    })
}

pub(super) fn span(source: SourceId, range: &Range<usize>) -> Span {
    let at = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span { source, start: at(range.start), end: at(range.end) }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
