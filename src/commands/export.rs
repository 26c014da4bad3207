//! `codegen export`: the catalog as a table.

use super::settings::{self, Overrides};
use super::{Console, Failure, Status, inspect};
use crate::import;
use crate::model::Sources;

pub use crate::import::Shape;

/// What to export, and how.
#[derive(Clone, Debug, Default)]
pub struct Export {
    /// What the command line says of spec and targets.
    pub overrides: Overrides,
    /// What the table is written in.
    pub shape: Shape,
    /// Whether it begins with a byte order mark.
    pub bom: bool,
}

/// Prints the table.
pub fn export(
    request: &Export,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    let Some(catalog) = inspect::sound(&settings, console, sources)? else {
        return Ok(Status::Findings);
    };
    let mark = if request.bom { "\u{feff}" } else { "" };
    console.data(&format!("{mark}{}", import::export(&catalog, request.shape)))?;
    Ok(Status::Clean)
}
