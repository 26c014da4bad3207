//! Looks at the disk below a target's folder without being led out of it. It never writes.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::path::join_shown;
use super::refusal::Obstacle;
use crate::model::{is_ours, visible_name};

/// The folder of a target. It is the user's choice, so it may be a symbolic link or lie behind
/// one; what is below it may not lead out.
pub(super) struct Root {
    /// The folder as it was given.
    pub(super) folder: PathBuf,
    /// The folder without symbolic links, whether or not it exists.
    pub(super) real: PathBuf,
    /// How it is shown to the user.
    pub(super) shown: String,
}

/// A generated file on disk.
pub(super) struct Found {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Tells it from any other file, whatever name it is reached by.
    pub(super) id: Id,
}

/// What tells files apart: on Unix two numbers, elsewhere the path with case folded.
#[cfg(unix)]
pub(super) type Id = (u64, u64);
#[cfg(not(unix))]
pub(super) type Id = String;

impl Root {
    /// Finds the folder, or the nearest one above that exists.
    pub(super) fn open(folder: &Path, shown: &str) -> Result<Self, Obstacle> {
        for existing in folder.ancestors() {
            let here = or_current(existing);
            let name = || if existing == folder { shown.to_owned() } else { slashed(here) };
            match fs::canonicalize(here) {
                Ok(real) if real.is_dir() => {
                    let rest = folder.strip_prefix(existing).unwrap_or(Path::new(""));
                    let real = descend(real, rest);
                    return Ok(Self { folder: folder.to_owned(), real, shown: shown.to_owned() });
                }
                Ok(_) => return Err(Obstacle::File(name())),
                Err(error) if is_absent(&error) => {
                    if fs::symlink_metadata(here).is_ok() {
                        return Err(Obstacle::Dangling(name()));
                    }
                }
                Err(error) => return Err(Obstacle::Unreadable(name(), error)),
            }
        }
        let error = io::Error::from(io::ErrorKind::NotFound);
        Err(Obstacle::Unreadable(shown.to_owned(), error))
    }

    /// How a path below the folder is shown.
    pub(super) fn show(&self, path: &Path) -> String {
        join_shown(&self.shown, &slashed(path))
    }

    /// Where a file below the folder is, or would be, without symbolic links. Refuses a path that
    /// leads out or that something else blocks.
    pub(super) fn place(&self, path: &Path) -> Result<PathBuf, Obstacle> {
        let mut real = self.real.clone();
        let mut seen = PathBuf::new();
        let mut names = path.components().peekable();
        while let Some(name) = names.next() {
            seen.push(name);
            real.push(name);
            let Some(meta) = self.look(&real, &seen)? else {
                real.extend(names);
                return Ok(real);
            };
            let is_last = names.peek().is_none();
            match (meta.file_type(), is_last) {
                (kind, true) if kind.is_file() => {}
                (kind, true) if kind.is_dir() => return Err(Obstacle::Folder(self.show(&seen))),
                (kind, true) if kind.is_symlink() => return Err(Obstacle::Link(self.show(&seen))),
                (_, true) => return Err(Obstacle::Special(self.show(&seen))),
                (kind, false) if kind.is_dir() => {}
                (kind, false) if kind.is_symlink() => real = self.follow(&real, &seen)?,
                (_, false) => return Err(Obstacle::File(self.show(&seen))),
            }
        }
        Ok(real)
    }

    /// Reads the file at a place that [`Self::place`] gave; nothing if there is none.
    pub(super) fn read(&self, place: &Path, path: &Path) -> Result<Option<Found>, Obstacle> {
        match read_ours(place) {
            Ok(Some(found)) => Ok(Some(found)),
            Ok(None) => Err(Obstacle::Foreign(self.show(path))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Obstacle::Unreadable(self.show(path), error)),
        }
    }

    fn look(&self, real: &Path, seen: &Path) -> Result<Option<Metadata>, Obstacle> {
        match fs::symlink_metadata(real) {
            Ok(meta) => Ok(Some(meta)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Obstacle::Unreadable(self.show(seen), error)),
        }
    }

    fn follow(&self, link: &Path, seen: &Path) -> Result<PathBuf, Obstacle> {
        match fs::canonicalize(link) {
            Ok(real) if !real.starts_with(&self.real) => Err(Obstacle::LinkOut(self.show(seen))),
            Ok(real) if real.is_dir() => Ok(real),
            Ok(_) => Err(Obstacle::File(self.show(seen))),
            Err(error) if is_absent(&error) => Err(Obstacle::Dangling(self.show(seen))),
            Err(error) => Err(Obstacle::Unreadable(self.show(seen), error)),
        }
    }
}

/// Reads a file if it has our header; of any other no more than where that would stand.
pub(super) fn read_ours(path: &Path) -> io::Result<Option<Found>> {
    const HEAD: u64 = 1024;
    let mut file = File::open(path)?;
    let id = id(path, &file.metadata()?);
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    if !is_ours(&bytes) {
        return Ok(None);
    }
    file.read_to_end(&mut bytes)?;
    Ok(Some(Found { bytes, id }))
}

#[cfg(unix)]
fn id(_: &Path, meta: &Metadata) -> Id {
    use std::os::unix::fs::MetadataExt;
    (meta.dev(), meta.ino())
}

#[cfg(not(unix))]
fn id(path: &Path, _: &Metadata) -> Id {
    super::path::fold(&path.to_string_lossy())
}

/// A path as it is shown: in one line, with `/` between its names wherever we run.
pub(super) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    let shown = visible_name(&text);
    if std::path::MAIN_SEPARATOR == '/' { shown.into_owned() } else { shown.replace('\\', "/") }
}

/// The empty path means the current folder, but no system takes it for that.
pub(super) fn or_current(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

fn descend(mut real: PathBuf, rest: &Path) -> PathBuf {
    for component in rest.components() {
        match component {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            name => real.push(name),
        }
    }
    real
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
