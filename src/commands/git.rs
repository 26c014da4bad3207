//! Files of a commit, read by the git command. Knows nothing of specs.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use super::Failure;
use super::files::LARGEST;

/// A commit of the repository that a file is in.
#[derive(Debug)]
pub(super) struct Commit {
    /// The folder of the work tree, absolute.
    top: String,
    /// How the user named it: a branch, a tag, a hash.
    name: String,
    /// Its hash.
    hash: String,
}

/// Why git could not give a file.
#[derive(Debug)]
pub enum GitFault {
    /// There is no git.
    Missing,
    /// It could not be run.
    NotRun(std::io::Error),
    /// The folder is in no repository.
    NoRepository(String),
    /// There is no such commit: how it was named, and whether the history is cut short.
    NoCommit {
        /// How it was named.
        name: String,
        /// Whether the clone is shallow, so that it may exist elsewhere.
        is_shallow: bool,
    },
    /// The commit has no such file: its name, and the path.
    NoFile(String, String),
    /// The file lies in no place that a commit can have.
    Outside(String),
    /// Whatever else git said.
    Other(String),
}

impl Commit {
    /// Finds a commit, in the repository that a folder is in.
    pub(super) fn find(folder: &Path, name: &str) -> Result<Self, Failure> {
        let top = run(folder, ["rev-parse", "--show-toplevel"]).map_err(|fault| match fault {
            GitFault::Other(_) => GitFault::NoRepository(super::paths::shown(folder)),
            other => other,
        })?;
        let top = line(&top);
        let wanted = format!("{name}^{{commit}}");
        // What begins with a hyphen must not pass for an option.
        let found =
            run(Path::new(&top), ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
        match found {
            Ok(hash) => Ok(Self { hash: line(&hash), name: name.to_owned(), top }),
            Err(GitFault::Other(_)) => {
                let shallow = run(Path::new(&top), ["rev-parse", "--is-shallow-repository"])?;
                let is_shallow = line(&shallow) == "true";
                Err(GitFault::NoCommit { name: name.to_owned(), is_shallow }.into())
            }
            Err(other) => Err(other.into()),
        }
    }

    /// How the user named it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The path of a file on disk as the commit has it: from the top, with `/`.
    pub(super) fn path_of(&self, file: &Path) -> Result<String, Failure> {
        let outside = || Failure::from(GitFault::Outside(super::paths::shown(file)));
        let folder = match file.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        // The file itself may be gone by now, and its folder may be named through a link.
        let folder = folder.canonicalize().map_err(|_| outside())?;
        let top = Path::new(&self.top).canonicalize().map_err(|_| outside())?;
        let below = folder.strip_prefix(&top).map_err(|_| outside())?;
        let path = below.join(file.file_name().ok_or_else(outside)?);
        Ok(path.to_string_lossy().replace('\\', "/"))
    }

    /// The bytes of a file, by its path from the top.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let object = format!("{}:{path}", self.hash);
        let top = Path::new(&self.top);
        let no_file = |fault| match fault {
            GitFault::Other(_) => GitFault::NoFile(self.name.clone(), path.to_owned()).into(),
            other => Failure::from(other),
        };
        let size = line(&run(top, ["cat-file", "-s", &object]).map_err(no_file)?);
        if size.parse().is_ok_and(|size: usize| size > LARGEST) {
            return Err(Failure::TooLarge(format!("{}:{path}", self.name)));
        }
        run(top, ["cat-file", "blob", &object]).map_err(no_file)
    }

    /// The paths of all files below a folder, from the top, in order.
    pub(super) fn files(&self, folder: &str) -> Result<Vec<String>, Failure> {
        let top = Path::new(&self.top);
        let tree = if folder.is_empty() { "." } else { folder };
        let found = run(top, ["ls-tree", "-r", "-z", "--name-only", &self.hash, "--", tree])?;
        let names = found.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
    }
}

fn line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end_matches(['\n', '\r']).to_owned()
}

/// Runs git in a folder; gives what it printed.
fn run<I, S>(folder: &Path, arguments: I) -> Result<Vec<u8>, GitFault>
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    // An empty path is the working directory.
    let folder = Path::new(".").join(folder);
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => GitFault::Missing,
            _ => GitFault::NotRun(error),
        })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(GitFault::Other(line(&output.stderr)))
}

impl std::fmt::Display for GitFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str(
                "there is no git to read the baseline with\n  \
                 help: install git, or compare with a file: `--against old/codes.yaml`",
            ),
            Self::NotRun(error) => write!(f, "can't run git: {error}"),
            Self::NoRepository(folder) => write!(
                f,
                "`{folder}` is in no git repository\n  \
                 help: compare with a file: `--against old/codes.yaml`"
            ),
            Self::NoCommit { name, is_shallow: false } => write!(
                f,
                "git knows no commit `{name}`\n  \
                 help: name a branch, a tag or a hash; `git branch -a` lists branches"
            ),
            Self::NoCommit { name, is_shallow: true } => write!(
                f,
                "git knows no commit `{name}`: the clone is shallow\n  \
                 help: fetch it first: `git fetch --depth=1 origin {name}`, \
                 or clone with the whole history (`fetch-depth: 0`)"
            ),
            Self::NoFile(commit, path) => write!(
                f,
                "`{commit}` has no `{path}`\n  \
                 help: say where the spec was: `--against git:{commit}:PATH`"
            ),
            Self::Outside(path) => write!(
                f,
                "`{path}` is not in the repository\n  \
                 help: say where the spec was: `--against git:COMMIT:PATH`"
            ),
            Self::Other(said) => write!(f, "git failed: {said}"),
        }
    }
}
