//! Temporary files next to the files that they become, so that a rename is all that is left to
//! do. They remove themselves unless they are persisted. It knows nothing of artifacts.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempPath};

use super::disk::or_current;
use super::gate::{Act, Acts};

/// What the names begin and end with. Between them is what chance gave, so long that nobody else
/// has a file of such a name.
const PREFIX: &str = ".codegen-";
const RANDOM: usize = 16;
const SUFFIX: &str = ".tmp";
/// What the name of one ends with instead that is all that is left of a file.
const KEPT: &str = ".kept";

/// Whether a file is a temporary one, of this run or another.
pub(super) fn is_ours(path: &Path) -> bool {
    has_name(path, SUFFIX) || has_name(path, KEPT)
}

/// Whether a file is a temporary one that serves for nothing once its run is over.
pub(super) fn is_litter(path: &Path) -> bool {
    has_name(path, SUFFIX)
}

fn has_name(path: &Path, suffix: &str) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let random =
        name.strip_prefix(PREFIX.as_bytes()).and_then(|n| n.strip_suffix(suffix.as_bytes()));
    random.is_some_and(|r| r.len() == RANDOM && r.iter().all(u8::is_ascii_alphanumeric))
}

/// A file with these bytes, safe on disk, that is to stand at `path`. It gets the permissions of
/// the file there, or of any new file.
pub(super) fn stage(path: &Path, bytes: &[u8], acts: Acts<'_>) -> io::Result<TempPath> {
    let mut file = create(path, acts)?;
    acts(Act::Fill)?;
    file.as_file_mut().write_all(bytes)?;
    match fs::metadata(path) {
        Ok(meta) => acts(Act::Dress).and_then(|()| dress(file.as_file(), &meta))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    acts(Act::Sync)?;
    file.as_file().sync_data()?;
    // Closed here: a run may stage more files than a process may hold open.
    Ok(file.into_temp_path())
}

/// A second name for the file at `path`, or where links are unknown or forbidden, a copy: a file
/// with these bytes, which are its own.
pub(super) fn back_up(path: &Path, bytes: &[u8], acts: Acts<'_>) -> io::Result<TempPath> {
    let link = acts(Act::Link)
        .and_then(|()| builder().make_in(folder(path), |name| fs::hard_link(path, name)));
    link.map_or_else(|_| stage(path, bytes, acts), |link| Ok(link.into_temp_path()))
}

/// Moves the file at `path` to a temporary name.
pub(super) fn set_aside(path: &Path, acts: Acts<'_>) -> io::Result<TempPath> {
    let aside = create(path, acts)?.into_temp_path();
    acts(Act::Rename)?;
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// Keeps a temporary file for good, under a name that no later run removes; gives that.
pub(super) fn keep(temp: TempPath) -> Option<PathBuf> {
    let path = temp.keep().ok()?;
    let kept = path.with_extension(&KEPT[1..]);
    Some(if fs::rename(&path, &kept).is_ok() { kept } else { path })
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

fn create(path: &Path, acts: Acts<'_>) -> io::Result<NamedTempFile<File>> {
    acts(Act::Create)?;
    // Opened as `File::create` does, where the crate would let nobody else read it.
    builder()
        .make_in(folder(path), |name| OpenOptions::new().write(true).create_new(true).open(name))
}

fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).rand_bytes(RANDOM).suffix(SUFFIX);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_others_are_not_taken_for_ours() {
        let own = create(Path::new("a"), &mut |_| Ok(())).unwrap();
        assert!(is_ours(own.path()) && is_litter(own.path()), "{}", own.path().display());
        let kept = keep(own.into_temp_path()).unwrap();
        assert!(is_ours(&kept) && !is_litter(&kept) && kept.exists(), "{}", kept.display());
        fs::remove_file(kept).unwrap();
        for name in [
            ".codegen-ignore",
            ".codegen-0123456789abcdef",
            ".codegen-0123456789abcde.tmp",
            ".codegen-0123456789abcd_f.tmp",
            "codegen-0123456789abcdef.tmp",
            ".codegen-0123456789abcdef.tmp.yaml",
        ] {
            assert!(!is_ours(Path::new(name)), "{name}");
        }
    }
}
