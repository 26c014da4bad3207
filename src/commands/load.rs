//! Reads texts from the disk, and a whole spec with the files that it includes.

use std::io;
use std::path::Path;

use super::desk::Desk;
use super::files::{self, Files};
use super::include::INVALID;
use super::{Failure, encoding, include};
use crate::model::node::Node;
use crate::model::{Catalog, Diagnostic, SourceId, Sources};
use crate::spec::{self, yaml};

/// Reads a text. Bytes that are not UTF-8 are a finding where they stand.
pub(super) fn text(
    files: Files<'_>,
    path: &Path,
    sources: &mut Sources,
) -> Result<SourceId, Failure> {
    let bytes = files.read(path)?;
    let name = files.shown(path);
    encoding::decode(name, bytes, sources).map_err(|finding| Failure::Invalid(vec![finding]))
}

/// Reads a spec, those of its files that are on the desk from there. What can be understood of it
/// is in the catalog, even where there are findings.
pub(super) fn spec(
    files: Files<'_>,
    desk: &mut Desk,
    path: &Path,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<Option<Catalog>, Failure> {
    let main_id = match source(files, desk, path, sources) {
        Ok(id) => id,
        Err(Failure::Read(path, error)) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Failure::NoSpec(path));
        }
        Err(Failure::Invalid(found)) => {
            findings.extend(found);
            return Ok(None);
        }
        Err(other) => return Err(other),
    };
    let Some(root) = tree(main_id, sources, findings) else { return Ok(None) };
    let head = spec::head(&root, findings);
    let folder = path.parent().unwrap_or(Path::new(""));
    for pattern in &head.include {
        desk.looked_in(folder.join(files::literal_folder(&pattern.value)));
    }
    let mut included = Vec::new();
    let mut size = sources.get(main_id).text.len();
    for (path, place) in include::included(files, path, &head.include, findings)? {
        let id = match source(files, desk, &path, sources) {
            Ok(id) => id,
            Err(Failure::Read(path, error)) => {
                findings.push(
                    Diagnostic::error(INVALID, format!("can't read `{path}`: {error}"), place)
                        .here("matches this file"),
                );
                continue;
            }
            Err(Failure::Invalid(found)) => {
                findings.extend(found);
                continue;
            }
            Err(other) => return Err(other),
        };
        size += sources.get(id).text.len();
        if size > files::LARGEST {
            let whole =
                format!("the spec with all that it includes is larger than {}", files::SHOWN);
            findings.push(
                Diagnostic::error(INVALID, whole, place)
                    .here("too large from here on")
                    .help("include less"),
            );
            break;
        }
        included.extend(tree(id, sources, findings).map(|root| (id, root)));
    }
    let main = spec::File { root: &root, source: sources.get(main_id) };
    let included: Vec<spec::File<'_>> =
        included.iter().map(|(id, root)| spec::File { root, source: sources.get(*id) }).collect();
    let catalog = spec::catalog(head, main, &included, findings);
    for file in std::iter::once(&main).chain(&included) {
        findings.extend(yaml::doubts(file.root, file.source));
    }
    Ok(Some(catalog))
}

/// The text of a file, from the desk if it lies there.
fn source(
    files: Files<'_>,
    desk: &mut Desk,
    path: &Path,
    sources: &mut Sources,
) -> Result<SourceId, Failure> {
    match desk.find(path) {
        Some(id) => Ok(id),
        None => text(files, path, sources).inspect(|id| desk.put(path, *id)),
    }
}

fn tree(id: SourceId, sources: &Sources, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    yaml::parse(id, sources).map_err(|found| findings.extend(found)).ok()
}
