//! `codegen.yaml`: which spec becomes which targets, and where they go.

use std::path::{Path, PathBuf};

use super::files::Files;
use super::{Console, Failure, paths};
use crate::compat::{CHANGES, Verdict};
use crate::lint::{self, Level};
use crate::model::fields::{self, Fields, open_map};
use crate::model::node::{Node, Value};
use crate::model::words::{did_you_mean, quoted};
use crate::model::{Diagnostic, Sources, Spanned, visible_name};
use crate::spec::yaml;

/// The name of the file.
pub(super) const FILE_NAME: &str = "codegen.yaml";

const FIELDS: [&str; 8] =
    ["spec", "out", "templates", "targets", "documents", "lint", "breaking", "required_version"];
const TARGET_FIELDS: [&str; 2] = ["out", "options"];

/// The bytes of a name in a path, and of the whole, that systems take.
const LONGEST_NAME: usize = 255;
const LONGEST_PATH: usize = 4095;

/// What the file says; empty where there is none.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// The folder that the file is in, which all its paths are relative to.
    pub(super) root: PathBuf,
    /// The file itself, where there is one.
    pub(super) path: Option<PathBuf>,
    pub(super) spec: Option<String>,
    pub(super) out: Option<String>,
    pub(super) templates: Option<String>,
    /// `None` where the file does not name any.
    pub(super) targets: Option<Vec<TargetConfig>>,
    /// Documents with regions to fill, each a path or a pattern of paths.
    pub(super) documents: Vec<Spanned<String>>,
    pub(super) levels: Vec<(String, Level)>,
    pub(super) verdicts: Vec<(String, Verdict)>,
}

/// What the file says of one target.
#[derive(Debug)]
pub(super) struct TargetConfig {
    pub(super) name: Spanned<String>,
    pub(super) out: Option<String>,
    pub(super) options: Vec<(Spanned<String>, Node)>,
}

impl Config {
    /// The folder with the user's own targets: the one typed on the command line, or this file's.
    pub(super) fn templates_folder(&self, typed: Option<&Path>) -> Option<PathBuf> {
        let said = || self.templates.as_ref().map(|folder| self.root.join(folder));
        typed.map(Path::to_owned).or_else(said)
    }
}

/// Reads the file that was named, or else found; says which.
pub(super) fn settle(
    named: Option<&Path>,
    sources: &mut Sources,
    console: &mut Console,
    findings: &mut Vec<Diagnostic>,
) -> Result<Config, Failure> {
    let path = match named {
        Some(path) => path.to_owned(),
        None => match find(Path::new(".")) {
            // Something of that name is no reason to go on as if there were none.
            Some(path) if !path.is_file() => return Err(Failure::misplaced(&path)),
            Some(path) => path,
            None => {
                console.detail("configuration: none")?;
                return Ok(Config::default());
            }
        },
    };
    let config = read(&path, sources, findings)?;
    console.detail(&format!("configuration: {}", paths::shown(&path)))?;
    Ok(Config { path: Some(path), ..config })
}

/// The file in a folder or the nearest one above it.
pub(super) fn find(from: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(from).ok()?;
    let is_there = |dir: &Path| dir.join(FILE_NAME).symlink_metadata().is_ok();
    let depth = absolute.ancestors().position(is_there)?;
    // Kept relative, so that what is shown and said stays short.
    let up: PathBuf = std::iter::repeat_n("..", depth).collect();
    Some(up.join(FILE_NAME))
}

