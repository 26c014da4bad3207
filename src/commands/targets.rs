//! `codegen targets`: the targets there are, with their options and defaults.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::{Console, Failure, Status, config, folders};
use crate::model::Sources;
use crate::render::{Accepts, OptionSpec, Target};

/// Which targets to list.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    /// Their names; all where there is none.
    pub names: Vec<String>,
    /// The configuration, instead of the one that is found.
    pub config: Option<PathBuf>,
    /// The folder with the user's own targets.
    pub templates: Option<PathBuf>,
}

/// Lists targets.
pub fn targets(
    request: &Targets,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let mut findings = Vec::new();
    let config = config::settle(request.config.as_deref(), sources, console, &mut findings)?;
    if !findings.is_empty() {
        return Err(Failure::Invalid(findings));
    }
    let folder = config.templates_folder(request.templates.as_deref());
    let known = folders::names(folder.as_deref())?;
    let names = if request.names.is_empty() { &known } else { &request.names };
    let unknown = names.iter().filter(|name| !known.contains(name)).map(|name| {
        let known = known.clone();
        Failure::Unknown { what: "target", typed: name.clone(), known }
    });
    let unknown: Vec<Failure> = unknown.collect();
    if !unknown.is_empty() {
        return Err(Failure::Several(unknown));
    }
    let mut blocks = Vec::new();
    for name in names {
        let found = folders::find(name, folder.as_deref(), sources)?;
        blocks.push(described(&found.read(sources)?));
    }
    console.data(&blocks.join("\n"))?;
    Ok(Status::Clean)
}

/// A target in one line, and each of its options in one more, as it would be typed after `--set`.
fn described(target: &Target) -> String {
    let manifest = &target.manifest;
    let when = if manifest.default { "" } else { " (only where it is named)" };
    let mut text = format!("{}: {}{when}\n", target.name, manifest.description);
    let typed = |o: &OptionSpec| format!("{}.{}={}", target.name, o.name, o.default.typed());
    let width = manifest.options.iter().map(|o| typed(o).len()).max().unwrap_or_default();
    for option in &manifest.options {
        let (typed, what) = (typed(option), &option.description);
        // Writing to a text can't fail.
        let _ = writeln!(text, "  {typed:<width$}  {what}{}", accepted(option));
    }
    text
}

/// What the option takes, where its default does not tell.
fn accepted(option: &OptionSpec) -> String {
    match &option.accepts {
        Accepts::OneOf(_) | Accepts::Within(_) => format!(": {}", option.expected()),
        Accepts::Anything | Accepts::Identifier { .. } | Accepts::Locales => String::new(),
    }
}
