//! `codegen lint`: findings only.

use super::fix::{self, Fix};
use super::inspect::inspect;
use super::settings::{self, Overrides};
use super::{Console, Failure, Status};
use crate::model::Sources;

/// What to look at.
#[derive(Clone, Debug, Default)]
pub struct Lint {
    /// What the command line says of spec and targets.
    pub overrides: Overrides,
    /// Whether warnings are findings enough for an exit status of 1.
    pub deny_warnings: bool,
    /// Whether to mend what takes no judgement, and what to do with the mended texts.
    pub fix: Option<Fix>,
}

/// Looks for what is wrong with a spec.
pub fn lint(
    request: &Lint,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    let findings = if let Some(fix) = request.fix {
        // The mended text is the data, or what would change.
        let mut left = fix::fix(&settings, fix, console, sources)?;
        console.findings(&mut left, sources)?;
        left
    } else {
        let mut found = inspect(&settings, sources)?.1;
        console.findings_as_data(&mut found, sources)?;
        found
    };
    let is_found = findings.iter().any(|f| f.is_error() || request.deny_warnings);
    if findings.is_empty() && request.fix.is_none() {
        console.note("nothing to report")?;
    }
    Ok(if is_found { Status::Findings } else { Status::Clean })
}
