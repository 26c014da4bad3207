//! `codegen update`: fills the marked regions of documents that the user wrote.

use std::path::Path;

use super::settings::{self, Overrides};
use super::{Console, Failure, Status, files, generate, inspect, regions};
use crate::model::{FileChange, Mode, Sources};
use crate::output::{self, Files};
use crate::render::Context;

/// Which documents to fill, and what to do with them.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// What the command line says of spec, targets and documents.
    pub overrides: Overrides,
    /// What to do with the filled documents.
    pub mode: Mode,
    /// Whether to print what differs.
    pub diff: bool,
    /// The command that writes, for the hint after a check.
    pub mend: String,
}

/// Fills regions.
pub fn update(
    request: &Update,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    if settings.documents.is_empty() {
        return Err(Failure::NoDocuments);
    }
    let Some(catalog) = inspect::sound(&settings, console, sources)? else {
        return Ok(Status::Findings);
    };
    let context = Context::of(&catalog);
    let changes = regions::fill(&settings, (&catalog, &context), sources)?;
    let Update { mode, diff, mend, .. } = request.clone();
    if mode == Mode::Write {
        let is_stdin = |change: &FileChange| change.path == Path::new(files::STDIN);
        let (data, written): (Vec<FileChange>, Vec<FileChange>) =
            changes.iter().cloned().partition(is_stdin);
        output::write(&written)?;
        for change in data {
            console.data(&change.new)?;
        }
        return generate::finish(Files { changes: written, mode, diff, mend }, console);
    }
    generate::finish(Files { changes, mode, diff, mend }, console)
}
