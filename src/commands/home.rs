//! Where a user's own targets are at home: which folder that is, what stands there, and how codegen
//! is told of it. It writes nothing itself.

mod fault;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use self::fault::HomeFault;
use super::{Console, Failure, config, paths};
use crate::model::{FileChange, FileState, Sources};

/// The folder, unless a configuration names another.
const FOLDER: &str = "templates";

/// The folder of a user's own targets.
#[derive(Debug)]
pub(super) struct Home {
    folder: PathBuf,
    /// Where the configuration is, or would be.
    config: PathBuf,
    state: State,
}

/// Whether what is in the folder is used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    /// The configuration names the folder.
    Named,
    /// It names none, or another.
    Unnamed,
    /// There is no configuration.
    Bare,
}

impl Home {
    /// Finds the folder: the one that was typed, or that of the configuration.
    pub(super) fn settle(
        named: Option<&Path>,
        typed: Option<&Path>,
        sources: &mut Sources,
        console: &mut Console,
    ) -> Result<Self, Failure> {
        let mut findings = Vec::new();
        let found = config::settle(named, sources, console, &mut findings)?;
        if !findings.is_empty() {
            return Err(Failure::Invalid(findings));
        }
        let config = named.map_or_else(|| found.root.join(config::FILE_NAME), Path::to_owned);
        let said = found.templates_folder(None);
        let folder = match (typed, &said) {
            (Some(typed), _) => typed.to_owned(),
            (None, Some(said)) => said.clone(),
            (None, None) => found.root.join(FOLDER),
        };
        let state = match said {
            Some(said) if paths::is_same(&said, &folder) => State::Named,
            None if config.symlink_metadata().is_err() => State::Bare,
            _ => State::Unnamed,
        };
        Ok(Self { folder, config, state })
    }

    /// The folder of a target.
    pub(super) fn of(&self, target: &str) -> PathBuf {
        self.folder.join(target)
    }

    /// What becomes of a file of a target: missing, fresh, or, where another text stands there,
    /// stale.
    pub(super) fn change(
        &self,
        target: &str,
        file: &str,
        text: String,
    ) -> Result<FileChange, Failure> {
        let folder = self.of(target);
        let mut above = folder.ancestors();
        if let Some(blocking) = above.find(|folder| folder.exists()).filter(|f| !f.is_dir()) {
            return Err(HomeFault::NoFolder(paths::shown(blocking)).into());
        }
        let path = folder.join(file);
        let old = match fs::metadata(&path) {
            Ok(found) if !found.is_file() => return Err(Failure::misplaced(&path)),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            _ => Some(fs::read(&path).map_err(|error| Failure::read(&path, error))?),
        };
        // Git may have turned LF into CRLF.
        let is_same = |old: &Vec<u8>| {
            *old == text.as_bytes() || String::from_utf8_lossy(old).replace("\r\n", "\n") == text
        };
        let state = match &old {
            None => FileState::Missing,
            Some(old) if is_same(old) => FileState::Fresh,
            Some(_) => FileState::Stale,
        };
        Ok(FileChange {
            target: target.to_owned(),
            folder,
            shown: paths::shown(&path),
            path,
            state,
            old: old.unwrap_or_default(),
            new: text,
        })
    }

    /// The configuration that names the folder, where there is none yet.
    pub(super) fn configuration(&self) -> Option<FileChange> {
        (self.state == State::Bare).then(|| FileChange {
            target: String::new(),
            folder: PathBuf::new(),
            path: self.config.clone(),
            shown: paths::shown(&self.config),
            state: FileState::Missing,
            old: Vec::new(),
            new: format!("{}\n", self.line()),
        })
    }

    /// What makes codegen use what is in the folder, once it is written.
    pub(super) fn usage(&self) -> String {
        let config = paths::shown(&self.config);
        match self.state {
            State::Named => format!("used from now on: `{config}` says `{}`", self.line()),
            State::Bare => {
                format!("used from now on: `{config}` is new and says `{}`", self.line())
            }
            State::Unnamed => format!(
                "not used yet: write `{}` in `{config}`, or pass `{}`",
                self.line(),
                self.flag()
            ),
        }
    }

    /// The command that generates a target.
    pub(super) fn command(&self, target: &str) -> String {
        let named = format!("codegen --lang {target}");
        if self.state == State::Unnamed { format!("{named} {}", self.flag()) } else { named }
    }

    /// The flag that names the folder where the configuration does not.
    fn flag(&self) -> String {
        format!("--templates {}", paths::shell_word(&paths::shown(&self.folder)))
    }

    /// The line of the configuration that names the folder.
    fn line(&self) -> String {
        let root = self.config.parent().unwrap_or(Path::new(""));
        format!("templates: {}", yaml_word(&paths::from(&self.folder, root)))
    }
}

/// A path as YAML has it: in quotes where it could be taken for something else.
fn yaml_word(path: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._/".contains(c) || c == '-';
    let is_word = path.starts_with(|c: char| c.is_ascii_alphabetic() || "./".contains(c));
    if is_word && path.chars().all(is_plain) {
        return path.to_owned();
    }
    format!("'{}'", path.replace('\'', "''"))
}
