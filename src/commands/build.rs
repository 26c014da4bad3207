//! The way in for build scripts: generates as the command line does, and tells cargo what it read.
//! Knows nothing of clap, and prints nothing but lines for cargo.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use super::console::plain;
use super::desk::Desk;
use super::inspect::inspect_on;
use super::settings::{self, Overrides};
use super::{Console, Failure, Printing, generate};
use crate::model::{Diagnostic, Severity, Sources, visible_name};
use crate::output;
use crate::render::Context;

/// So many warnings are shown in each build.
const WARNINGS: usize = 5;

/// Generates from within a `build.rs`.
///
/// ```no_run
/// fn main() -> Result<(), codegen::BuildError> {
///     codegen::Builder::new()
///         .spec("codes.yaml")
///         .target("rust")
///         .set("rust.module_file=false") // for `include!`
///         .generate()
/// }
/// ```
///
/// Each target gets a folder of its name in `OUT_DIR`. With `codegen` under
/// `[build-dependencies]`, the crate then says:
///
/// ```ignore
/// #[allow(dead_code)]
/// mod codes {
///     include!(concat!(env!("OUT_DIR"), "/rust/codes.rs"));
/// }
/// ```
///
/// What is not set here is as `codegen.yaml` says, which is looked for as on the command line:
/// where the build script runs, which is the folder of the package, and then above. Paths are
/// relative to that folder, too. Documents that it lists are left alone: a build changes nothing
/// outside of its own folder.
#[derive(Clone, Debug, Default)]
#[must_use = "nothing is generated before `generate` is called"]
pub struct Builder {
    overrides: Overrides,
}

impl Builder {
    /// One that generates what `codegen.yaml` says.
    pub fn new() -> Self {
        Self::default()
    }

    /// The spec, instead of the configured one or `spec/codes.yaml`.
    pub fn spec(mut self, path: impl Into<PathBuf>) -> Self {
        self.overrides.spec = Some(path.into());
        self
    }

    /// Adds a target by its name, such as `rust`. Without any, the configured ones are generated,
    /// or else all that are built in and need not be named.
    pub fn target(mut self, name: impl Into<String>) -> Self {
        self.overrides.lang.push(name.into());
        self
    }

    /// Sets an option of a target, as `target.option=value`; `codegen targets` lists them.
    pub fn set(mut self, option: impl Into<String>) -> Self {
        self.overrides.set.push(option.into());
        self
    }

    /// The folder that gets a folder for each target, instead of `OUT_DIR`.
    pub fn out(mut self, folder: impl Into<PathBuf>) -> Self {
        self.overrides.out = Some(folder.into());
        self
    }

    /// The configuration, instead of the one that is found.
    pub fn config(mut self, path: impl Into<PathBuf>) -> Self {
        self.overrides.config = Some(path.into());
        self
    }

    /// The folder with targets of your own, or files that override those built in.
    pub fn templates(mut self, folder: impl Into<PathBuf>) -> Self {
        self.overrides.templates = Some(folder.into());
        self
    }

    /// Generates. Where anything is wrong, nothing is written; a file that would stay the same is
    /// not touched, and one that is no longer generated is removed.
    ///
    /// Prints `cargo::rerun-if-changed` for the spec, what it includes and where that is looked
    /// for, the configuration and the templates folder, so that cargo runs the build script again
    /// when one of them changes, and for no other reason. A folder that the output lies in can't
    /// be watched: keep files for `include: ["*.yaml"]` below a folder that is not the package's
    /// own. Warnings about the spec are shown with `cargo::warning`.
    ///
    /// Fails where the command line would: the spec, the configuration or a template is wrong or
    /// can't be read, a target or an option is not known, or files can't be written.
    pub fn generate(mut self) -> Result<(), BuildError> {
        let mut sources = Sources::default();
        self.run(&mut sources).map_err(|failure| BuildError(plain(failure, &sources)))
    }

    fn run(&mut self, sources: &mut Sources) -> Result<(), Failure> {
        let from_cargo = || env::var_os("OUT_DIR").map(PathBuf::from);
        let out = self.overrides.out.take().or_else(from_cargo).ok_or(Failure::NoOutDir)?;
        self.overrides.out = Some(out.clone());
        let mut console = Console::new(Printing::default());
        let settings = settings::settle(&self.overrides, sources, &mut console)?;
        let mut desk = Desk::default();
        let (catalog, findings) = inspect_on(&mut desk, &settings, sources)?;
        let Some(catalog) = catalog.filter(|_| !findings.iter().any(Diagnostic::is_error)) else {
            return Err(Failure::Invalid(findings));
        };
        let bundles = generate::render(&settings, (&catalog, &Context::of(&catalog)))?;
        output::write(&output::compare(bundles).map_err(Failure::Refused)?)?;
        let read = desk.paths().chain(settings.deciding.iter().map(PathBuf::as_path));
        let looked_in = desk.folders().filter(|folder| !holds(folder, &out));
        let mut lines: Vec<String> = read
            .chain(looked_in)
            .map(|path| format!("cargo::rerun-if-changed={}\n", path.display()))
            .collect();
        lines.extend(warnings(&findings, sources));
        console.data(&lines.concat())
    }
}

/// Whether a folder is, or has somewhere below it, another. One that is not there can't be watched
/// either.
fn holds(folder: &Path, other: &Path) -> bool {
    // An empty path is the working directory, and no path by itself.
    let folder = Path::new(".").join(folder).canonicalize();
    folder.map_or(true, |folder| other.canonicalize().is_ok_and(|other| other.starts_with(folder)))
}

/// The first warnings, a line each, as cargo takes no more.
fn warnings(findings: &[Diagnostic], sources: &Sources) -> Vec<String> {
    let all: Vec<&Diagnostic> =
        findings.iter().filter(|finding| finding.severity == Severity::Warning).collect();
    let mut lines: Vec<String> = all
        .iter()
        .take(WARNINGS)
        .map(|finding| {
            let place = finding.labels.first().map_or_else(String::new, |label| {
                let source = sources.get(label.span.source);
                let at = source.position(label.span.start);
                format!("{}:{}:{}: ", source.name, at.line, at.column)
            });
            let text = format!("{place}{} ({})", finding.message, finding.rule);
            format!("cargo::warning={}\n", visible_name(&text))
        })
        .collect();
    if let more @ 1.. = all.len().saturating_sub(WARNINGS) {
        lines.push(format!("cargo::warning=… and {more} more; `codegen lint` shows all\n"));
    }
    lines
}

/// Why a build script could not generate, with every finding as on the command line: the place,
/// an excerpt, and how to mend it, without colour.
pub struct BuildError(String);

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The same words under a line of their own: this is what a `main` that returns the error prints.
impl fmt::Debug for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the codes were not generated\n\n{}", self.0)
    }
}

impl std::error::Error for BuildError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_around_the_output_is_not_watched() {
        let holds = |folder, other| holds(Path::new(folder), Path::new(other));
        assert!(holds("", "src/commands"));
        assert!(holds("src", "src"));
        assert!(holds("src/nowhere", "src"));
        assert!(!holds("src/commands", "src"));
        assert!(!holds("src/model", "src/commands"));
    }
}
