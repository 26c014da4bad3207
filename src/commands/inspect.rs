//! Load and lint: what every command does before it makes anything of a spec.

use std::path::Path;

use super::desk::Desk;
use super::files::Files;
use super::settings::{Chosen, Settings};
use super::{Console, Failure, load, parallel};
use crate::lint::{self, Level};
use crate::model::{Catalog, Diagnostic, Sources};
use crate::spec::yaml;

/// Reads the spec and looks for all that is wrong with it, for its own sake and for the targets
/// of the run. The catalog is there as far as it could be read; with an error among the findings
/// it must not be rendered.
pub(super) fn inspect(
    settings: &Settings,
    sources: &mut Sources,
) -> Result<(Option<Catalog>, Vec<Diagnostic>), Failure> {
    inspect_on(&mut Desk::default(), settings, sources)
}

/// The same for a spec whose files may be on the desk already.
pub(super) fn inspect_on(
    desk: &mut Desk,
    settings: &Settings,
    sources: &mut Sources,
) -> Result<(Option<Catalog>, Vec<Diagnostic>), Failure> {
    let (catalog, mut findings) = read_on(desk, &settings.spec, &settings.levels, sources)?;
    if let Some(catalog) = &catalog {
        let check = |chosen: &Chosen| {
            let mut findings = Vec::new();
            chosen.target.check(catalog, &chosen.options, &mut findings);
            findings
        };
        findings.extend(parallel::each(&settings.targets, check).into_iter().flatten());
    }
    Ok((catalog, findings))
}

/// The catalog, if nothing is wrong with it; what is wrong is told. Advice is left to `lint`.
pub(super) fn sound(
    settings: &Settings,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Option<Catalog>, Failure> {
    let mut desk = Desk::default();
    let (catalog, mut wrong) = sound_on(&mut desk, &settings.spec, &settings.levels, sources)?;
    console.findings(&mut wrong, sources)?;
    Ok(catalog)
}

/// The catalog of a spec whose files may be on the desk already, if nothing is wrong with it; and
/// what is.
pub(super) fn sound_on(
    desk: &mut Desk,
    spec: &Path,
    levels: &[(String, Level)],
    sources: &mut Sources,
) -> Result<(Option<Catalog>, Vec<Diagnostic>), Failure> {
    let (catalog, mut findings) = read_on(desk, spec, levels, sources)?;
    findings.retain(Diagnostic::is_error);
    Ok((catalog.filter(|_| findings.is_empty()), findings))
}

/// Reads the spec and looks for what is wrong with it for its own sake.
fn read_on(
    desk: &mut Desk,
    spec: &Path,
    levels: &[(String, Level)],
    sources: &mut Sources,
) -> Result<(Option<Catalog>, Vec<Diagnostic>), Failure> {
    let mut findings = Vec::new();
    let catalog = load::spec(Files::Disk, desk, spec, sources, &mut findings)?;
    if let Some(catalog) = &catalog {
        lint::lint(catalog, levels, &mut findings);
    }
    yaml::show_anchors(&mut findings, sources);
    Ok((catalog, findings))
}
