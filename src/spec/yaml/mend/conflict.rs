//! Text that version control left where two changes met.

use super::super::tree::span;
use super::words::RULE;
use crate::model::{Diagnostic, SourceId};

/// A conflict that is not resolved: its three marks, each at the beginning of a line.
pub(super) fn conflict(id: SourceId, text: &str) -> Option<Diagnostic> {
    let mut lines = text.split_inclusive('\n').scan(0, |start, line| {
        let begin = *start;
        *start += line.len();
        Some((begin, line.trim_end()))
    });
    let (ours, first) = lines.find(|(_, line)| line.starts_with("<<<<<<< "))?;
    let (_, _) = lines.find(|(_, line)| *line == "=======")?;
    let (theirs, last) = lines.find(|(_, line)| line.starts_with(">>>>>>> "))?;
    Some(
        Diagnostic::error(
            RULE,
            "a merge conflict is not resolved",
            span(id, ours, ours + first.len()),
        )
        .here("begins here")
        .label(span(id, theirs, theirs + last.len()), "ends here")
        .help("keep one of the two, or both, and remove the three lines that mark them"),
    )
}
