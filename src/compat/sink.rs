//! Where changes are put: what each means is decided here, once for all of them.

use super::change::{Change, ChangeRule, Detail, Subject, Verdict};
use crate::model::{Diagnostic, Entry, Label, Span};

/// The words of a change that was taken, to be added to.
pub(super) struct Told<'a>(&'a mut Diagnostic);

impl Told<'_> {
    /// Says something at the place of the change itself.
    pub(super) fn here(self, text: impl Into<String>) -> Self {
        if let Some(first) = self.0.labels.first_mut() {
            first.text = text.into();
        }
        self
    }

    /// Points at a second place.
    pub(super) fn label(self, span: Span, text: impl Into<String>) -> Self {
        self.0.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds a way to go about it.
    pub(super) fn help(self, text: impl Into<String>) -> Self {
        self.0.help.push(text.into());
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
        details: Vec<Detail>,
    ) -> Told<'_> {
        let subject = Subject { code: entry.code.value.clone(), name: entry.name.value.clone() };
        self.push(rule, Some(subject), place, message.into(), details)
    }

    /// Takes a change of the catalog as a whole.
    pub(super) fn catalog(
        &mut self,
        rule: &'static ChangeRule,
        place: Span,
        message: impl Into<String>,
        details: Vec<Detail>,
    ) -> Told<'_> {
        self.push(rule, None, place, message.into(), details)
    }

    fn push(
        &mut self,
        rule: &'static ChangeRule,
        entry: Option<Subject>,
        place: Span,
        message: String,
        details: Vec<Detail>,
    ) -> Told<'_> {
        let decided = self.verdicts.iter().find(|(name, _)| name == rule.name);
        let verdict = decided.map_or(rule.verdict, |(_, verdict)| *verdict);
        let finding = match verdict {
            Verdict::Breaking => Diagnostic::error(rule.name, message, place),
            Verdict::Compatible | Verdict::Editorial => Diagnostic::note(rule.name, message, place),
        };
        let at = self.all.len();
        self.all.push(Change { rule, verdict, entry, details, finding });
        Told(&mut self.all[at].finding)
    }

    /// All changes, the breaking ones first, then by entry.
    pub(super) fn finish(mut self) -> Vec<Change> {
        self.all.sort_by(|a, b| (a.verdict, &a.entry).cmp(&(b.verdict, &b.entry)));
        self.all
    }
}
