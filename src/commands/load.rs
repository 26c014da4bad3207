//! Reads texts from the disk, and a whole spec with the files that it includes.

use std::io;
use std::path::Path;

use super::desk::Desk;
use super::files::{self, Files};
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
    let Some((main_id, root)) = file(files, desk, path, sources, findings)? else {
        return Ok(None);
    };
    let head = spec::head(&root, findings);
    let mut included = Vec::new();
    let mut size = sources.get(main_id).text.len();
    for (path, place) in include::included(files, path, &head.include, findings)? {
        let Some((id, root)) = file(files, desk, &path, sources, findings)? else { continue };
        size += sources.get(id).text.len();
        if size > files::LARGEST {
            let whole =
                format!("the spec with all that it includes is larger than {}", files::SHOWN);
            findings.push(
                Diagnostic::error("invalid-include", whole, place)
                    .here("too large from here on")
                    .help("include less"),
            );
            break;
        }
        included.push((id, root));
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

fn file(
    files: Files<'_>,
    desk: &mut Desk,
    path: &Path,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<Option<(SourceId, Node)>, Failure> {
    let read = match desk.find(path) {
        Some(id) => Ok(id),
        None => text(files, path, sources).inspect(|id| desk.put(path, *id)),
    };
    let id = match read {
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
    match yaml::parse(id, sources) {
        Ok(root) => Ok(Some((id, root))),
        Err(found) => {
            findings.extend(found);
            Ok(None)
        }
    }
}
