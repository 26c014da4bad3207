//! What no generator can do without, each in a process of its own: to begin and end, to read the
//! events of the YAML, to write the bytes.

use std::error::Error;
use std::fs;
use std::path::Path;

use granit_parser::Parser;

/// The words that make this program a part of the floor.
pub(crate) const NOTHING: &str = "--nothing";
pub(crate) const EVENTS: &str = "--events";
pub(crate) const WRITE: &str = "--write";

/// Reads a file and walks over its events.
pub(crate) fn events(file: &Path) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let mut count = 0_usize;
    for event in Parser::new_from_str(&text) {
        event?;
        count += 1;
    }
    if count == 0 { Err("the file has no events".into()) } else { Ok(()) }
}

/// Writes the files of a folder, and of those in it, to another.
pub(crate) fn write(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            write(&entry.path(), &target)?;
        } else {
            fs::write(target, fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// How many bytes the files of a folder have.
pub(crate) fn bytes(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let meta = entry.metadata()?;
        sum += if meta.is_dir() { bytes(&entry.path())? } else { meta.len() };
    }
    Ok(sum)
}
