//! Puts the files of a spec back once they are changed: those on disk, and what came from standard
//! input to standard output. Knows nothing of what changed them.

use std::path::Path;

use super::desk::Desk;
use super::{Console, Failure, files};
use crate::model::Sources;
use crate::output;

/// Saves what is on the desk, all of it or nothing; gives how many files differ from what was read.
pub(super) fn save(
    desk: &Desk,
    console: &mut Console,
    sources: &Sources,
) -> Result<usize, Failure> {
    let stdin = Path::new(files::STDIN);
    let mut changes = desk.changes(sources);
    let count = changes.len();
    changes.retain(|change| change.path != stdin);
    let read: Vec<&Path> = desk.paths().filter(|path| *path != stdin).collect();
    output::replace(&changes, &read)?;
    if let Some(stdin) = desk.find(stdin) {
        console.data(&sources.get(stdin).text)?;
    }
    Ok(count)
}
