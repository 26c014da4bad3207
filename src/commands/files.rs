//! Where the files of a spec are: on disk, or in a commit. Knows nothing of what is in them.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::git::Commit;
use super::{Failure, paths};
use crate::model::Source;

/// The name of standard input on the command line.
pub(super) const STDIN: &str = "-";

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
            Self::Disk if path == Path::new(STDIN) => {
                let mut bytes = Vec::new();
                let read = io::stdin().lock().read_to_end(&mut bytes);
                read.map(|_| bytes).map_err(|error| Failure::read(path, error))
            }
            Self::Disk => fs::read(path).map_err(|error| Failure::read(path, error)),
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

    /// The files that a pattern matches, by name.
    pub(super) fn matching(self, pattern: &glob::Pattern) -> Result<Vec<PathBuf>, Failure> {
        match self {
            Self::Commit(commit) => {
                let options = glob::MatchOptions {
                    require_literal_separator: true,
                    ..glob::MatchOptions::default()
                };
                let folder = literal_folder(pattern.as_str());
                let files = commit.files(&folder)?;
                let matches = |path: &String| pattern.matches_with(path, options);
                Ok(files.into_iter().filter(matches).map(PathBuf::from).collect())
            }
            Self::Disk => {
                // proven: a pattern that was parsed once can be parsed again.
                let found = glob::glob(pattern.as_str()).into_iter().flatten();
                Ok(found.filter_map(Result::ok).filter(|path| path.is_file()).collect())
            }
        }
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

/// The folders of a pattern up to the first that is no plain name.
fn literal_folder(pattern: &str) -> String {
    let plain = pattern.split('/').take_while(|part| !part.contains(['*', '?', '[']));
    let parts: Vec<&str> = plain.collect();
    let folders = parts.len().min(pattern.split('/').count() - 1);
    parts[..folders].join("/")
}

#[cfg(test)]
mod tests {
    use super::literal_folder;

    #[test]
    fn a_folder_ends_where_a_pattern_begins() {
        assert_eq!(literal_folder("spec/iot/*.yaml"), "spec/iot");
        assert_eq!(literal_folder("spec/*/a.yaml"), "spec");
        assert_eq!(literal_folder("*.yaml"), "");
        assert_eq!(literal_folder("spec/a.yaml"), "spec");
    }
}
