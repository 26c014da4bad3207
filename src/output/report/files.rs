//! Generated files that differ from what they should be, as formats show them.

use crate::model::{FileChange, FileState, Mode};
use crate::output::{diff, short};

/// A difference that stands beside other things is cut to so many lines.
const LONGEST_DIFF: usize = 40;

/// What came of the generated files.
#[derive(Clone, Debug)]
pub struct Files {
    /// Every file, compared.
    pub changes: Vec<FileChange>,
    /// What was done about those that differ.
    pub mode: Mode,
    /// Whether what differs in them is asked for.
    pub diff: bool,
    /// The command that writes them.
    pub mend: String,
}

/// A file that a check found not to be fresh.
pub(super) struct Stale<'a> {
    pub(super) rule: &'static str,
    pub(super) path: &'a str,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) change: &'a FileChange,
}

/// The names of the rules that files break, with what they find.
pub(super) const RULES: [(&str, &str); 3] = [
    ("missing-artifact", "a generated file is not there"),
    ("stale-artifact", "a generated file is not what the spec and the templates give"),
    ("orphaned-artifact", "a file was generated once, but nothing generates it any more"),
];

impl Files {
    /// What differs in a file, cut short; nothing where it is not asked for.
    #[must_use]
    pub fn difference(&self, change: &FileChange) -> Option<String> {
        let diff = self.diff.then(|| diff(change)).filter(|diff| !diff.is_empty())?;
        // A check tells what is wrong; whoever needs every line asks for the diff alone.
        Some(if self.mode == Mode::Check { short(&diff, LONGEST_DIFF) } else { diff })
    }

    /// How many files are in a state.
    #[must_use]
    pub fn count(&self, state: FileState) -> usize {
        self.changes.iter().filter(|change| change.state == state).count()
    }

    /// The files that are not fresh.
    pub(super) fn differing(&self) -> impl Iterator<Item = &FileChange> {
        self.changes.iter().filter(|change| change.state != FileState::Fresh)
    }

    /// The files that are findings.
    pub(super) fn stale(&self) -> Vec<Stale<'_>> {
        match self.mode {
            Mode::Check => self.changes.iter().filter_map(|change| self.of(change)).collect(),
            Mode::Write | Mode::DryRun => Vec::new(),
        }
    }

    fn of<'a>(&self, change: &'a FileChange) -> Option<Stale<'a>> {
        let shown = &change.shown;
        let ((rule, _), message) = match change.state {
            FileState::Missing => (RULES[0], format!("`{shown}` is missing")),
            FileState::Stale => {
                (RULES[1], format!("`{shown}` is not what the spec and the templates give"))
            }
            FileState::Orphaned => (RULES[2], format!("nothing generates `{shown}` any more")),
            FileState::Fresh => return None,
        };
        let help = format!("to mend, run: {}", self.mend);
        Some(Stale { rule, path: &change.shown, message, help, change })
    }
}
