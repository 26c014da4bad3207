//! What a run has done to the disk so far, and how to take it back. It decides nothing: it is
//! told what was done and whether to forget it or to undo it.

use std::fs;
use std::io;
use std::path::PathBuf;

use tempfile::TempPath;

use super::disk::slashed;
use super::gate::{Act, Acts, Gate};
use super::temp;
use super::write_error::Doubt;
use crate::model::FileChange;

/// Everything done so far, in order.
#[derive(Default)]
pub(super) struct Undo<'a> {
    folders: Vec<PathBuf>,
    files: Vec<Done<'a>>,
}

struct Done<'a> {
    change: &'a FileChange,
    old: Old,
}

enum Old {
    /// There was no file.
    Nothing,
    /// The file was replaced, and is kept here.
    Replaced(Option<TempPath>),
    /// The file was removed, and is kept here.
    Removed(Option<TempPath>),
}

impl<'a> Undo<'a> {
    /// A folder was created.
    pub(super) fn created_folder(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    /// A file was created.
    pub(super) fn created(&mut self, change: &'a FileChange) {
        self.files.push(Done { change, old: Old::Nothing });
    }

    /// A file was replaced.
    pub(super) fn replaced(&mut self, change: &'a FileChange, kept: TempPath) {
        self.files.push(Done { change, old: Old::Replaced(Some(kept)) });
    }

    /// A file was removed.
    pub(super) fn removed(&mut self, change: &'a FileChange, kept: TempPath) {
        self.files.push(Done { change, old: Old::Removed(Some(kept)) });
    }

    /// Gives up what was kept, one file after the other. `give_up` may fail, and then the rest is
    /// still there to be put back.
    pub(super) fn discard<E>(
        &mut self,
        mut give_up: impl FnMut(&'a FileChange, &TempPath) -> Result<(), E>,
    ) -> Result<(), E> {
        for Done { change, old } in &mut self.files {
            if let Old::Replaced(kept) | Old::Removed(kept) = old
                && let Some(temp) = kept
            {
                give_up(change, temp)?;
                *kept = None;
            }
        }
        Ok(())
    }

    /// Puts everything back, the last first; gives what couldn't be.
    pub(super) fn roll_back(self, gate: Gate<'_>) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        for done in self.files.into_iter().rev() {
            let path = &done.change.path;
            doubts.extend(done.put_back(&mut |act| gate(None, act, path)).err());
        }
        for folder in self.folders.iter().rev() {
            match gate(None, Act::RemoveFolder, folder).and_then(|()| fs::remove_dir(folder)) {
                Ok(()) => {}
                // Somebody else has put something there, or has removed it.
                Err(error) if is_elsewhere(&error) => {}
                Err(error) => doubts.push(Doubt { shown: slashed(folder), error, kept: None }),
            }
        }
        doubts
    }
}

impl Done<'_> {
    fn put_back(self, acts: Acts<'_>) -> Result<(), Doubt> {
        let FileChange { path, shown, old: bytes, .. } = self.change;
        let doubt = |error, kept| Doubt { shown: shown.clone(), error, kept };
        let (temp, is_replaced) = match self.old {
            Old::Nothing => {
                let removed = acts(Act::Remove).and_then(|()| fs::remove_file(path));
                return removed.map_err(|error| doubt(error, None));
            }
            Old::Replaced(temp) => (temp, true),
            Old::Removed(temp) => (temp, false),
        };
        let temp = match temp {
            Some(temp) => temp,
            // Given up already, but its bytes are known.
            None => temp::stage(path, bytes, acts).map_err(|error| doubt(error, None))?,
        };
        if let Err(error) = acts(Act::Rename) {
            return Err(doubt(error, temp::keep(temp)));
        }
        let result = if is_replaced { temp.persist(path) } else { temp::put_new(temp, path) };
        result.map_err(|failed| doubt(failed.error, temp::keep(failed.path)))
    }
}

fn is_elsewhere(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotFound)
}
