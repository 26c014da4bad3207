//! `codegen generate`: load, lint, render, compare, write.

use super::inspect::inspect;
use super::settings::{self, Folder, Overrides, Settings};
use super::{Console, Failure, Status, parallel, paths, regions};
use crate::model::{
    Artifact, Bundle, Catalog, Diagnostic, FileState, Sources, header, words::count,
};
use crate::output::{self, Files};
use crate::render::Context;

pub use crate::model::Mode;

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

/// Generates.
pub fn generate(
    request: &Generate,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    console.detail(&format!("spec: {}", paths::shown(&settings.spec)))?;
    let (catalog, mut findings) = inspect(&settings, sources)?;
    console.findings(&mut findings, sources)?;
    let Some(catalog) = catalog.filter(|_| !findings.iter().any(Diagnostic::is_error)) else {
        return Ok(Status::Findings);
    };
    let context = Context::of(&catalog);
    let bundles = render(&settings, (&catalog, &context))?;
    // A run for some targets leaves alone what is for all.
    let is_whole = request.overrides.lang.is_empty();
    let documents = if is_whole {
        regions::fill(&settings, (&catalog, &context), sources)?
    } else {
        Vec::new()
    };
    let mut changes = output::compare(bundles).map_err(Failure::Refused)?;
    changes.extend(documents);
    console.detail(&format!("{} in the catalog", count(catalog.entries.len(), "code")))?;
    if request.mode == Mode::Write {
        output::write(&changes)?;
    }
    let Generate { mode, diff, mend, .. } = request.clone();
    finish(Files { changes, mode, diff, mend }, console)
}

/// What all targets give, each in a bundle.
pub(super) fn render(
    settings: &Settings,
    (catalog, context): (&Catalog, &Context),
) -> Result<Vec<Bundle>, Failure> {
    let header = header(&settings.header_path);
    let mut bundles = Vec::new();
    let mut findings = Vec::new();
    let rendered = parallel::each(&settings.targets, |chosen| {
        chosen.target.render(catalog, context, &header, &chosen.options)
    });
    for (chosen, rendered) in settings.targets.iter().zip(rendered) {
        match rendered {
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

/// Says what came of the files.
pub(super) fn finish(files: Files, console: &mut Console) -> Result<Status, Failure> {
    let (mode, mend) = (files.mode, files.mend.clone());
    let summary = output::summary_lines(&files.changes).join("\n");
    let all = files.changes.len();
    let differing = all - files.count(FileState::Fresh);
    console.files(files)?;
    match mode {
        Mode::Check if differing > 0 => {
            let files = count(differing, "file");
            let verb = if differing == 1 { "is" } else { "are" };
            console.note(&format!("{files} {verb} not fresh; to mend, run: {mend}"))?;
            Ok(Status::Findings)
        }
        Mode::Check => {
            console.note(&format!("{} fresh", count(all, "file")))?;
            Ok(Status::Clean)
        }
        Mode::DryRun => {
            let files =
                if differing == 0 { "nothing".to_owned() } else { count(differing, "file") };
            console.note(&format!("{files} would change"))?;
            Ok(Status::Clean)
        }
        Mode::Write => {
            console.note(&summary)?;
            Ok(Status::Clean)
        }
    }
}
