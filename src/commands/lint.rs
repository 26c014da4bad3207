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
pub fn lint(request: &Lint, console: Console, sources: &mut Sources) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    let mut findings = match request.fix {
        Some(fix) => fix::fix(&settings, fix, console, sources)?,
        None => inspect(&settings, sources)?.1,
    };
    console.findings(&mut findings, sources)?;
    let is_found = findings.iter().any(|f| f.is_error() || request.deny_warnings);
    if findings.is_empty() && request.fix.is_none() {
        console.note("nothing to report")?;
    }
    Ok(if is_found { Status::Findings } else { Status::Clean })
}
