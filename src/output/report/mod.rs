//! Findings as people and machines read them. Each format is a pure function of the same sorted
//! findings.

mod annotations;
mod excerpt;
mod explained;
mod files;
mod github;
mod gitlab;
mod human;
mod json;
mod place;
mod sarif;
mod step_summary;

#[cfg(test)]
mod tests;

use crate::model::{Diagnostic, Replacement, Severity, Sources};

pub use explained::Explained;
pub use files::Files;
pub use github::github;
pub use gitlab::gitlab;
pub use human::human;
pub use json::json;
pub use sarif::{RuleText, sarif};
pub use step_summary::step_summary;

/// What findings look like.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Format {
    /// For people, in a terminal: an excerpt of the source with each.
    #[default]
    Human,
    /// One JSON document, described by `schemas/findings.schema.json`.
    Json,
    /// Workflow commands, which GitHub shows as annotations.
    Github,
    /// A code quality report, which GitLab shows in a merge request.
    Gitlab,
    /// SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>).
    Sarif,
}

/// All that a run has to say, for the formats that say it at once.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// The exit status.
    pub status: u8,
    /// Why the run could not do its work, where it could not.
    pub error: Option<&'a str>,
    /// What was found, in order.
    pub findings: &'a [Diagnostic],
    /// What the findings point into.
    pub sources: &'a Sources,
    /// What mends each finding; nothing where that takes judgement.
    pub replacements: &'a [Vec<Replacement>],
    /// The generated files, where the run came to look at them.
    pub files: Option<&'a Files>,
    /// The data of commands whose data are not findings.
    pub output: &'a str,
    /// The entries that the command explains.
    pub entries: &'a [Explained],
    /// The working folder, from the root of the repository and with `/`; empty where they are
    /// the same or the root is not known.
    pub folder: &'a str,
}

/// Puts findings in order and drops those that are said twice.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    findings.dedup();
}

impl Run<'_> {
    /// What mends a finding, by its place among them.
    fn replacements_of(&self, finding: usize) -> &[Replacement] {
        self.replacements.get(finding).map_or(&[], Vec::as_slice)
    }

    /// How many findings there are of a level.
    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The files that are findings: those that a check found not to be fresh.
    fn stale(&self) -> Vec<files::Stale<'_>> {
        self.files.map(Files::stale).unwrap_or_default()
    }
}
