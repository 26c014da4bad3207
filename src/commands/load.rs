//! Reads texts from the disk, and a whole spec with the files that it includes.

use std::io;
use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::files::Files;
use super::{Failure, paths};
use crate::model::node::Node;
use crate::model::words::quoted;
use crate::model::{Catalog, Diagnostic, SourceId, Sources, Span, Spanned};
use crate::spec::{self, yaml};

/// Reads a text. Bytes that are not UTF-8 are a finding where they stand.
pub(super) fn text(
    files: Files<'_>,
    path: &Path,
    sources: &mut Sources,
) -> Result<SourceId, Failure> {
    let bytes = files.read(path)?;
    let name = files.shown(path);
    match String::from_utf8(bytes) {
        Ok(text) => Ok(sources.add(name, text)),
        Err(error) => {
            let at = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let source = sources.add(name, text);
            // One replacement character, three bytes, stands where the wrong bytes were.
            let span = Span { source, start: at, end: at.saturating_add(3) };
            let finding = Diagnostic::error("not-utf8", "this is not UTF-8", span)
                .here("not UTF-8 from here")
                .help("save the file as UTF-8");
            Err(Failure::Invalid(vec![finding]))
        }
    }
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
    for path in included_paths(files, path, &head.include, findings)? {
        included.extend(file(files, desk, &path, sources, findings)?);
    }
    let main = spec::File { root: &root, source: sources.get(main_id) };
    let included: Vec<spec::File<'_>> =
        included.iter().map(|(id, root)| spec::File { root, source: sources.get(*id) }).collect();
    Ok(Some(spec::catalog(head, main, &included, findings)))
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
        Ok(root) => {
            findings.extend(yaml::doubts(&root, sources.get(id)));
            Ok(Some((id, root)))
        }
        Err(found) => {
            findings.extend(found);
            Ok(None)
        }
    }
}

/// The files that the patterns of a spec match: each once, those of one pattern by name.
fn included_paths(
    files: Files<'_>,
    spec: &Path,
    patterns: &[Spanned<String>],
    findings: &mut Vec<Diagnostic>,
) -> Result<Vec<PathBuf>, Failure> {
    let folder = spec.parent().unwrap_or(Path::new(""));
    let prefix = glob::Pattern::escape(&folder.to_string_lossy());
    let mut paths: Vec<PathBuf> = Vec::new();
    for pattern in patterns {
        let whole = if prefix.is_empty() {
            pattern.value.clone()
        } else {
            format!("{prefix}/{}", pattern.value)
        };
        let whole = match glob::Pattern::new(&whole) {
            Ok(whole) => whole,
            Err(error) => {
                let message = format!("{} is not a pattern: {}", quoted(&pattern.value), error.msg);
                findings.push(
                    Diagnostic::error("invalid-include", message, pattern.span)
                        .here("expected a path such as `iot/*.yaml`"),
                );
                continue;
            }
        };
        let mut matched = files.matching(&whole)?;
        matched.retain(|path| !files.is_same(path, spec));
        if matched.is_empty() {
            let message = format!("no file matches {}", quoted(&pattern.value));
            let folder = paths::shown(folder);
            findings.push(
                Diagnostic::error("empty-include", message, pattern.span)
                    .here(format!("looked for in `{folder}`")),
            );
        }
        for path in matched {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
    }
    Ok(paths)
}
