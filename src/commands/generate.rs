//! `codegen generate`: load, lint, render, compare, write.

use super::inspect::inspect;
use super::settings::{self, Folder, Overrides, Settings};
use super::{Console, Failure, Status, paths};
use crate::model::{
    Artifact, Bundle, Catalog, Diagnostic, FileChange, FileState, Sources, header, words::count,
};
use crate::output;
use crate::render::Context;

/// A check shows so many lines of the difference of a file.
const LONGEST_DIFF: usize = 40;

/// What to generate, and what to do with it.
#[derive(Clone, Debug, Default)]
pub struct Generate {
    /// What the command line says of spec and targets.
    pub overrides: Overrides,
    /// What to do with what is generated.
    pub mode: Mode,
    /// Whether to print what differs.
    pub diff: bool,
    /// The command that writes, for the hint after a check.
    pub mend: String,
}

/// What to do with what is generated.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Mode {
    /// Write what differs.
    #[default]
    Write,
    /// Write nothing; files that differ are findings.
    Check,
    /// Write nothing; say what would be written.
    DryRun,
}

/// Generates.
pub fn generate(
    request: &Generate,
    console: Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    console.detail(&format!("spec: {}", paths::shown(&settings.spec)))?;
    let (catalog, mut findings) = inspect(&settings, sources)?;
    console.findings(&mut findings, sources)?;
    let Some(catalog) = catalog.filter(|_| !findings.iter().any(Diagnostic::is_error)) else {
        return Ok(Status::Findings);
    };
    let bundles = render(&settings, &catalog)?;
    let changes = output::compare(&bundles).map_err(Failure::Refused)?;
    report(request, &changes, &catalog, console)?;
    if request.mode == Mode::Write {
        output::write(&changes)?;
    }
    finish(request, &changes, console)
}

fn render(settings: &Settings, catalog: &Catalog) -> Result<Vec<Bundle>, Failure> {
    let context = Context::of(catalog);
    let header = header(&settings.header_path);
    let mut bundles = Vec::new();
    let mut findings = Vec::new();
    for chosen in &settings.targets {
        match chosen.target.render(catalog, &context, &header, &chosen.options) {
            Ok(artifacts) => {
                bundles.push(bundle(&chosen.target.name, &chosen.folder, true, artifacts));
            }
            Err(found) => findings.extend(found),
        }
    }
    // Without these the files of a target that is left out would pass for orphans of one that
    // shares its folder, or has it below its own.
    let others = settings.others.iter();
    bundles.extend(others.map(|(name, folder)| bundle(name, folder, false, Vec::new())));
    if findings.is_empty() { Ok(bundles) } else { Err(Failure::Invalid(findings)) }
}

fn bundle(target: &str, folder: &Folder, owns_folder: bool, artifacts: Vec<Artifact>) -> Bundle {
    Bundle {
        target: target.to_owned(),
        shown: paths::shown(&folder.path),
        folder: folder.path.clone(),
        within: folder.within.clone(),
        owns_folder,
        artifacts,
    }
}

fn report(
    request: &Generate,
    changes: &[FileChange],
    catalog: &Catalog,
    console: Console,
) -> Result<(), Failure> {
    console.detail(&format!("{} in the catalog", count(catalog.entries.len(), "code")))?;
    if request.mode != Mode::Write {
        for line in output::check_lines(changes) {
            console.data(&format!("{line}\n"))?;
        }
    }
    if request.diff {
        for change in changes.iter().filter(|c| c.state != FileState::Fresh) {
            let diff = output::diff(change);
            // A check tells what is wrong; whoever needs every line asks for the diff alone.
            let is_check = request.mode == Mode::Check;
            console.data(&if is_check { output::short(&diff, LONGEST_DIFF) } else { diff })?;
        }
    }
    Ok(())
}

fn finish(request: &Generate, changes: &[FileChange], console: Console) -> Result<Status, Failure> {
    let differing = changes.iter().filter(|c| c.state != FileState::Fresh).count();
    match request.mode {
        Mode::Check if differing > 0 => {
            let files = count(differing, "file");
            let verb = if differing == 1 { "is" } else { "are" };
            console.note(&format!("{files} {verb} not fresh; to mend, run: {}", request.mend))?;
            Ok(Status::Findings)
        }
        Mode::Check => {
            console.note(&format!("{} fresh", count(changes.len(), "file")))?;
            Ok(Status::Clean)
        }
        Mode::DryRun => {
            let files =
                if differing == 0 { "nothing".to_owned() } else { count(differing, "file") };
            console.note(&format!("{files} would change"))?;
            Ok(Status::Clean)
        }
        Mode::Write => {
            console.note(&output::summary_lines(changes).join("\n"))?;
            Ok(Status::Clean)
        }
    }
}
