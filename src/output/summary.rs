//! Says in a few words what a run wrote, or what a check found. It only turns changes into lines.

use crate::model::words::count;
use crate::model::{FileChange, FileState};

/// What happens to the files of one target.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Summary {
    /// The name of the target; empty for documents that the user wrote.
    pub target: String,
    /// How many files are written.
    pub written: usize,
    /// How many are left as they are.
    pub unchanged: usize,
    /// How many are removed.
    pub removed: usize,
}

/// Counts the changes of each target, in the order of the changes.
#[must_use]
pub fn summarize(changes: &[FileChange]) -> Vec<Summary> {
    let mut summaries: Vec<Summary> = Vec::new();
    for change in changes {
        let known = summaries.iter().position(|summary| summary.target == change.target);
        let index = known.unwrap_or_else(|| {
            let target = change.target.clone();
            summaries.push(Summary { target, written: 0, unchanged: 0, removed: 0 });
            summaries.len() - 1
        });
        let summary = &mut summaries[index];
        match change.state {
            FileState::Missing | FileState::Stale => summary.written += 1,
            FileState::Fresh => summary.unchanged += 1,
            FileState::Orphaned => summary.removed += 1,
        }
    }
    summaries
}

/// A line for each target, such as `go  1 written, 2 unchanged`, in columns.
#[must_use]
pub fn summary_lines(changes: &[FileChange]) -> Vec<String> {
    let summaries = summarize(changes);
    let width = summaries.iter().map(|s| s.name().chars().count()).max().unwrap_or_default();
    summaries.iter().map(|s| format!("{:width$}  {}", s.name(), s.words())).collect()
}

/// A line for each file that isn't fresh, such as `stale     out/go/codes.go`, in columns.
#[must_use]
pub fn check_lines(changes: &[FileChange]) -> Vec<String> {
    changes
        .iter()
        .filter(|change| change.state != FileState::Fresh)
        .map(|change| format!("{:8}  {}", change.state.name(), change.shown))
        .collect()
}

impl Summary {
    fn name(&self) -> &str {
        if self.target.is_empty() { "documents" } else { &self.target }
    }

    /// The counts in words, such as `1 written, 2 unchanged`.
    #[must_use]
    pub fn words(&self) -> String {
        if self.written == 0 && self.removed == 0 {
            return format!("unchanged ({})", count(self.unchanged, "file"));
        }
        [(self.written, "written"), (self.unchanged, "unchanged"), (self.removed, "removed")]
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, word)| format!("{n} {word}"))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes() -> Vec<FileChange> {
        [
            ("go", FileState::Missing, "a.go"),
            ("go", FileState::Stale, "b.go"),
            ("go", FileState::Fresh, "c.go"),
            ("markdown", FileState::Fresh, "a.md"),
            ("ts", FileState::Orphaned, "a.ts"),
            ("go", FileState::Orphaned, "d.go"),
        ]
        .map(|(target, state, name)| FileChange {
            target: target.to_owned(),
            folder: "out".into(),
            path: "out".into(),
            shown: format!("out/{target}/{name}"),
            state,
            old: Vec::new(),
            new: String::new(),
        })
        .into()
    }

    #[test]
    fn each_target_has_its_line() {
        assert_eq!(
            summary_lines(&changes()),
            [
                "go        2 written, 1 unchanged, 1 removed",
                "markdown  unchanged (1 file)",
                "ts        1 removed",
            ]
        );
        assert!(summary_lines(&[]).is_empty());
    }

    #[test]
    fn a_check_names_every_file_that_is_not_fresh() {
        assert_eq!(
            check_lines(&changes()),
            [
                "missing   out/go/a.go",
                "stale     out/go/b.go",
                "orphaned  out/ts/a.ts",
                "orphaned  out/go/d.go",
            ]
        );
    }
}
