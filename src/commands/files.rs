//! Where the files of a spec are: on disk, or in a commit. Knows nothing of what is in them.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::git::Commit;
use super::{Failure, paths, walk};
use crate::model::Source;

/// The name of standard input on the command line.
pub(super) const STDIN: &str = "-";

/// The most bytes that a file may have, and a spec with all that it includes. A catalog of 100,000
/// codes has about a quarter of them.
pub(super) const LARGEST: usize = 64 << 20;

/// The same in words.
pub(super) const SHOWN: &str = "64 MiB";

/// Where files are. Paths on disk are relative to the working directory, those of a commit to
/// the top of the work tree.
#[derive(Clone, Copy, Debug)]
pub(super) enum Files<'a> {
    /// On disk, or standard input.
    Disk,
    /// In a commit.
    Commit(&'a Commit),
}

impl Files<'_> {
    /// The bytes of a file.
    pub(super) fn read(self, path: &Path) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Commit(commit) => commit.read(&paths::shown(path)),
            Self::Disk if path == Path::new(STDIN) => bounded(io::stdin().lock(), path),
            Self::Disk => from_disk(path),
        }
    }

    /// How a file is called in findings.
    pub(super) fn shown(self, path: &Path) -> String {
        match self {
            Self::Commit(commit) => {
                format!("{}{}:{}", Source::COMMIT, commit.name(), paths::shown(path))
            }
            Self::Disk if path == Path::new(STDIN) => Source::STDIN.to_owned(),
            Self::Disk => paths::shown(path),
        }
    }

    /// The files below a folder that a pattern matches, by name.
    pub(super) fn matching(self, folder: &Path, pattern: &str) -> Result<Vec<PathBuf>, Failure> {
        match self {
            Self::Commit(commit) => {
                let prefix = glob::Pattern::escape(&paths::shown(folder));
                let whole = format!("{prefix}/{pattern}");
                let whole = if prefix == "." { pattern } else { &whole };
                // proven: what is not a pattern matches nothing.
                let Ok(pattern) = glob::Pattern::new(whole) else { return Ok(Vec::new()) };
                let options = glob::MatchOptions {
                    require_literal_separator: true,
                    ..glob::MatchOptions::default()
                };
                let folder = literal_folder(pattern.as_str());
                let files = commit.files(&folder)?;
                let matches = |path: &String| pattern.matches_with(path, options);
                Ok(files.into_iter().filter(matches).map(PathBuf::from).collect())
            }
            Self::Disk => Ok(walk::files(folder, pattern)),
        }
    }

    /// Whether a file lies below the folder of another, once every link is followed. What is not
    /// there lies nowhere else.
    pub(super) fn is_below(self, path: &Path, other: &Path) -> bool {
        let Self::Disk = self else { return true };
        // Where each file is a link into a store, as build systems lay them out, the files that
        // they lead to lie together.
        let folder = other.parent().filter(|folder| !folder.as_os_str().is_empty());
        let typed = folder.unwrap_or(Path::new(".")).canonicalize();
        let real = other.canonicalize();
        let real = real.as_ref().ok().and_then(|other| other.parent());
        let folders = [typed.ok(), real.map(Path::to_owned)];
        path.canonicalize().map_or(true, |path| {
            folders.into_iter().flatten().any(|folder| path.starts_with(folder))
        })
    }

    /// Whether two paths are one file.
    pub(super) fn is_same(self, a: &Path, b: &Path) -> bool {
        match self {
            Self::Commit(_) => paths::shown(a) == paths::shown(b),
            Self::Disk => {
                matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
            }
        }
    }
}

/// The bytes of a file, of whatever kind: a pipe and a device have no size, but an end or none.
fn from_disk(path: &Path) -> Result<Vec<u8>, Failure> {
    let about = fs::metadata(path).map_err(|error| Failure::read(path, error))?;
    if about.is_dir() {
        return Err(Failure::Folder(Files::Disk.shown(path)));
    }
    if about.is_file() && about.len() > LARGEST as u64 {
        return Err(Failure::TooLarge(Files::Disk.shown(path)));
    }
    let file = fs::File::open(path).map_err(|error| Failure::read(path, error))?;
    steady(&file, &file, path)
}

/// The bytes of an open file, where they are those of one moment: who writes it while it is read
/// would have half of the old and half of the new taken for a spec.
fn steady(file: &fs::File, from: impl Read, path: &Path) -> Result<Vec<u8>, Failure> {
    let state = || {
        // A pipe changes with each read, and some systems don't tell when a file was written.
        let about = file.metadata().ok().filter(fs::Metadata::is_file)?;
        Some((about.len(), about.modified().ok()))
    };
    let before = state();
    let bytes = bounded(from, path)?;
    if state() == before { Ok(bytes) } else { Err(Failure::Changed(Files::Disk.shown(path))) }
}

fn bounded(from: impl Read, path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = from.take(LARGEST as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::read(path, error))?;
    if bytes.len() > LARGEST { Err(Failure::TooLarge(Files::Disk.shown(path))) } else { Ok(bytes) }
}

/// The folders of a pattern up to the first that is no plain name.
pub(super) fn literal_folder(pattern: &str) -> String {
    let plain = pattern.split('/').take_while(|part| !part.contains(['*', '?', '[']));
    let parts: Vec<&str> = plain.collect();
    let folders = parts.len().min(pattern.split('/').count() - 1);
    parts[..folders].join("/")
}

#[cfg(test)]
mod tests;
