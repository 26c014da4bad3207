//! Findings as people and machines read them. Each format is a pure function of the same sorted
//! findings.

mod human;

use crate::model::{Diagnostic, Sources};

/// What findings look like.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Format {
    /// For people, in a terminal: an excerpt of the source with each.
    #[default]
    Human,
}

/// Puts findings in order and drops those that are said twice.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    findings.dedup();
}

/// The findings in a format, with escape sequences for colour where it has them. They are in
/// order.
#[must_use]
pub fn report(format: Format, findings: &[&Diagnostic], sources: &Sources) -> String {
    match format {
        Format::Human => human::human(findings, sources),
    }
}
