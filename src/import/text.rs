//! Reasons in words, for a terminal and for a page.

use std::fmt::Write as _;

use super::rules::{REASONS, Reason};
use crate::model::words::{sentence, wrapped};

/// How many characters a line of prose has at most, with the four before it.
const WIDTH: usize = 80;

const INTRODUCTION: &str = "
# Import

Why something of a table is not imported. `codegen import` lists each row that it leaves out, and \
then exits with 1; with `--lenient` these are warnings. What also breaks a rule of the spec, such as \
`reserved-code`, goes by the name of that rule.
";

/// Every reason in one line: its name, and what it means.
#[must_use]
pub fn listed() -> String {
    let width = REASONS.iter().map(|reason| reason.name.len()).max().unwrap_or_default();
    let line = |reason: &Reason| format!("{:<width$}  {}\n", reason.name, reason.finds);
    REASONS.iter().map(line).collect()
}

/// The reason with this name.
#[must_use]
pub fn reason(name: &str) -> Option<&'static Reason> {
    REASONS.iter().find(|reason| reason.name == name)
}

/// The part on all reasons of a page on rules.
#[must_use]
pub fn page() -> String {
    let mut text = INTRODUCTION.to_owned();
    text.push_str("\n| Reason | What it is |\n| --- | --- |\n");
    for Reason { name, finds, .. } in REASONS {
        // Writing to a text can't fail.
        let _ = writeln!(text, "| [`{name}`](#{name}) | {finds} |");
    }
    for Reason { name, finds, mend } in REASONS {
        let _ = write!(text, "\n## {name}\n\n{}\n\n{mend}\n", sentence(finds));
    }
    text
}

impl Reason {
    /// All there is to say about it.
    #[must_use]
    pub fn explained(&self) -> String {
        let mut text = format!("{}\n", self.name);
        let parts = [("What it finds", sentence(self.finds)), ("What to do", self.mend.to_owned())];
        for (title, body) in parts {
            let lines = wrapped(&body, WIDTH - 4).join("\n    ");
            let _ = writeln!(text, "\n{title}:\n    {lines}");
        }
        text
    }
}
