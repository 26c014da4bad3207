//! Writes what [`compare`](super::compare) found to differ: all of it or nothing. The new texts
//! are first staged next to their places, with a second name for each file to be replaced; then
//! come only renames, each of which can be taken back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::disk::{Root, slashed};
use super::gate::{Act, Acts, Gate};
use super::litter::{self, Locks, Reach};
use super::replace::{is_unchanged, real};
use super::temp;
use super::undo::Undo;
use super::write_error::{Cause, Step, WriteError};
use crate::model::{FileChange, FileState};

/// Writes missing and stale files, and removes orphaned ones with the folders they leave empty.
/// Fresh files aren't touched. Files that are there and belong to no target are the user's, and are
/// treated as [`replace`](super::replace()) does. If it fails, everything is as it was, unless the
/// error says so.
pub fn write(changes: &[FileChange]) -> Result<(), WriteError> {
    write_through(changes, &mut |_, _, _| Ok(()))
}

/// [`write`], through a gate.
pub(super) fn write_through(changes: &[FileChange], gate: Gate<'_>) -> Result<(), WriteError> {
    let beside =
        changes.iter().filter(|c| is_users(c)).filter_map(|c| fs::canonicalize(&c.path).ok());
    let beside: Vec<PathBuf> = beside.collect();
    litter::clean(beside.iter().filter_map(|path| path.parent()), Reach::Here);
    let targets = changes.iter().filter(|change| !is_users(change));
    let locks = Locks::on(targets.map(|c| c.folder.as_path()), Reach::Below);
    let is_moved = |change: &FileChange| is_users(change) && change.state == FileState::Stale;
    if !changes.iter().any(is_moved) {
        return write_where(recheck, changes, locks, gate);
    }
    let place = |c: &FileChange| if is_moved(c) { real(c) } else { Ok(c.clone()) };
    let placed = changes.iter().map(place).collect::<Result<Vec<_>, WriteError>>()?;
    write_where(recheck, &placed, locks, gate)
}

/// Whether a file is one that the user wrote.
fn is_users(change: &FileChange) -> bool {
    change.target.is_empty() && change.state != FileState::Missing
}

/// Whether a file may still be written: it is what it was when it was read.
pub(super) type Recheck = fn(&FileChange) -> Result<(), Cause>;

/// [`write_through`], where something else decides whether a file may still be written.
pub(super) fn write_where(
    recheck: Recheck,
    changes: &[FileChange],
    locks: Locks,
    gate: Gate<'_>,
) -> Result<(), WriteError> {
    let mut undo = Undo::default();
    let mut run = Run { gate: &mut *gate, recheck, locks, undo: &mut undo };
    match run.all(changes) {
        Ok(()) => {
            remove_empty_folders(changes);
            Ok(())
        }
        Err(Failure { step, shown, cause }) => {
            let doubts = undo.roll_back(gate);
            Err(WriteError { step, shown, cause, doubts })
        }
    }
}

struct Run<'r, 'g, 'a> {
    gate: Gate<'g>,
    recheck: Recheck,
    locks: Locks,
    undo: &'r mut Undo<'a>,
}

struct Staged<'a> {
    change: &'a FileChange,
    text: TempPath,
    old: Option<TempPath>,
}

struct Failure {
    step: Step,
    shown: String,
    cause: Cause,
}

impl<'a> Run<'_, '_, 'a> {
    fn all(&mut self, changes: &'a [FileChange]) -> Result<(), Failure> {
        let is = |state| move |change: &&FileChange| change.state == state;
        let mut staged = Vec::new();
        for change in changes {
            if matches!(change.state, FileState::Missing | FileState::Stale) {
                staged.push(self.stage(change)?);
            }
        }
        for staged in staged {
            self.replace(staged)?;
        }
        for change in changes.iter().filter(is(FileState::Orphaned)) {
            self.remove(change)?;
        }
        let gate = &mut *self.gate;
        self.undo.discard(|change, kept| {
            gate(Some(Step::Discard), Act::Remove, &change.path)
                .and_then(|()| fs::remove_file(kept))
                .map_err(|error| failure(Step::Discard, change, Cause::Io(error)))
        })
    }

