//! `codegen lint`: findings only.

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
}

/// Looks for what is wrong with a spec.
pub fn lint(
    request: &Lint,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    let (_, mut findings) = inspect(&settings, sources)?;
    console.findings_as_data(&mut findings, sources)?;
    let is_found = findings.iter().any(|f| f.is_error() || request.deny_warnings);
    if findings.is_empty() {
        console.note("nothing to report")?;
    }
    Ok(if is_found { Status::Findings } else { Status::Clean })
}
