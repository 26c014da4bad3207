//! Replaces files that a user wrote, all of them or none. What stands there is theirs: it is
//! replaced only where it still is what was read, links are followed and stay, and what is
//! protected against writing is left alone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::gate::Gate;
use super::litter::{Locks, Reach};
use super::write::write_where;
use super::write_error::{Cause, Step, WriteError};
use crate::model::{FileChange, FileState};

/// Replaces files by their new texts. If it fails, everything is as it was, unless the error says
/// so. Also removes what a run that was killed left next to these files and to `others`, which it
/// may have replaced as well: perhaps it came so far that only this is left to do.
pub fn replace(changes: &[FileChange], others: &[&Path]) -> Result<(), WriteError> {
    replace_gated(changes, others, &mut |_, _, _| Ok(()))
}

/// [`replace`], through a gate.
pub(super) fn replace_gated(
    changes: &[FileChange],
    others: &[&Path],
    gate: Gate<'_>,
) -> Result<(), WriteError> {
    let stale = changes.iter().map(|change| {
        let change = real(change)?;
        Ok(FileChange { state: FileState::Stale, ..change })
    });
    let real: Vec<FileChange> = stale.collect::<Result<_, WriteError>>()?;
    let others = others.iter().filter_map(|path| fs::canonicalize(path).ok());
    let files: Vec<PathBuf> = real.iter().map(|change| change.path.clone()).chain(others).collect();
    let locks = Locks::on(files.iter().filter_map(|path| path.parent()), Reach::Here);
    write_where(is_unchanged, &real, locks, gate)
}

/// The same change where the file is, once links are followed.
pub(super) fn real(change: &FileChange) -> Result<FileChange, WriteError> {
    let path = real_path(change).map_err(|cause| {
        let (step, shown) = (Step::Replace, change.shown.clone());
        WriteError { step, shown, cause, doubts: Vec::new() }
    })?;
    Ok(FileChange { path, ..change.clone() })
}

/// Where the file is, once links are followed.
fn real_path(change: &FileChange) -> Result<PathBuf, Cause> {
    let meta = fs::metadata(&change.path).map_err(Cause::Io)?;
    if !meta.is_file() {
        return Err(Cause::Special);
    }
    if meta.permissions().readonly() {
        return Err(Cause::Io(io::ErrorKind::PermissionDenied.into()));
    }
    fs::canonicalize(&change.path).map_err(Cause::Io)
}

/// Whether the file still is what was read.
pub(super) fn is_unchanged(change: &FileChange) -> Result<(), Cause> {
    let is_link = fs::symlink_metadata(&change.path).map_err(Cause::Io)?.is_symlink();
    let bytes = fs::read(&change.path).map_err(Cause::Io)?;
    if bytes == change.old && !is_link { Ok(()) } else { Err(Cause::Changed) }
}
