//! What a run has to say about its input, independent of how it is shown.

use super::{Action, Edit, Span};

/// How grave a [`Diagnostic`] is. An error stops the run before anything is written.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// The input can't be used.
    Error,
    /// The input can be used, but something in it is probably a mistake.
    Warning,
    /// Nothing is wrong: something is worth knowing.
    Note,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place in a source, with what is to be said of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What stands there; may be empty.
    pub text: String,
}

/// One finding: what is wrong, where, and how to mend it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// The kebab-case name of the rule that was broken, such as `duplicate-code`.
    pub rule: &'static str,
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// The places it concerns; the first is where the defect is.
    pub labels: Vec<Label>,
    /// How to mend it, one suggestion each.
    pub help: Vec<String>,
    /// What mends it without any judgement; empty where it takes some.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    /// An error at `span`.
    pub fn error(rule: &'static str, message: impl Into<String>, span: Span) -> Self {
        Self::new(Severity::Error, rule, message, span)
    }

    /// A warning at `span`.
    pub fn warning(rule: &'static str, message: impl Into<String>, span: Span) -> Self {
        Self::new(Severity::Warning, rule, message, span)
    }

    /// A note at `span`.
    pub fn note(rule: &'static str, message: impl Into<String>, span: Span) -> Self {
        Self::new(Severity::Note, rule, message, span)
    }

    fn new(severity: Severity, rule: &'static str, message: impl Into<String>, span: Span) -> Self {
        let labels = vec![Label { span, text: String::new() }];
        Self {
            severity,
            rule,
            message: message.into(),
            labels,
            help: Vec::new(),
            edits: Vec::new(),
        }
    }

    /// Says something at the place of the defect itself.
    #[must_use]
    pub fn here(mut self, text: impl Into<String>) -> Self {
        if let Some(first) = self.labels.first_mut() {
            first.text = text.into();
        }
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds a way to mend it.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds a way to mend it where there is one.
    #[must_use]
    pub fn help_opt(self, text: Option<String>) -> Self {
        match text {
            Some(text) => self.help(text),
            None => self,
        }
    }

    /// Adds what mends it without any judgement.
    #[must_use]
    pub fn edit(mut self, span: Span, action: Action) -> Self {
        self.edits.push(Edit { span, action });
        self
    }

    /// Whether the run must stop.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The order in which findings are shown: by place, then by rule and words.
    #[must_use]
    pub fn sort_key(&self) -> (Option<Span>, &'static str, &str) {
        (self.labels.first().map(|l| l.span), self.rule, &self.message)
    }
}
