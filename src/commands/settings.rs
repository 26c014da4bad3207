//! What a run is to do: the configuration, overridden by the command line.

use std::path::{Path, PathBuf};

use super::config::{self, Config};
use super::options::{self, Set};
use super::regions::Named;
use super::{Console, Failure, files, folders, parallel, paths};
use crate::compat::Verdict;
use crate::lint::Level;
use crate::model::words::{did_you_mean, one_of, quoted};
use crate::model::{Diagnostic, Sources};
use crate::render::{Options, Target};

/// The spec of a project that names none.
pub(super) const SPEC: &str = "spec/codes.yaml";
/// The folder for all targets of a project that names none.
pub(super) const OUT: &str = "out";

/// What the command line says, each over what the configuration says.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// The configuration, instead of the one that is found.
    pub config: Option<PathBuf>,
    /// The spec; `-` is standard input.
    pub spec: Option<PathBuf>,
    /// The folder that has a folder for each target.
    pub out: Option<PathBuf>,
    /// The folder with the user's own targets.
    pub templates: Option<PathBuf>,
    /// The targets to generate.
    pub lang: Vec<String>,
    /// Options, each as `target.option=value`.
    pub set: Vec<String>,
    /// The documents whose regions to fill.
    pub documents: Vec<PathBuf>,
}

/// What a run is to do.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) spec: PathBuf,
    /// What decides on the run beside the spec, as far as it is there: the configuration, and the
    /// folder with the user's own targets.
    pub(super) deciding: Vec<PathBuf>,
    /// How the spec stands in headers.
    pub(super) header_path: String,
    pub(super) levels: Vec<(String, Level)>,
    pub(super) verdicts: Vec<(String, Verdict)>,
    pub(super) targets: Vec<Chosen>,
    /// Documents whose regions are to be filled.
    pub(super) documents: Vec<Named>,
    /// Targets that fill regions only, where there are documents.
    pub(super) fillers: Vec<(Target, Options)>,
    /// Targets that are not generated now, with their folders: what is there is theirs.
    pub(super) others: Vec<(String, Folder)>,
}

/// The folder of a target.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: PathBuf,
    /// What the user named: the same, or the folder for all targets.
    pub(super) within: PathBuf,
}

/// A target to generate.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) target: Target,
    pub(super) folder: Folder,
    pub(super) options: Options,
}

