//! Creates files that are the user's from then on, all of them or none. What stands there already
//! is never touched, however late it came.

use std::fs;
use std::path::Path;

use super::gate::Gate;
use super::litter::{Locks, Reach};
use super::write::write_where;
use super::write_error::{Cause, WriteError};
use crate::model::FileChange;

/// Creates missing files, and the folders that they need. If it fails, everything is as it was,
/// unless the error says so.
pub fn create(changes: &[FileChange]) -> Result<(), WriteError> {
    create_gated(changes, &mut |_, _, _| Ok(()))
}

/// [`create`], through a gate.
pub(super) fn create_gated(changes: &[FileChange], gate: Gate<'_>) -> Result<(), WriteError> {
    let folders = changes.iter().map(|change| change.path.parent().unwrap_or(Path::new("")));
    let locks = Locks::on(folders, Reach::Here);
    write_where(is_free, changes, locks, gate)
}

/// Whether nothing stands there, not even a link that leads nowhere.
fn is_free(change: &FileChange) -> Result<(), Cause> {
    if fs::symlink_metadata(&change.path).is_ok() { Err(Cause::Changed) } else { Ok(()) }
}
