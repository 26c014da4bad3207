//! Generated files: what they should be, and how those on disk differ.

use std::path::PathBuf;

/// A file to be generated.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Artifact {
    /// Where, relative to the folder of its target, with `/` between folders.
    pub path: String,
    /// The whole text: UTF-8, LF, with a final newline.
    pub text: String,
}

/// Everything that one target generates in a run.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Bundle {
    /// The name of the target.
    pub target: String,
    /// The folder that its artifacts go to.
    pub folder: PathBuf,
    /// The folder that the user chose: the same, or the one that has a folder for each target.
    /// Nothing may lead out of it.
    pub within: PathBuf,
    /// How that folder is shown to the user, with `/` between folders.
    pub shown: String,
    /// Whether every file with our header in the folder belongs to the bundles of this run, so
    /// that those which no bundle has are orphaned.
    pub owns_folder: bool,
    /// The artifacts, in the order of the manifest.
    pub artifacts: Vec<Artifact>,
}

/// How a file on disk relates to what would be generated.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum FileState {
    /// It is not there.
    Missing,
    /// It is there with another text.
    Stale,
    /// It has our header, but nothing generates it any more.
    Orphaned,
    /// It is what would be written. CRLF for LF, as git may leave it, is no difference.
    Fresh,
}

impl FileState {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Orphaned => "orphaned",
            Self::Fresh => "fresh",
        }
    }
}

/// One file on disk, compared with what would be written: an artifact, or a file that the user
/// wrote, which belongs to no target and no folder.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FileChange {
    /// The name of the target; empty for a file that the user wrote.
    pub target: String,
    /// The folder of the target, which the file lies below.
    pub folder: PathBuf,
    /// Where it is on disk.
    pub path: PathBuf,
    /// How that path is shown to the user, with `/` between folders.
    pub shown: String,
    /// How it relates to what would be generated.
    pub state: FileState,
    /// The text on disk; empty where the file is missing or fresh.
    pub old: Vec<u8>,
    /// The text to be written; empty where the file is orphaned or fresh.
    pub new: String,
}

/// What is to be done with what is generated.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Mode {
    /// Write what differs.
    #[default]
    Write,
    /// Write nothing; files that differ are findings.
    Check,
    /// Write nothing; say what would be written.
    DryRun,
}
