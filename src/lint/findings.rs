//! Where rules put what they find: levels and silences are decided here, once for all of them.

use std::collections::HashSet;

use super::{Level, Rule};
use crate::model::{Catalog, Diagnostic, Entry, Severity, Span};

/// Where a rule puts what it finds.
pub(super) struct Findings<'a> {
    pub(super) rule: &'a Rule,
    pub(super) severity: Severity,
    /// The level of each rule that is not at its default.
    pub(super) levels: &'a [(String, Level)],
    /// Whether the spec could be read as a whole.
    pub(super) is_whole: bool,
    /// The items of `allow` that silenced something.
    pub(super) used: &'a mut HashSet<Span>,
    pub(super) all: &'a mut Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Begins a finding of this rule.
    pub(super) fn at(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        match self.severity {
            Severity::Error => Diagnostic::error(self.rule.name, message, span),
            Severity::Warning => Diagnostic::warning(self.rule.name, message, span),
            Severity::Note => Diagnostic::note(self.rule.name, message, span),
        }
    }

    /// Takes what concerns no entry, or can't be silenced.
    pub(super) fn push(&mut self, finding: Diagnostic) {
        self.all.push(finding);
    }

    /// Takes what concerns an entry, unless the entry silences the rule.
    pub(super) fn push_for(&mut self, entry: &Entry, finding: Diagnostic) {
        let silence = entry.allow.iter().find(|name| name.value == self.rule.name);
        match silence.filter(|_| self.rule.is_optional()) {
            Some(silence) => {
                self.used.insert(silence.span);
            }
            None => self.all.push(finding),
        }
    }

    /// Whether an item of `allow` silenced something.
    pub(super) fn is_used(&self, silence: Span) -> bool {
        self.used.contains(&silence)
    }

    /// The level of a rule in this run.
    pub(super) fn level(&self, rule: &Rule) -> Level {
        level(rule, self.levels)
    }
}

/// The level of a rule, where users decided on some.
pub(super) fn level(rule: &Rule, levels: &[(String, Level)]) -> Level {
    let decided = levels.iter().find(|(name, _)| name == rule.name).map(|(_, level)| *level);
    decided.filter(|_| rule.is_optional()).unwrap_or(rule.level())
}

/// Lets users decide on findings of optional rules that were made while the spec was read.
pub(super) fn heed(
    catalog: &Catalog,
    levels: &[(String, Level)],
    used: &mut HashSet<Span>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut entries: Vec<&Entry> = catalog.entries.iter().collect();
    entries.sort_by_key(|entry| (entry.span.source, entry.span.start));
    findings.retain_mut(|finding| {
        let Some(rule) = super::rule(finding.rule).filter(|rule| rule.is_optional()) else {
            return true;
        };
        match level(rule, levels) {
            Level::Off => return false,
            Level::Error => finding.severity = Severity::Error,
            Level::Warning => finding.severity = Severity::Warning,
        }
        let place = finding.labels.first().map(|label| label.span);
        let entry = place.and_then(|place| entry_at(&entries, place));
        let silence = entry.and_then(|e| e.allow.iter().find(|name| name.value == rule.name));
        used.extend(silence.map(|silence| silence.span));
        silence.is_none()
    });
}

/// The entry that a place of its source belongs to: the last that begins before it.
fn entry_at<'a>(entries: &[&'a Entry], place: Span) -> Option<&'a Entry> {
    let place = (place.source, place.start);
    let after = entries.partition_point(|entry| (entry.span.source, entry.span.start) <= place);
    let entry = entries.get(after.checked_sub(1)?)?;
    (entry.span.source == place.0).then_some(*entry)
}
