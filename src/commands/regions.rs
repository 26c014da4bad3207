//! Documents that the user wrote, with regions that targets fill: which they are, and what is on
//! disk. What a region is, others know.

use std::path::{Path, PathBuf};

use super::config::Config;
use super::files::Files;
use super::settings::{Overrides, Settings};
use super::{Failure, load};
use crate::model::words::quoted;
use crate::model::{Catalog, Diagnostic, FileChange, FileState, Sources, Spanned, is_ours};
use crate::render::{self, Context, Filler};

/// The rule broken by what can't be filled.
const RULE: &str = "invalid-region";

/// A document as it was named, or several.
#[derive(Clone, Debug)]
pub(super) enum Named {
    /// On the command line.
    Typed(PathBuf),
    /// In the configuration, as a path from a folder, or a pattern of paths.
    Configured(PathBuf, Spanned<String>),
}

impl Named {
    /// The documents of the command line, or else of the configuration.
    pub(super) fn all(overrides: &Overrides, config: &Config) -> Vec<Self> {
        if overrides.documents.is_empty() {
            let own = |path: &Spanned<String>| Self::Configured(config.root.clone(), path.clone());
            return config.documents.iter().map(own).collect();
        }
        overrides.documents.iter().cloned().map(Self::Typed).collect()
    }

    /// Its files, and the pattern that they match where there is one.
    pub(super) fn files(&self) -> Result<(Vec<PathBuf>, Option<&Spanned<String>>), Failure> {
        let (folder, typed) = match self {
            Self::Typed(path) => return Ok((vec![path.clone()], None)),
            Self::Configured(folder, typed) => (folder, typed),
        };
        if !typed.value.contains(['*', '?', '[']) {
            return Ok((vec![folder.join(&typed.value)], None));
        }
        let here = folder.as_os_str().is_empty();
        let folder = if here { Path::new(".") } else { folder.as_path() };
        Ok((Files::Disk.matching(folder, &typed.value)?, Some(typed)))
    }

    /// What is said of a file that can't be read: beside its name in the configuration, if it is
    /// there.
    fn unreadable(&self, failure: Failure) -> Result<Diagnostic, Failure> {
        let Self::Configured(_, typed) = self else { return Err(failure) };
        let found = |message| Diagnostic::error(RULE, message, typed.span);
        match failure {
            Failure::Read(path, error) => {
                Ok(found(format!("can't read `{path}`: {error}")).here("named here"))
            }
            Failure::Folder(path) => Ok(found(format!("can't read `{path}`: it is a folder"))
                .here("expected files, such as `docs/*.md`")),
            other => Err(other),
        }
    }
}

/// Every document with its regions filled, compared with what is on disk.
pub(super) fn fill(
    settings: &Settings,
    shown: (&Catalog, &Context),
    sources: &mut Sources,
) -> Result<Vec<FileChange>, Failure> {
    let chosen = settings.targets.iter().map(|c| Filler { target: &c.target, options: &c.options });
    let others = settings.fillers.iter().map(|(target, options)| Filler { target, options });
    let fillers: Vec<Filler<'_>> = chosen.chain(others).collect();
    let mut findings = Vec::new();
    let mut changes: Vec<FileChange> = Vec::new();
    for named in &settings.documents {
        let (files, pattern) = named.files()?;
        let mut is_met = false;
        for path in files {
            if changes.iter().any(|change| Files::Disk.is_same(&change.path, &path)) {
                is_met = true;
                continue;
            }
            match document(&path, pattern.is_some(), &fillers, shown, sources) {
                Ok(change) => {
                    is_met |= change.is_some();
                    changes.extend(change);
                }
                Err(Failure::Invalid(found)) => {
                    is_met = true;
                    findings.extend(found);
                }
                Err(other) => {
                    is_met = true;
                    findings.push(named.unreadable(other)?);
                }
            }
        }
        if let Some(pattern) = pattern.filter(|_| !is_met) {
            let message = format!("no file that {} matches has a region", quoted(&pattern.value));
            findings.push(
                Diagnostic::error(RULE, message, pattern.span)
                    .here("fills nothing")
                    .help("mark a region in one of the files, or remove the pattern"),
            );
        }
    }
    if findings.is_empty() { Ok(changes) } else { Err(Failure::Invalid(findings)) }
}

/// A document with its regions filled; nothing where it has none, and only `may_have` them.
fn document(
    path: &Path,
    may_have: bool,
    fillers: &[Filler<'_>],
    shown: (&Catalog, &Context),
    sources: &mut Sources,
) -> Result<Option<FileChange>, Failure> {
    let id = load::text(Files::Disk, path, sources)?;
    let old = sources.get(id).text.clone();
    if may_have && (is_ours(old.as_bytes()) || !render::has_regions(&old)) {
        return Ok(None);
    }
    let new = render::fill(id, fillers, shown, sources).map_err(Failure::Invalid)?;
    let state = if old == new { FileState::Fresh } else { FileState::Stale };
    Ok(Some(FileChange {
        target: String::new(),
        folder: PathBuf::new(),
        path: path.to_owned(),
        shown: Files::Disk.shown(path),
        state,
        old: old.into_bytes(),
        new,
    }))
}
