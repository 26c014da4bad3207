//! Why the tool could not do its work. One place for the words.

use std::fmt;
use std::path::Path;

use super::files::SHOWN;
use super::{GitFault, HomeFault, InitFault};
use crate::lint;
use crate::model::Diagnostic;
use crate::model::words::{count, did_you_mean, one_of, quoted};
use crate::output::{Refusal, WriteError};

/// More refusals fill a screen, and are hardly read.
const MOST: usize = 20;

/// Why the tool could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// Something could not be read: how it is shown, and why.
    Read(String, std::io::Error),
    /// A folder was named to be read as a file.
    Folder(String),
    /// Something is larger than what is read.
    TooLarge(String),
    /// A file was written while it was read.
    Changed(String),
    /// There is no spec where one was looked for.
    NoSpec(String),
    /// There is no spec that a table could be brought into.
    NothingToMergeInto(String),
    /// There is nothing to compare with where it was looked for.
    NoBaseline(String),
    /// The configuration, a manifest or a template is wrong.
    Invalid(Vec<Diagnostic>),
    /// A name given on the command line is not known.
    Unknown {
        /// What it should have named.
        what: &'static str,
        /// What was typed.
        typed: String,
        /// What would be accepted.
        known: Vec<String>,
    },
    /// No rule has the name that was typed.
    UnknownRule(String),
    /// The format of a table is not known: how the file is shown.
    UnknownFormat(String),
    /// A `--column` is not of the form `role=column`.
    BadColumn(String),
    /// No table has the column that was typed.
    NoColumn(String),
    /// A `--set` is not of the form `target.option=value`, or its value is of the wrong kind.
    BadSet(String, String),
    /// Several of these.
    Several(Vec<Failure>),
    /// The configuration asks for another version of codegen.
    Version(String),
    /// An option is set for a target that is not generated.
    LeftOut(String),
    /// Free codes are asked for, and the codes are no numbers.
    NoNumbers,
    /// There is nothing to generate.
    NoTargets,
    /// A build script names no folder, and cargo does not either.
    NoOutDir,
    /// No document is named whose regions to fill.
    NoDocuments,
    /// Files that must not be written.
    Refused(Vec<Refusal>),
    /// Git could not give a baseline.
    Git(GitFault),
    /// A project can't begin as it was asked for.
    Init(InitFault),
    /// What can't be put where the user's own targets are.
    Home(HomeFault),
    /// Writing failed; the old files are whole.
    Write(WriteError),
    /// Something else stands where a file belongs: how it is shown, and what it is.
    Misplaced(String, &'static str),
    /// The name of a template is not UTF-8.
    NotUtf8(String),
    /// Standard input is to be watched, which ends once.
    WatchedStdin,
    /// Ctrl-C would not be heard: why.
    NoInterrupts(String),
    /// Standard output or standard error can't be written to.
    Print(std::io::Error),
}

impl Failure {
    /// For a path that could not be read.
    #[must_use]
    pub fn read(path: &Path, error: std::io::Error) -> Self {
        Self::Read(super::paths::shown(path), error)
    }

