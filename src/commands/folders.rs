//! Finds targets: those built in, and the user's own or overriding files in a templates folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use include_dir::{Dir, File, include_dir};

use super::files::Files;
use super::{Failure, load, paths};
use crate::model::{SourceId, Sources};
use crate::render::Target;
use crate::spec::yaml;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

static SKELETON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starter/target");

const MANIFEST: &str = "target.yaml";
const TEMPLATE_SUFFIX: &str = ".tera";

/// The names of all targets there are, in order.
pub(super) fn names(folder: Option<&Path>) -> Result<Vec<String>, Failure> {
    let mut names: Vec<String> = BUILT_IN.dirs().map(|dir| name_of(dir.path())).collect();
    if let Some(folder) = folder {
        for path in entries(folder)? {
            // What is not UTF-8 can't be named anywhere.
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if path.is_dir() && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    names.sort();
    Ok(names)
}

/// The files of a built-in target, by name; nothing where none has that name.
pub(super) fn built_in(name: &str) -> Vec<(String, String)> {
    BUILT_IN.get_dir(name).map(texts).unwrap_or_default()
}

/// The files that a new target begins with, by name.
pub(super) fn skeleton() -> Vec<(String, String)> {
    texts(&SKELETON)
}

/// The files of a target.
#[derive(Debug)]
pub(super) struct Found {
    name: String,
    manifest: SourceId,
    templates: Vec<(String, SourceId)>,
}

impl Found {
    /// Makes a target of them.
    pub(super) fn read(&self, sources: &Sources) -> Result<Target, Failure> {
        let root = yaml::parse(self.manifest, sources).map_err(Failure::Invalid)?;
        let manifest = (&root, self.manifest);
        Target::read(&self.name, manifest, &self.templates, sources).map_err(Failure::Invalid)
    }
}

/// Finds a target: its built-in files, each replaced by that of the same name in `folder`.
pub(super) fn find(
    name: &str,
    folder: Option<&Path>,
    sources: &mut Sources,
) -> Result<Found, Failure> {
    let mut files: BTreeMap<String, SourceId> = BTreeMap::new();
    for (file, text) in built_in(name) {
        let shown = format!("templates/{name}/{file}");
        files.insert(file, sources.add(shown, text));
    }
    let own = folder.map(|folder| folder.join(name)).filter(|path| path.is_dir());
    if let Some(own) = &own {
        for path in entries(own)? {
            let file = name_of(&path);
            if file == MANIFEST || file.ends_with(TEMPLATE_SUFFIX) {
                if !path.is_file() {
                    return Err(Failure::misplaced(&path));
                }
                if path.to_str().is_none() {
                    return Err(Failure::NotUtf8(paths::shown(&path)));
                }
                let mut id = load::text(Files::Disk, &path, sources)?;
                let source = sources.get(id);
                // A byte order mark would stand in every file that the template makes.
                let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
                if text.len() < source.text.len() || text.contains('\r') {
                    let unix = text.replace("\r\n", "\n");
                    id = sources.add(source.name.clone(), unix);
                }
                files.insert(file, id);
            }
        }
    }
    let Some(manifest) = files.remove(MANIFEST) else {
        let path = own.unwrap_or_default().join(MANIFEST);
        let missing = std::io::Error::new(std::io::ErrorKind::NotFound, "a target needs one");
        return Err(Failure::read(&path, missing));
    };
    Ok(Found { name: name.to_owned(), manifest, templates: files.into_iter().collect() })
}

/// The files of an embedded folder, by name.
fn texts(folder: &Dir<'_>) -> Vec<(String, String)> {
    let text = |file: &File<'_>| file.contents_utf8().unwrap_or_default().replace("\r\n", "\n");
    folder.files().map(|file| (name_of(file.path()), text(file))).collect()
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>, Failure> {
    let read = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut paths: Vec<_> = read
        .map_err(|error| Failure::read(folder, error))?
        .into_iter()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    Ok(paths)
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