    fn stage(&mut self, change: &'a FileChange) -> Result<Staged<'a>, Failure> {
        (self.recheck)(change).map_err(|cause| failure(Step::Stage, change, cause))?;
        let folder = change.path.parent().unwrap_or(Path::new(""));
        self.create_folders(folder)?;
        self.locks.add(folder);
        let text =
            self.step(Step::Stage, change, |c, acts| temp::stage(&c.path, c.new.as_bytes(), acts))?;
        let old = if change.state == FileState::Stale {
            Some(self.step(Step::BackUp, change, |c, acts| temp::back_up(&c.path, &c.old, acts))?)
        } else {
            None
        };
        Ok(Staged { change, text, old })
    }

    fn create_folders(&mut self, folder: &Path) -> Result<(), Failure> {
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.is_dir();
        let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
        for folder in missing.into_iter().rev() {
            let created = (self.gate)(Some(Step::CreateFolder), Act::CreateFolder, folder);
            match created.and_then(|()| fs::create_dir(folder)) {
                Ok(()) => self.undo.created_folder(folder.to_owned()),
                // Another program was faster, or the path has a `..` in it.
                Err(_) if folder.is_dir() => {}
                Err(error) => {
                    let (step, shown) = (Step::CreateFolder, slashed(folder));
                    return Err(Failure { step, shown, cause: Cause::Io(error) });
                }
            }
        }
        Ok(())
    }

    fn replace(&mut self, staged: Staged<'a>) -> Result<(), Failure> {
        let Staged { change, text, old } = staged;
        self.step(Step::Replace, change, |_, acts| acts(Act::Rename))?;
        (self.recheck)(change).map_err(|cause| failure(Step::Replace, change, cause))?;
        let result = match old {
            None => temp::put_new(text, &change.path).map(|()| self.undo.created(change)),
            Some(old) => text.persist(&change.path).map(|()| self.undo.replaced(change, old)),
        };
        result.map_err(|failed| failure(Step::Replace, change, Cause::Io(failed.error)))
    }

    fn remove(&mut self, change: &'a FileChange) -> Result<(), Failure> {
        let fail = |cause| failure(Step::Remove, change, cause);
        (self.recheck)(change).map_err(fail)?;
        self.locks.add(change.path.parent().unwrap_or(Path::new("")));
        let aside = self.step(Step::Remove, change, |c, acts| temp::set_aside(&c.path, acts))?;
        // What was moved is looked at once more: it may not be what was there a moment ago.
        let bytes = fs::read(&aside);
        self.undo.removed(change, aside);
        match bytes {
            Ok(bytes) if bytes == change.old => Ok(()),
            Ok(_) => Err(fail(Cause::Changed)),
            Err(error) => Err(fail(Cause::Io(error))),
        }
    }

    fn step<T>(
        &mut self,
        step: Step,
        change: &FileChange,
        work: impl FnOnce(&FileChange, Acts<'_>) -> io::Result<T>,
    ) -> Result<T, Failure> {
        let (gate, path) = (&mut *self.gate, &change.path);
        work(change, &mut |act| gate(Some(step), act, path))
            .map_err(|error| failure(step, change, Cause::Io(error)))
    }
}

/// Whether the file still is what was compared, and still below its folder.
fn recheck(change: &FileChange) -> Result<(), Cause> {
    if is_users(change) {
        return is_unchanged(change);
    }
    let path = change.path.strip_prefix(&change.folder).map_err(|_| Cause::Changed)?;
    let shown = change.shown.strip_suffix(&slashed(path)).unwrap_or_default();
    let shown = if shown.is_empty() { "." } else { shown };
    let root = Root::open(&change.folder, shown).map_err(Cause::Blocked)?;
    let place = root.place(path).map_err(Cause::Blocked)?;
    let found = root.read(&place, path).map_err(Cause::Blocked)?;
    let is_same = match (change.state, found) {
        (FileState::Missing, found) => found.is_none(),
        (_, found) => found.is_some_and(|found| found.bytes == change.old),
    };
    if is_same { Ok(()) } else { Err(Cause::Changed) }
}

/// Not being able to is no failure: git doesn't know folders, and neither does `compare`.
fn remove_empty_folders(changes: &[FileChange]) {
    for change in changes.iter().filter(|change| change.state == FileState::Orphaned) {
        let folder = change.path.parent().unwrap_or(Path::new(""));
        litter::remove_empty(folder, &change.folder);
    }
}

fn failure(step: Step, change: &FileChange, cause: Cause) -> Failure {
    Failure { step, shown: change.shown.clone(), cause }
}