    /// For a path that is no file.
    #[must_use]
    pub fn misplaced(path: &Path) -> Self {
        match path.metadata() {
            Err(error) => Self::read(path, error),
            Ok(found) => {
                let what = if found.is_dir() { "a folder" } else { "a device or a pipe" };
                Self::Misplaced(super::paths::shown(path), what)
            }
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "can't read `{path}`: {error}"),
            Self::Folder(path) => unread(f, path, "it is a folder", "name a file in it"),
            Self::TooLarge(path) => {
                let why = format!("it is larger than {SHOWN}, the most that is read of a file");
                unread(f, path, &why, "name a file that is smaller")
            }
            Self::Changed(path) => {
                let help = "run codegen again once the file is written";
                unread(f, path, "it changed while it was read", help)
            }
            Self::NoSpec(path) => {
                no_spec(f, path, "name it with `--spec FILE`, or in `codegen.yaml`")
            }
            Self::NothingToMergeInto(path) => {
                no_spec(f, path, &format!("begin it with `codegen import FILE >{path}`"))
            }
            Self::NoBaseline(path) => write!(
                f,
                "there is no spec `{path}` to compare with\n  \
                 help: expected a file, a folder with `codes.yaml`, or `git:COMMIT`"
            ),
            Self::Invalid(findings) => f.write_str(&count(findings.len(), "error")),
            Self::Unknown { what, typed, known } => unknown(f, what, typed, known),
            Self::UnknownRule(typed) => {
                let help = lint::instead_of(typed, |_| true);
                write!(f, "unknown rule {}\n  help: {help}", quoted(typed))
            }
            Self::UnknownFormat(path) => write!(
                f,
                "the name of `{path}` does not tell its format\n  \
                 help: say it with `--from`: `markdown`, `csv`, `tsv`, `json`, or `yaml`"
            ),
            Self::BadColumn(typed) => {
                let expected = crate::import::Choice::EXPECTED;
                write!(f, "can't read `--column {typed}`\n  help: expected {expected}")
            }
            Self::NoColumn(typed) => write!(
                f,
                "no table has the column of `--column {typed}`\n  \
                 help: name it by its number, from 1, or by its header"
            ),
            Self::BadSet(typed, expected) => {
                write!(f, "can't set {}\n  help: expected {expected}", quoted(typed))
            }
            Self::Several(failures) => {
                for (at, failure) in failures.iter().enumerate() {
                    let gap = if at == 0 { "" } else { "\nerror: " };
                    write!(f, "{gap}{failure}")?;
                }
                Ok(())
            }
            Self::Version(wanted) => write!(
                f,
                "`codegen.yaml` requires codegen {wanted}, and this is {}",
                env!("CARGO_PKG_VERSION")
            ),
            Self::LeftOut(target) => write!(
                f,
                "an option is set for `{target}`, which is not generated\n  \
                 help: add it to `--lang`, or to `targets` in `codegen.yaml`"
            ),
            Self::NoNumbers => f.write_str(
                "the codes of the catalog are text, and no text is the next one\n  \
                 help: `codegen next` is for catalogs of numbers",
            ),
            Self::NoTargets => f.write_str(
                "there is nothing to generate\n  \
                 help: name targets with `--lang`, or in `codegen.yaml`",
            ),
            Self::NoOutDir => f.write_str(
                "there is no folder to write to: `OUT_DIR` is not set\n  \
                 help: cargo sets it for build scripts; elsewhere, name a folder with `Builder::out`",
            ),
            Self::NoDocuments => f.write_str(
                "no document is named\n  \
                 help: name one, or list them under `documents` in `codegen.yaml`",
            ),
            Self::Refused(refusals) => refused(f, refusals),
            Self::Git(fault) => fault.fmt(f),
            Self::Init(fault) => fault.fmt(f),
            Self::Home(fault) => fault.fmt(f),
            Self::Write(error) => write!(f, "{error}\n  help: {}", error.help()),
            Self::Misplaced(path, what) => write!(
                f,
                "`{path}` is {what}, but a file belongs there\n  \
                 help: move it away, or choose another name for it"
            ),
            Self::NotUtf8(path) => write!(
                f,
                "the name of `{path}` is not UTF-8, so that no manifest can name it\n  \
                 help: rename the file"
            ),
            Self::WatchedStdin => f.write_str(
                "can't watch standard input\n  \
                 help: name a file with `--spec FILE`, or leave out `--watch`",
            ),
            Self::NoInterrupts(error) => write!(f, "can't listen for Ctrl-C: {error}"),
            Self::Print(error) => write!(f, "can't print: {error}"),
        }
    }
}

fn unread(f: &mut fmt::Formatter<'_>, path: &str, why: &str, help: &str) -> fmt::Result {
    write!(f, "can't read `{path}`: {why}\n  help: {help}")
}

fn no_spec(f: &mut fmt::Formatter<'_>, path: &str, help: &str) -> fmt::Result {
    write!(f, "there is no spec `{path}`\n  help: {help}")
}

fn unknown(f: &mut fmt::Formatter<'_>, what: &str, typed: &str, known: &[String]) -> fmt::Result {
    let names = || known.iter().map(String::as_str);
    let near = did_you_mean(typed, names());
    let help = near.unwrap_or_else(|| format!("expected {}", one_of(names())));
    write!(f, "unknown {what} {}\n  help: {help}", quoted(typed))
}

fn refused(f: &mut fmt::Formatter<'_>, refusals: &[Refusal]) -> fmt::Result {
    for (at, refusal) in refusals.iter().take(MOST).enumerate() {
        let gap = if at == 0 { "" } else { "\nerror: " };
        write!(f, "{gap}{refusal}\n  help: {}", refusal.help())?;
    }
    match refusals.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => write!(f, "\n… and {} like these", count(more, "more error")),
    }
}

impl std::error::Error for Failure {}

impl From<GitFault> for Failure {
    fn from(fault: GitFault) -> Self {
        Self::Git(fault)
    }
}

impl From<HomeFault> for Failure {
    fn from(fault: HomeFault) -> Self {
        Self::Home(fault)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}
