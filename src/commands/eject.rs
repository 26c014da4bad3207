//! `codegen eject`: copies the templates of built-in targets to where their user can change them.

use std::path::PathBuf;

use super::home::{Home, HomeFault};
use super::{Console, Failure, Status, folders};
use crate::model::{FileState, Sources};
use crate::output;

/// Which targets to copy, and where to.
#[derive(Clone, Debug, Default)]
pub struct Eject {
    /// Their names.
    pub names: Vec<String>,
    /// The folder that gets a folder for each, instead of that of the user's own targets.
    pub to: Option<PathBuf>,
    /// The configuration, instead of the one that is found.
    pub config: Option<PathBuf>,
}

/// Copies targets: all of them, or nothing.
pub fn eject(
    request: &Eject,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let known = folders::names(None)?;
    let unknown = request.names.iter().filter(|name| !known.contains(name)).map(|name| {
        let (typed, known) = (name.clone(), known.clone());
        Failure::Unknown { what: "built-in target", typed, known }
    });
    let unknown: Vec<Failure> = unknown.collect();
    if !unknown.is_empty() {
        return Err(Failure::Several(unknown));
    }
    let config = request.config.as_deref();
    let home = Home::settle(config, request.to.as_deref(), sources, console)?;
    let mut changes = Vec::new();
    for name in known.iter().filter(|name| request.names.contains(name)) {
        for (file, text) in folders::built_in(name) {
            changes.push(home.change(name, &file, text)?);
        }
    }
    let standing = changes.iter().filter(|change| change.state == FileState::Stale);
    let standing: Vec<String> = standing.map(|change| change.shown.clone()).collect();
    if !standing.is_empty() {
        return Err(HomeFault::Standing(standing).into());
    }
    let targets = output::summary_lines(&changes).join("\n");
    changes.extend(home.configuration());
    output::write(&changes)?;
    console.note(&targets)?;
    console.note(&home.usage())?;
    Ok(Status::Clean)
}
