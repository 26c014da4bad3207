//! Where changes are put: what each means is decided here, once for all of them.

use super::change::{Change, ChangeRule, Detail, Subject, Verdict};
use crate::model::{Diagnostic, Entry, Label, Span};

/// The words of a change that was taken, to be added to.
pub(super) struct Told<'a>(&'a mut Change);

impl Told<'_> {
    /// Says something at the place of the change itself.
    pub(super) fn here(self, text: impl Into<String>) -> Self {
        if let Some(first) = self.0.finding.labels.first_mut() {
            first.text = text.into();
        }
        self
    }

    /// Points at a second place.
    pub(super) fn label(self, span: Span, text: impl Into<String>) -> Self {
        self.0.finding.labels.push(Label { span, text: text.into() });
        self
    }

    /// Shows the texts that changed.
    pub(super) fn details(self, details: Vec<Detail>) -> Self {
        self.0.details = details;
        self
    }

    /// Adds a way to go about it.
    pub(super) fn help(self, text: impl Into<String>) -> Self {
        self.0.finding.help.push(text.into());
        self
    }
}

/// Where changes are put.
pub(super) struct Sink<'a> {
    /// What users decided that changes mean, by rule.
    verdicts: &'a [(String, Verdict)],
    all: Vec<Change>,
}

impl<'a> Sink<'a> {
    pub(super) const fn new(verdicts: &'a [(String, Verdict)]) -> Self {
        Self { verdicts, all: Vec::new() }
    }

    /// Takes a change of an entry.
    pub(super) fn entry(
        &mut self,
        rule: &'static ChangeRule,
        entry: &Entry,
        place: Span,
        message: impl Into<String>,
    ) -> Told<'_> {
        let subject = Subject { code: entry.code.value.clone(), name: entry.name.value.clone() };
        self.push(rule, Some(subject), place, message.into())
    }

    /// Takes a change of the catalog as a whole.
    pub(super) fn catalog(
        &mut self,
        rule: &'static ChangeRule,
        place: Span,
        message: impl Into<String>,
    ) -> Told<'_> {
        self.push(rule, None, place, message.into())
    }

    fn push(
        &mut self,
        rule: &'static ChangeRule,
        entry: Option<Subject>,
        place: Span,
        message: String,
    ) -> Told<'_> {
        let decided = self.verdicts.iter().find(|(name, _)| name == rule.name);
        let verdict = decided.map_or(rule.verdict, |(_, verdict)| *verdict);
        let finding = match verdict {
            Verdict::Breaking => Diagnostic::error(rule.name, message, place),
            Verdict::Compatible | Verdict::Editorial => Diagnostic::note(rule.name, message, place),
        };
        let at = self.all.len();
        self.all.push(Change { rule, verdict, entry, details: Vec::new(), finding });
        Told(&mut self.all[at])
    }

    /// All changes, the breaking ones first, then by entry.
    pub(super) fn finish(mut self) -> Vec<Change> {
        self.all.sort_by(|a, b| (a.verdict, &a.entry).cmp(&(b.verdict, &b.entry)));
        self.all
    }
}
