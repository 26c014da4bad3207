//! Load and lint: what every command does before it makes anything of a spec.

use super::desk::Desk;
use super::files::Files;
use super::settings::Settings;
use super::{Failure, load};
use crate::lint;
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
    let (catalog, mut findings) = read_on(desk, settings, sources)?;
    if let Some(catalog) = &catalog {
        for chosen in &settings.targets {
            chosen.target.check(catalog, &chosen.options, &mut findings);
        }
    }
    Ok((catalog, findings))
}

/// Reads the spec and looks for what is wrong with it for its own sake.
pub(super) fn read(
    settings: &Settings,
    sources: &mut Sources,
) -> Result<(Option<Catalog>, Vec<Diagnostic>), Failure> {
    read_on(&mut Desk::default(), settings, sources)
}

fn read_on(
    desk: &mut Desk,
    settings: &Settings,
    sources: &mut Sources,
) -> Result<(Option<Catalog>, Vec<Diagnostic>), Failure> {
    let mut findings = Vec::new();
    let catalog = load::spec(Files::Disk, desk, &settings.spec, sources, &mut findings)?;
    if let Some(catalog) = &catalog {
        lint::lint(catalog, &settings.levels, &mut findings);
    }
    yaml::show_anchors(&mut findings, sources);
    Ok((catalog, findings))
}
