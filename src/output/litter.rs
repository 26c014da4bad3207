//! Removes temporary files that a run left behind which was killed. It spares those of a run that
//! is under way: each holds a lock on the folders that it writes to, which is no file and which
//! the system takes from it when it ends, in whatever way. Where folders can't be locked, as on
//! Windows, all are spared.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::disk::or_current;
use super::{foreign, temp};

/// So many folders are locked at most: each keeps a file open, of which some systems allow 256.
/// Those of the targets come first, and nobody looks below one that is locked.
const MOST: usize = 64;

/// How often to ask for a lock that somebody else has alone, and how long to wait in between. They
/// clean, which doesn't take long; or they are no run of ours, and would keep us waiting for ever.
const TRIES: u32 = 250;
const PAUSE: Duration = Duration::from_millis(20);

/// The locks of a run.
#[derive(Debug, Default)]
pub(super) struct Locks {
    folders: BTreeSet<PathBuf>,
    held: Vec<Lock>,
}

/// How far below a folder a run may leave something.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reach {
    /// Next to what is in it.
    Here,
    /// Anywhere.
    Below,
}

impl Locks {
    /// Cleans folders, but for what another run has locked, and locks them for as long as the
    /// locks are kept. What can't be cleaned or locked is left: it is no reason to fail.
    pub(super) fn on<'p>(folders: impl Iterator<Item = &'p Path>, reach: Reach) -> Self {
        let mut locks = Self::default();
        for folder in clean(folders, reach) {
            locks.hold(folder);
        }
        locks
    }

    /// Locks one more folder, before anything is written there.
    pub(super) fn add(&mut self, folder: &Path) {
        if let Ok(folder) = fs::canonicalize(or_current(folder)) {
            self.hold(folder);
        }
    }

    fn hold(&mut self, folder: PathBuf) {
        if self.held.len() < MOST && !self.folders.contains(&folder) {
            self.held.extend(Lock::share(&folder, TRIES));
            self.folders.insert(folder);
        }
    }
}

/// Cleans folders, but for what a run has locked; gives where they are.
pub(super) fn clean<'p>(
    folders: impl Iterator<Item = &'p Path>,
    reach: Reach,
) -> BTreeSet<PathBuf> {
    // Most files of a run share their folder, and to ask the system takes time.
    let folders: BTreeSet<&Path> = folders.map(or_current).collect();
    let real = folders.into_iter().filter_map(|folder| fs::canonicalize(folder).ok());
    let folders: BTreeSet<PathBuf> = real.collect();
    for folder in &folders {
        Cleaning { folder, others: &folders, reach }.clean(folder);
    }
    folders
}

/// A folder that is locked.
#[derive(Debug)]
struct Lock(File);

impl Lock {
    /// Takes a lock that nobody else has a share in.
    fn alone(folder: &Path) -> Option<Self> {
        let file = File::open(folder).ok()?;
        file.try_lock().ok().map(|()| Self(file))
    }

    /// Takes a share in a lock, which keeps others from having it alone.
    fn share(folder: &Path, tries: u32) -> Option<Self> {
        let file = File::open(folder).ok()?;
        for _ in 0..tries {
            match file.try_lock_shared() {
                Ok(()) => return Some(Self(file)),
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                Err(TryLockError::Error(_)) => return None,
            }
        }
        None
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // To close the file would do, if no process that was started meanwhile had it open too.
        let _ = self.0.unlock();
    }
}

struct Cleaning<'c> {
    folder: &'c Path,
    /// What is cleaned for itself.
    others: &'c BTreeSet<PathBuf>,
    reach: Reach,
}

impl Cleaning<'_> {
    /// Cleans a folder and what is below it, with a lock on each that keeps everybody else out.
    fn clean(&self, here: &Path) {
        let Some(_lock) = Lock::alone(here) else { return };
        let entries = fs::read_dir(here).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = entries.unwrap_or_default();
        if here != self.folder && foreign::is_marked(&entries) {
            return;
        }
        let mut is_cleaned = false;
        for entry in entries {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_file() && temp::is_litter(&path) => {
                    is_cleaned |= fs::remove_file(path).is_ok();
                }
                Ok(kind) if kind.is_dir() && self.is_searched(&path) => self.clean(&path),
                _ => {}
            }
        }
        if is_cleaned {
            remove_empty(here, self.folder);
        }
    }

    fn is_searched(&self, folder: &Path) -> bool {
        let name = folder.file_name().unwrap_or_default();
        self.reach == Reach::Below && !foreign::is_named(name) && !self.others.contains(folder)
    }
}

/// Removes a folder and those above it, up to one that stays or that is not empty.
pub(super) fn remove_empty(folder: &Path, stays: &Path) {
    for folder in folder.ancestors().take_while(|folder| is_below(folder, stays)) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}

fn is_below(path: &Path, folder: &Path) -> bool {
    path.strip_prefix(folder).is_ok_and(|rest| !rest.as_os_str().is_empty())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_somebody_keeps_is_not_waited_for_without_end() {
        let dir = tempfile::tempdir().unwrap();
        let other = Lock::alone(dir.path()).unwrap();
        assert!(Lock::share(dir.path(), 2).is_none());
        drop(other);
        assert!(Lock::share(dir.path(), 2).is_some());
    }
}