/// Reads the file. Where there are findings, it must not be used.
fn read(
    path: &Path,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<Config, Failure> {
    let id = super::load::text(Files::Disk, path, sources)?;
    let root = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    let node = yaml::parse(id, sources).map_err(Failure::Invalid)?;
    if node.value == Value::Null {
        return Ok(Config { root, ..Config::default() });
    }
    let (mut config, required) = root_fields(&node, findings);
    config.root = root;
    if let Some(required) = required {
        version(&required, findings)?;
    }
    Ok(config)
}

fn root_fields(node: &Node, findings: &mut Vec<Diagnostic>) -> (Config, Option<Spanned<String>>) {
    let Some(fields) = Fields::of(node, "configuration", &FIELDS, findings) else {
        return (Config::default(), None);
    };
    let mut named = |name| {
        let node = fields.get(name)?;
        path(node, findings)
    };
    let (spec, out, templates) = (named("spec"), named("out"), named("templates"));
    // Which targets there are is not known where their folder is not.
    let is_known = templates.is_some() || fields.get("templates").is_none();
    let targets = fields.get("targets").filter(|_| is_known).map(|n| targets(n, findings));
    let documents = fields.get("documents").map(|n| documents(n, findings)).unwrap_or_default();
    let levels = fields.get("lint").map(|n| levels(n, findings)).unwrap_or_default();
    let verdicts = fields.get("breaking").map(|n| verdicts(n, findings)).unwrap_or_default();
    let required = fields
        .get("required_version")
        .and_then(|n| fields::text(n, "versions such as \">=1.0\"", findings));
    let (root, path) = (PathBuf::new(), None);
    (Config { root, path, spec, out, templates, targets, documents, levels, verdicts }, required)
}

/// A path that some system could have.
fn path(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let path = fields::text(node, "a path", findings)?;
    let fault = if path.value.is_empty() {
        Some((
            "this path is empty".to_owned(),
            "leave it out, or write `.` for the folder of the configuration",
        ))
    } else if let Some(c) = path.value.chars().find(|c| c.is_control()) {
        let name = visible_name(c.encode_utf8(&mut [0; 4])).into_owned();
        Some((format!("this path holds the control character {name}"), "remove it"))
    } else if path.value.split(['/', '\\']).any(|name| name.len() > LONGEST_NAME) {
        Some((format!("a name in this path is longer than {LONGEST_NAME} bytes"), "shorten it"))
    } else if path.value.len() > LONGEST_PATH {
        Some((format!("this path is longer than {LONGEST_PATH} bytes"), "shorten it"))
    } else {
        None
    };
    let Some((message, help)) = fault else { return Some(path.value) };
    findings.push(Diagnostic::error("invalid-path", message, path.span).help(help));
    None
}

fn targets(node: &Node, findings: &mut Vec<Diagnostic>) -> Vec<TargetConfig> {
    let mut targets = Vec::new();
    for (name, span, value) in open_map(node, "targets", findings) {
        let name = Spanned::new(name.to_owned(), span);
        let mut target = TargetConfig { name, out: None, options: Vec::new() };
        // `ts:` alone says as much as `ts: {}`.
        if value.value != Value::Null
            && let Some(fields) = Fields::of(value, "target", &TARGET_FIELDS, findings)
        {
            target.out = fields.get("out").and_then(|n| path(n, findings));
            if let Some(options) = fields.get("options") {
                for (name, span, value) in open_map(options, "options", findings) {
                    target.options.push((Spanned::new(name.to_owned(), span), value.clone()));
                }
            }
        }
        targets.push(target);
    }
    targets
}

fn documents(node: &Node, findings: &mut Vec<Diagnostic>) -> Vec<Spanned<String>> {
    let mut documents = Vec::new();
    let items = match &node.value {
        Value::Text(_) => std::slice::from_ref(node),
        _ => fields::list(node, "paths", findings),
    };
    for item in items {
        documents.extend(path(item, findings).map(|path| Spanned::new(path, item.span)));
    }
    documents
}

fn levels(node: &Node, findings: &mut Vec<Diagnostic>) -> Vec<(String, Level)> {
    let mut levels = Vec::new();
    for (name, span, value) in open_map(node, "lint levels", findings) {
        match lint::rule(name) {
            None => findings.push(
                Diagnostic::error("unknown-rule", format!("unknown rule {}", quoted(name)), span)
                    .here("not a rule")
                    .help(lint::instead_of(name, |_| true)),
            ),
            Some(rule) if !rule.is_optional() => findings.push(
                Diagnostic::error("fixed-level", format!("the level of `{name}` is fixed"), span)
                    .here("what it finds makes a spec invalid"),
            ),
            Some(_) => {}
        }
        let level = fields::choice(value, "level", &Level::ALL, findings);
        levels.extend(level.map(|level| (name.to_owned(), level)));
    }
    levels
}

fn verdicts(node: &Node, findings: &mut Vec<Diagnostic>) -> Vec<(String, Verdict)> {
    let mut verdicts = Vec::new();
    let names = || CHANGES.iter().map(|rule| rule.name);
    for (name, span, value) in open_map(node, "verdicts", findings) {
        if names().all(|known| known != name) {
            findings.push(
                Diagnostic::error("unknown-rule", format!("unknown rule {}", quoted(name)), span)
                    .here("not a kind of change")
                    .help(
                        did_you_mean(name, names())
                            .unwrap_or_else(|| "`codegen rules` lists the kinds".to_owned()),
                    ),
            );
        }
        let verdict = fields::choice(value, "verdict", &Verdict::ALL, findings);
        verdicts.extend(verdict.map(|verdict| (name.to_owned(), verdict)));
    }
    verdicts
}

fn version(required: &Spanned<String>, findings: &mut Vec<Diagnostic>) -> Result<(), Failure> {
    match semver::VersionReq::parse(&required.value) {
        Err(error) => findings.push(
            Diagnostic::error(
                "invalid-version",
                format!("{} names no versions: {error}", quoted(&required.value)),
                required.span,
            )
            .here("expected versions such as `>=1.0` or `^1.2`"),
        ),
        Ok(wanted) => {
            let own = semver::Version::parse(env!("CARGO_PKG_VERSION"));
            if !own.is_ok_and(|own| wanted.matches(&own)) {
                return Err(Failure::Version(required.value.clone()));
            }
        }
    }
    Ok(())
}
