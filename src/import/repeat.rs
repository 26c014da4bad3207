//! Rows with a code that stands further up: they say the same again, something else, or more.
//! Knows nothing of tables.

use crate::model::{Code, Diagnostic, DraftEntry, Localized, Span};

/// What a second row says of an entry.
enum Second {
    /// Nothing new.
    Same,
    /// Something else.
    Other,
    /// What the first left open; the entry with both.
    More(Box<DraftEntry>),
}

/// Compares what two rows say of one code.
fn compare(first: &DraftEntry, second: &DraftEntry) -> Second {
    let texts = |texts: fn(&DraftEntry) -> &Localized<String>| both(texts(first), texts(second));
    let (Some(message), Some(description), Some(remedy)) =
        (texts(|e| &e.message), texts(|e| &e.description), texts(|e| &e.remedy))
    else {
        return Second::Other;
    };
    if first.http.is_some() && second.http.is_some() && first.http != second.http {
        return Second::Other;
    }
    let http = first.http.or(second.http);
    let whole = DraftEntry { message, description, remedy, http, ..first.clone() };
    if whole == *first { Second::Same } else { Second::More(Box::new(whole)) }
}

/// The texts of both; `None` where they differ.
fn both(first: &Localized<String>, second: &Localized<String>) -> Option<Localized<String>> {
    let text = |(first, second): (&Option<String>, &Option<String>)| match (first, second) {
        (Some(first), Some(second)) if first != second => None,
        (first, second) => Some(first.as_ref().or(second.as_ref()).cloned()),
    };
    first.0.iter().zip(&second.0).map(text).collect::<Option<Vec<_>>>().map(Localized)
}

/// The codes of one row that stand further up.
#[derive(Default)]
pub(super) struct Repeats {
    same: Vec<(Code, Span)>,
    other: Vec<(Code, Span)>,
}

impl Repeats {
    /// Takes what a row says of the entry of a code; what is new goes into the entry.
    pub(super) fn add(&mut self, code: Code, first: &mut DraftEntry, second: &DraftEntry) {
        match compare(first, second) {
            Second::Same => self.same.push((code, first.span)),
            Second::Other => self.other.push((code, first.span)),
            Second::More(whole) => *first = *whole,
        }
    }

    /// What there is to say of the row.
    pub(super) fn findings(self, place: Span) -> Vec<Diagnostic> {
        let told = |codes: &[(Code, Span)], what: &str| {
            let (first, span) = codes.first()?;
            let others = match codes.len() {
                1 => String::new(),
                n => format!(", and {} more of this row", n - 1),
            };
            Some((format!("{first} stands here again, with {what}{others}"), *span))
        };
        let same = told(&self.same, "the same text").map(|(message, span)| {
            Diagnostic::error("repeated-row", message, place)
                .here("repeated here")
                .label(span, "imported from here")
        });
        let other = told(&self.other, "another text").map(|(message, span)| {
            Diagnostic::error("conflicting-row", message, place)
                .here("not imported")
                .label(span, "imported from here")
        });
        same.into_iter().chain(other).collect()
    }
}
