//! `codegen breaking` and `codegen changelog`: what changed since a baseline, and what it means.

use super::settings::{self, Overrides};
use super::{Console, Failure, Status, baseline, inspect};
use crate::compat::{self, Bump, Change, Verdict};
use crate::model::words::count;
use crate::model::{Diagnostic, Sources};

/// What to compare.
#[derive(Clone, Debug, Default)]
pub struct Breaking {
    /// What the command line says of spec and targets.
    pub overrides: Overrides,
    /// The baseline: `git:COMMIT`, `git:COMMIT:PATH`, a file or a folder.
    pub against: String,
}

/// Says which changes break those who use the codes.
pub fn breaking(
    request: &Breaking,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let Some(changes) = changes(request, console, sources)? else { return Ok(Status::Findings) };
    let mut findings: Vec<Diagnostic> = changes.iter().map(|c| c.finding.clone()).collect();
    console.findings_as_data(&mut findings, sources)?;
    console.data(&format!("{}\n", verdict(&changes)))?;
    let is_breaking = changes.iter().any(|change| change.verdict == Verdict::Breaking);
    Ok(if is_breaking { Status::Findings } else { Status::Clean })
}

/// Prints the changes as Markdown.
pub fn changelog(
    request: &Breaking,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let Some(changes) = changes(request, console, sources)? else { return Ok(Status::Findings) };
    console.data(&compat::changelog(&changes))?;
    Ok(Status::Clean)
}

/// The changes since the baseline; `None` where the spec is wrong, which has been said.
fn changes(
    request: &Breaking,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Option<Vec<Change>>, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    let old = baseline::load(&request.against, &settings.spec, sources)?;
    let new = inspect::sound(&settings, console, sources)?;
    Ok(new.map(|new| compat::compare(&old, &new, &settings.verdicts)))
}

/// What was found, and what the next version should be.
fn verdict(changes: &[Change]) -> String {
    let counted = |verdict: Verdict| {
        let n = changes.iter().filter(|change| change.verdict == verdict).count();
        (n > 0).then(|| count(n, &format!("{} change", verdict.name())))
    };
    let counts: Vec<String> =
        Verdict::ALL.iter().filter_map(|(_, verdict)| counted(*verdict)).collect();
    match Bump::of(changes) {
        Bump::None => "no changes".to_owned(),
        bump => format!("{}; next version: {}", counts.join(", "), bump.name()),
    }
}