/// Reads the configuration and the targets.
pub(super) fn settle(
    overrides: &Overrides,
    sources: &mut Sources,
    console: &mut Console,
) -> Result<Settings, Failure> {
    let mut findings = Vec::new();
    let config = config::settle(overrides.config.as_deref(), sources, console, &mut findings)?;
    let at = |typed: &Option<PathBuf>, said: &Option<String>, default: &str| {
        typed.clone().unwrap_or_else(|| config.root.join(said.as_deref().unwrap_or(default)))
    };
    let templates = config.templates_folder(overrides.templates.as_deref());
    let spec = at(&overrides.spec, &config.spec, SPEC);
    let out = at(&overrides.out, &config.out, OUT);
    let known = folders::names(templates.as_deref())?;
    check_names(&config, &known, &mut findings);
    if !findings.is_empty() {
        return Err(Failure::Invalid(findings));
    }
    let (names, sets) = named(overrides, &config, &known)?;

    let configured = |name: &str| config.targets.iter().flatten().find(|t| t.name.value == name);
    let folder = |name: &str| match configured(name).and_then(|t| t.out.as_ref()) {
        // Told on the command line, `--out` moves everything.
        Some(own) if overrides.out.is_none() => {
            let path = config.root.join(own);
            Folder { within: path.clone(), path }
        }
        _ => Folder { path: out.join(name), within: out.clone() },
    };
    let documents = Named::all(overrides, &config);
    // Told on the command line, targets alone fill regions.
    let mut rest = known.clone();
    rest.retain(|name| overrides.lang.is_empty() && !documents.is_empty() && !names.contains(name));
    let mut found = Vec::new();
    for name in names.iter().chain(&rest) {
        let target = folders::find(name, templates.as_deref(), sources);
        found.extend(unless_invalid(target, &mut findings)?);
    }
    let (mut chosen, mut fillers) = (Vec::new(), Vec::new());
    for target in parallel::each(&found, |found| found.read(sources)) {
        let Some(target) = unless_invalid(target, &mut findings)? else { continue };
        let name = &target.name;
        // Without a choice by the user, a target itself says whether it is generated.
        let is_left_out = rest.contains(name)
            || overrides.lang.is_empty() && config.targets.is_none() && !target.manifest.default;
        if is_left_out && (documents.is_empty() || target.manifest.regions.is_empty()) {
            continue;
        }
        let options = options::settle(&target, configured(name), &sets, &mut findings)?;
        if is_left_out {
            fillers.push((target, options));
        } else {
            chosen.push(Chosen { folder: folder(name), target, options });
        }
    }
    if !findings.is_empty() {
        return Err(Failure::Invalid(findings));
    }
    let mut used = chosen.iter().map(|c| &c.target).chain(fillers.iter().map(|(target, _)| target));
    if let Some(set) = sets.iter().find(|set| used.clone().all(|target| target.name != set.target))
    {
        return Err(Failure::LeftOut(set.target.clone()));
    }
    if used.next().is_none() {
        return Err(Failure::NoTargets);
    }
    let all = config.targets.as_ref().map_or_else(
        || known.clone(),
        |targets| targets.iter().map(|t| t.name.value.clone()).collect(),
    );
    let header_path = if spec == Path::new(files::STDIN) {
        "standard input".to_owned()
    } else {
        paths::in_header(&spec, &config.root)
    };
    Ok(Settings {
        deciding: config.path.into_iter().chain(templates).collect(),
        verdicts: config.verdicts,
        header_path,
        spec,
        levels: config.levels.clone(),
        documents,
        fillers,
        others: all
            .into_iter()
            .filter(|name| chosen.iter().all(|c| c.target.name != *name))
            .map(|name| (name.clone(), folder(&name)))
            .collect(),
        targets: chosen,
    })
}

/// What was read; where there are findings instead, they join those of the other targets.
fn unless_invalid<T>(
    read: Result<T, Failure>,
    findings: &mut Vec<Diagnostic>,
) -> Result<Option<T>, Failure> {
    match read {
        Err(Failure::Invalid(found)) => {
            findings.extend(found);
            Ok(None)
        }
        read => read.map(Some),
    }
}

fn check_names(config: &Config, known: &[String], findings: &mut Vec<Diagnostic>) {
    for target in config.targets.iter().flatten() {
        if !known.contains(&target.name.value) {
            let names = || known.iter().map(String::as_str);
            let message = format!("unknown target {}", quoted(&target.name.value));
            findings.push(
                Diagnostic::error("unknown-target", message, target.name.span)
                    .here(format!("expected {}", one_of(names())))
                    .help_opt(did_you_mean(&target.name.value, names()))
                    .help("a target of your own is a folder in `templates`"),
            );
        }
    }
}

/// The names of the targets to generate, and the options set, with all that is wrong in them.
fn named(
    overrides: &Overrides,
    config: &Config,
    known: &[String],
) -> Result<(Vec<String>, Vec<Set>), Failure> {
    let mut failures = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for name in &overrides.lang {
        if !known.contains(name) {
            let known = known.to_vec();
            failures.push(Failure::Unknown { what: "language", typed: name.clone(), known });
        } else if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let mut sets = Vec::new();
    for set in &overrides.set {
        match Set::parse(set) {
            None => failures.push(Failure::BadSet(set.clone(), "`target.option=value`".to_owned())),
            Some(set) if !known.contains(&set.target) => {
                let known = known.to_vec();
                failures.push(Failure::Unknown { what: "target", typed: set.target, known });
            }
            Some(set) => sets.push(set),
        }
    }
    if !failures.is_empty() {
        return Err(Failure::Several(failures));
    }
    if names.is_empty() {
        names = match &config.targets {
            Some(targets) => targets.iter().map(|t| t.name.value.clone()).collect(),
            None => known.to_vec(),
        };
    }
    Ok((names, sets))
}
