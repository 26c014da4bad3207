//! What may be wrong, and the text that would mend it. Knows nothing of how it is found out.

use std::ops::Range;

use super::draft::Edits;
use crate::model::{Action, Diagnostic, Span};

/// A mistake that may have been made, with what would mend it. Places are those of a draft.
#[derive(Clone, Debug)]
pub(super) struct Proposal {
    pub(super) message: String,
    /// Where the mistake is.
    pub(super) at: Range<usize>,
    /// What is to be said there.
    pub(super) here: String,
    /// A second place.
    pub(super) also: Option<(Range<usize>, String)>,
    pub(super) help: Vec<String>,
    /// What mends the text.
    pub(super) edits: Edits,
    /// Whether that takes no judgement.
    pub(super) is_mechanical: bool,
    /// The parser must get past this place of the text as it is now.
    pub(super) past: usize,
    /// One of a higher rank counts only where none of a lower one gets there.
    pub(super) rank: usize,
}

/// The rank of what is certain once it gets there, and that of most mistakes.
pub(super) const CERTAIN: usize = 0;
pub(super) const LIKELY: usize = 1;

impl Proposal {
    pub(super) fn new(message: impl Into<String>, at: Range<usize>, edits: Edits) -> Self {
        let past = at.end;
        Self {
            message: message.into(),
            at,
            here: String::new(),
            also: None,
            help: Vec::new(),
            edits,
            is_mechanical: false,
            past,
            rank: LIKELY,
        }
    }

    pub(super) fn here(self, here: impl Into<String>) -> Self {
        Self { here: here.into(), ..self }
    }

    pub(super) fn also(self, place: Range<usize>, text: impl Into<String>) -> Self {
        Self { also: Some((place, text.into())), ..self }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    pub(super) fn mechanical(self) -> Self {
        Self { is_mechanical: true, ..self }
    }

    pub(super) fn past(self, past: usize) -> Self {
        Self { past, ..self }
    }

    /// The finding; `span` gives a place as it was typed.
    pub(super) fn finding(&self, span: impl Fn(&Range<usize>) -> Span) -> Diagnostic {
        let mut finding =
            Diagnostic::error(super::words::RULE, self.message.as_str(), span(&self.at))
                .here(self.here.as_str());
        if let Some((place, text)) = &self.also {
            finding = finding.label(span(place), text.as_str());
        }
        for help in &self.help {
            finding = finding.help(help.as_str());
        }
        let edits = self.edits.iter().filter(|_| self.is_mechanical);
        edits.fold(finding, |finding, (place, new)| {
            finding.edit(span(place), Action::Bytes(new.clone()))
        })
    }
}
