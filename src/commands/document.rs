//! What machines read of a run: collected while it goes on, put together at its end. The one
//! place that knows what a CI service says in the environment.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Status, paths};
use crate::compat::{self, Verdict};
use crate::lint::{self, Level};
use crate::model::{Diagnostic, Edit, Severity, Sources};
use crate::output::{self, Explained, Files, Format, RuleText, Run};
use crate::spec::edit;

/// What a run has said so far.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) findings: Vec<Diagnostic>,
    pub(super) files: Option<Files>,
    pub(super) output: String,
    pub(super) entries: Vec<Explained>,
}

/// A document as it goes out.
pub(super) struct Printed {
    /// What goes to standard output.
    pub(super) text: String,
    /// What goes to the ends of files.
    pub(super) appended: Vec<(PathBuf, String)>,
}

impl Document {
    /// Puts it together.
    pub(super) fn printed(
        &self,
        format: Format,
        status: Status,
        error: Option<&str>,
        sources: &Sources,
    ) -> Printed {
        let folder = folder().unwrap_or_default();
        let edits: Vec<&[Edit]> = self.findings.iter().map(|f| f.edits.as_slice()).collect();
        let replacements = edit::replacements(&edits, sources);
        let run = Run {
            status: status as u8,
            error,
            findings: &self.findings,
            sources,
            replacements: &replacements,
            files: self.files.as_ref(),
            output: &self.output,
            entries: &self.entries,
            folder: &folder,
        };
        let mut appended = Vec::new();
        let text = match format {
            Format::Human => String::new(),
            Format::Json => output::json(&run),
            Format::Gitlab => output::gitlab(&run),
            Format::Sarif => output::sarif(&run, &described),
            Format::Github => {
                appended.extend(summary_file().map(|path| (path, output::step_summary(&run))));
                output::github(&run)
            }
        };
        Printed { text, appended }
    }
}

/// Adds a text to the end of a file.
pub(super) fn append(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().create(true).append(true).open(path)?.write_all(text.as_bytes())
}

/// The file that GitHub shows below a step.
fn summary_file() -> Option<PathBuf> {
    env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// The working folder as seen from the root of the repository, where GitHub or GitLab says
/// what that is.
fn folder() -> Option<String> {
    let said = |name| env::var_os(name).filter(|path| !path.is_empty());
    let root = said("GITHUB_WORKSPACE").or_else(|| said("CI_PROJECT_DIR"))?;
    let root = Path::new(&root).canonicalize().ok()?;
    let here = env::current_dir().ok()?.canonicalize().ok()?;
    let below = here.strip_prefix(root).ok()?;
    (!below.as_os_str().is_empty()).then(|| paths::shown(below))
}

fn described(name: &str) -> Option<RuleText> {
    let Some(rule) = lint::rule(name) else { return change(name) };
    let level = match rule.level() {
        Level::Error => Some(Severity::Error),
        Level::Warning => Some(Severity::Warning),
        Level::Off => None,
    };
    let (failing, passing) = (rule.failing(), rule.passing());
    Some(RuleText { level, finds: rule.finds, why: rule.why, failing, passing })
}

fn change(name: &str) -> Option<RuleText> {
    let kind = compat::kind(name)?;
    let level = match kind.verdict {
        Verdict::Breaking => Severity::Error,
        Verdict::Compatible | Verdict::Editorial => Severity::Note,
    };
    let (finds, why) = (kind.finds, kind.why);
    Some(RuleText { level: Some(level), finds, why, failing: "", passing: "" })
}
