//! What a spec is compared with: an earlier one, on disk or in a commit.

use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::files::Files;
use super::git::Commit;
use super::{Failure, load};
use crate::model::{Catalog, Diagnostic, Sources};

/// Where a spec is looked for in a folder.
const IN_FOLDER: [&str; 2] = ["codes.yaml", "spec/codes.yaml"];

/// Reads the catalog that `against` names; `spec` is the current one, whose place it has in a
/// commit unless told otherwise. A baseline that is wrong can't be compared with.
pub(super) fn load(against: &str, spec: &Path, sources: &mut Sources) -> Result<Catalog, Failure> {
    let Some(named) = against.strip_prefix("git:") else {
        return read(Files::Disk, &in_folder(Path::new(against)), sources);
    };
    let (name, path) = match named.split_once(':') {
        Some((name, path)) => (name, Some(path)),
        None => (named, None),
    };
    let folder = spec.parent().unwrap_or(Path::new(""));
    let commit = Commit::find(folder, name)?;
    let path = match path {
        Some(path) => path.to_owned(),
        None => commit.path_of(spec)?,
    };
    read(Files::Commit(&commit), Path::new(&path), sources)
}

fn read(files: Files<'_>, path: &Path, sources: &mut Sources) -> Result<Catalog, Failure> {
    let mut findings = Vec::new();
    let catalog = load::spec(files, &mut Desk::default(), path, sources, &mut findings).map_err(
        |failure| match failure {
            Failure::NoSpec(path) => Failure::NoBaseline(path),
            other => other,
        },
    )?;
    findings.retain(Diagnostic::is_error);
    match catalog {
        Some(catalog) if findings.is_empty() => Ok(catalog),
        _ => Err(Failure::Invalid(findings)),
    }
}

fn in_folder(path: &Path) -> PathBuf {
    if !path.is_dir() {
        return path.to_owned();
    }
    let found = IN_FOLDER.iter().map(|name| path.join(name)).find(|file| file.is_file());
    found.unwrap_or_else(|| path.join(IN_FOLDER[0]))
}
