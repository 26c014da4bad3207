//! Where rules put what they find: levels and silences are decided here, once for all of them.

use std::collections::HashSet;

use super::{Level, Rule};
use crate::model::{Diagnostic, Entry, Severity, Span};

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
