//! Why writing failed, and what that left behind. All the words about it stand here.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::refusal::Obstacle;

/// Writing failed. What had been done is undone again, but for the files in doubt.
#[derive(Debug)]
pub struct WriteError {
    /// What was being done.
    pub step: Step,
    /// The file or folder it was done to, as shown to the user.
    pub shown: String,
    /// Why it failed.
    pub cause: Cause,
    /// The files that couldn't be put back; almost always none.
    pub doubts: Vec<Doubt>,
}

/// What is done to the disk, in this order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// A folder is created.
    CreateFolder,
    /// The new text is written to a temporary file.
    Stage,
    /// The old file gets a second name.
    BackUp,
    /// The temporary file becomes the file.
    Replace,
    /// An orphaned file is renamed.
    Remove,
    /// The old text is given up.
    Discard,
}

/// Why a step failed.
#[derive(Debug)]
pub enum Cause {
    /// The system said so.
    Io(io::Error),
    /// The file is no longer what it was when it was read.
    Changed,
    /// The file is a device, a pipe or the like.
    Special,
    /// Something is in the way that wasn't when it was compared.
    Blocked(Obstacle),
}

/// A file that couldn't be put back.
#[derive(Debug)]
pub struct Doubt {
    /// The file, as shown to the user.
    pub shown: String,
    /// Why not.
    pub error: io::Error,
    /// Where its old text is now.
    pub kept: Option<PathBuf>,
}

impl WriteError {
    /// How to mend it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match &self.cause {
            _ if !self.doubts.is_empty() => {
                "mend the cause, put these files back from where they are kept or from git, and \
                 run it again"
            }
            Cause::Io(error) if error.kind() == io::ErrorKind::StorageFull => {
                "make room on the disk and run it again"
            }
            Cause::Io(_) => "mend the cause and run it again",
            Cause::Changed => "run it again when nothing else writes there",
            Cause::Special => "pass it as standard input, and take the text from standard output",
            Cause::Blocked(obstacle) => obstacle.help(),
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, shown, cause, doubts } = self;
        write!(f, "cannot {step} `{shown}`: {cause}; ")?;
        if doubts.is_empty() {
            return write!(f, "nothing was changed");
        }
        write!(f, "what had been done is undone, except for ")?;
        for (i, doubt) in doubts.iter().enumerate() {
            write!(f, "{}{doubt}", if i == 0 { "" } else { ", and " })?;
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CreateFolder => "create the folder",
            Self::Stage => "write",
            Self::BackUp => "back up",
            Self::Replace => "replace",
            Self::Remove | Self::Discard => "remove the old",
        })
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Changed => write!(f, "it was changed after it was read"),
            Self::Special => write!(f, "it is not a regular file"),
            Self::Blocked(obstacle) => obstacle.fmt(f),
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({}", self.shown, self.error)?;
        if let Some(kept) = &self.kept {
            write!(f, "; its old text is kept in `{}`", kept.display())?;
        }
        write!(f, ")")
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Io(error) => Some(error),
            Cause::Changed | Cause::Special => None,
            Cause::Blocked(obstacle) => Some(obstacle),
        }
    }
}
