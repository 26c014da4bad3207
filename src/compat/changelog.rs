//! Changes as Markdown, for a pull request or a changelog.

use std::fmt::Write as _;

use super::change::{Bump, Change, Verdict};

/// The changes as Markdown: the breaking ones first, with what was and is.
#[must_use]
pub fn changelog(changes: &[Change]) -> String {
    let headings = [
        (Verdict::Breaking, "Breaking"),
        (Verdict::Compatible, "Compatible"),
        (Verdict::Editorial, "Editorial"),
    ];
    let mut text = String::new();
    for (verdict, heading) in headings {
        let mut changes = changes.iter().filter(|change| change.verdict == verdict).peekable();
        if changes.peek().is_none() {
            continue;
        }
        // Writing to a text can't fail.
        let _ = writeln!(text, "### {heading}\n");
        for change in changes {
            item(&mut text, change);
        }
        text.push('\n');
    }
    let _ = writeln!(text, "{}", next(Bump::of(changes)));
    text
}

/// What the next version should be, as a sentence.
fn next(bump: Bump) -> String {
    match bump {
        Bump::None => "Nothing changed.".to_owned(),
        _ => format!("Suggested next version: **{}**.", bump.name()),
    }
}

fn item(text: &mut String, change: &Change) {
    let _ = writeln!(text, "- {}", change.finding.message);
    for detail in &change.details {
        let side =
            |side: &Option<String>| side.as_ref().map_or_else(|| "—".to_owned(), |s| span(s));
        let (before, after) = (side(&detail.before), side(&detail.after));
        let _ = writeln!(text, "  - {}: {before} → {after}", detail.label);
    }
}

/// A text as a code span: what stands in it is shown as it is (see
/// <https://spec.commonmark.org/0.31.2/#code-spans>).
fn span(text: &str) -> String {
    let line = text.replace(['\n', '\r'], "⏎");
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if line.starts_with('`') || line.ends_with('`') || line.trim().is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{line}{pad}{fence}")
}
