//! `codegen new-target`: begins a target of the user's own, which works and teaches how to go on.

use std::path::PathBuf;

use super::home::{Home, HomeFault};
use super::{Console, Failure, Status, folders, paths};
use crate::model::{FileChange, Sources};
use crate::output;

/// What stands for the name of the target in the files that it begins with.
const NAME: &str = "TARGET";

/// A longer name is no name for a folder.
const LONGEST: usize = 64;

/// The target to begin.
#[derive(Clone, Debug, Default)]
pub struct NewTarget {
    /// Its name.
    pub name: String,
    /// The folder that gets a folder for it, instead of that of the user's own targets.
    pub to: Option<PathBuf>,
    /// The configuration, instead of the one that is found.
    pub config: Option<PathBuf>,
}

/// Begins a target.
pub fn new_target(
    request: &NewTarget,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let NewTarget { name, to, config } = request;
    if !is_name(name) {
        return Err(HomeFault::BadName(name.clone()).into());
    }
    if !folders::built_in(name).is_empty() {
        return Err(HomeFault::BuiltIn(name.clone()).into());
    }
    let home = Home::settle(config.as_deref(), to.as_deref(), sources, console)?;
    let folder = home.of(name);
    // A link that leads nowhere is there, too.
    if folder.symlink_metadata().is_ok() {
        return Err(HomeFault::Taken(paths::shown(&folder)).into());
    }
    let files = folders::skeleton().into_iter();
    let changes = files.map(|(file, text)| home.change(name, &file, text.replace(NAME, name)));
    let mut changes: Vec<FileChange> = changes.collect::<Result<_, _>>()?;
    let made: Vec<String> = changes.iter().map(|change| change.shown.clone()).collect();
    changes.extend(home.configuration());
    output::write(&changes)?;
    for file in made {
        console.note(&format!("new: {file}"))?;
    }
    console.note(&home.usage())?;
    console.note(&format!("to try it, run: {}", home.command(name)))?;
    Ok(Status::Clean)
}

/// Whether a name serves for a folder on every system, and between commas and before a dot on the
/// command line.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
        && name.len() <= LONGEST
        && output::check_path(name).is_ok()
}
