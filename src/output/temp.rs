//! Temporary files next to the files that they become, so that a rename is all that is left to
//! do. They remove themselves unless they are persisted. It knows nothing of artifacts.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, TempPath};

use super::disk::or_current;

const PREFIX: &str = ".codegen-";

/// Whether a file is a temporary one: of another run, which may still need it.
pub(super) fn is_ours(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(PREFIX.as_bytes()))
}

/// A file with these bytes, safe on disk, that is to stand at `path`. It gets the permissions of
/// the file there, or of any new file.
pub(super) fn stage(path: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut file = create(path)?;
    file.as_file_mut().write_all(bytes)?;
    match fs::metadata(path) {
        Ok(meta) => dress(file.as_file(), &meta)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    file.as_file().sync_data()?;
    // Closed here: a run may stage more files than a process may hold open.
    Ok(file.into_temp_path())
}

/// A second name for the file at `path`, or where links are unknown or forbidden, a copy: a file
/// with these bytes, which are its own.
pub(super) fn back_up(path: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let link = builder().make_in(folder(path), |name| fs::hard_link(path, name));
    link.map_or_else(|_| stage(path, bytes), |link| Ok(link.into_temp_path()))
}

/// Moves the file at `path` to a temporary name.
pub(super) fn set_aside(path: &Path) -> io::Result<TempPath> {
    let aside = create(path)?.into_temp_path();
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// Renames a temporary file to `path`, where nothing stands.
pub(super) fn put_new(temp: TempPath, path: &Path) -> Result<(), tempfile::PathPersistError> {
    temp.persist_noclobber(path).or_else(|failed| {
        let is_free =
            fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        // Some file systems know neither links nor a rename that spares what is there.
        if is_free { failed.path.persist(path) } else { Err(failed) }
    })
}

fn create(path: &Path) -> io::Result<tempfile::NamedTempFile<File>> {
    // Opened as `File::create` does, where the crate would let nobody else read it.
    builder()
        .make_in(folder(path), |name| OpenOptions::new().write(true).create_new(true).open(name))
}

fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    builder
}

fn folder(path: &Path) -> &Path {
    or_current(path.parent().unwrap_or(Path::new("")))
}

#[cfg(unix)]
fn dress(file: &File, meta: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata()?;
    if (own.uid(), own.gid()) != (meta.uid(), meta.gid()) {
        // As root in a container, a file of the user's should stay the user's. Others may not
        // give files away, which is no reason to fail.
        let _ = fchown(file, Some(meta.uid()), Some(meta.gid()));
    }
    file.set_permissions(meta.permissions())
}

#[cfg(not(unix))]
fn dress(_: &File, _: &Metadata) -> io::Result<()> {
    // The only permission here is read-only, and the file at `path` can't be that: it could not
    // be replaced.
    Ok(())
}
