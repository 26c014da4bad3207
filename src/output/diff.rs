//! Shows a change as a unified diff that `patch` and `git apply` would take. It only turns texts
//! into text.

use std::borrow::Cow;

use similar::{ChangeTag, TextDiff};

use crate::model::words::count;
use crate::model::{FileChange, FileState};

/// The unified diff from what is on disk to what would be written; empty where nothing would be.
#[must_use]
pub fn diff(change: &FileChange) -> String {
    if change.state == FileState::Fresh {
        return String::new();
    }
    let old = String::from_utf8_lossy(&change.old);
    // Git may turn the LF of artifacts into CRLF; where both have it, it is the user's own.
    let is_turned = old.contains("\r\n") && !change.new.contains("\r\n");
    let old = if is_turned { Cow::from(old.replace("\r\n", "\n")) } else { old };
    // Split here, as the crate takes a lone CR for the end of a line and git doesn't.
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = change.new.split_inclusive('\n').collect();
    let diff = TextDiff::from_slices(&old, &new);

    let name = |side, is_there| {
        if is_there { format!("{side}/{}", change.shown) } else { "/dev/null".to_owned() }
    };
    let before = name("a", change.state != FileState::Missing);
    let after = name("b", change.state != FileState::Orphaned);
    let mut unified = diff.unified_diff();
    let hunks = unified.context_radius(3).iter_hunks().map(|hunk| {
        let lines = hunk.iter_changes().map(|line| line_of(line.tag(), line.value()));
        format!("{}\n{}", hunk.header(), lines.collect::<String>())
    });
    format!("--- {before}\n+++ {after}\n{}", hunks.collect::<String>())
}

/// The first lines of a diff, and how many more there are.
#[must_use]
pub fn short(diff: &str, lines: usize) -> String {
    let more = diff.lines().count().saturating_sub(lines);
    if more == 0 {
        return diff.to_owned();
    }
    let head: String = diff.split_inclusive('\n').take(lines).collect();
    format!("{head}… {}\n", count(more, "more line"))
}

fn line_of(tag: ChangeTag, line: &str) -> String {
    let end = if line.ends_with('\n') { "" } else { "\n\\ No newline at end of file\n" };
    format!("{tag}{line}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(state: FileState, old: &str, new: &str) -> FileChange {
        FileChange {
            target: "go".to_owned(),
            folder: "out/go".into(),
            path: "out/go/codes.go".into(),
            shown: "out/go/codes.go".to_owned(),
            state,
            old: old.as_bytes().to_vec(),
            new: new.to_owned(),
        }
    }

    #[test]
    fn a_stale_file_shows_three_lines_around() {
        let old = "1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n";
        let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n";
        assert_eq!(
            diff(&change(FileState::Stale, old, new)),
            "--- a/out/go/codes.go\n+++ b/out/go/codes.go\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
        );
    }

    #[test]
    fn carriage_returns_stay_where_they_are_meant() {
        assert_eq!(
            diff(&change(FileState::Stale, "1\r\n2\r\n", "1\r\n3\r\n")),
            "--- a/out/go/codes.go\n+++ b/out/go/codes.go\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+3\r\n"
        );
    }

    #[test]
    fn a_missing_file_comes_from_nowhere() {
        assert_eq!(
            diff(&change(FileState::Missing, "", "a\nb\n")),
            "--- /dev/null\n+++ b/out/go/codes.go\n@@ -0,0 +1,2 @@\n+a\n+b\n"
        );
    }

    #[test]
    fn an_orphaned_file_goes_nowhere() {
        assert_eq!(
            diff(&change(FileState::Orphaned, "a\n", "")),
            "--- a/out/go/codes.go\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
        );
    }

    #[test]
    fn a_line_without_an_end_is_told() {
        assert_eq!(
            diff(&change(FileState::Stale, "a\nb", "a\nb\n")),
            "--- a/out/go/codes.go\n+++ b/out/go/codes.go\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"
        );
        let lone = diff(&change(FileState::Stale, "a\rb\r", "a\n"));
        assert!(lone.ends_with("@@ -1 +1 @@\n-a\rb\r\n\\ No newline at end of file\n+a\n"));
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_all_the_same() {
        let mut change = change(FileState::Stale, "", "a\n");
        change.old = b"\xff\n".to_vec();
        assert!(diff(&change).contains("-\u{fffd}\n+a\n"));
    }

    #[test]
    fn a_fresh_file_has_no_diff() {
        assert_eq!(diff(&change(FileState::Fresh, "a\r\n", "a\n")), "");
    }

    #[test]
    fn a_long_diff_is_cut() {
        assert_eq!(short("a\nb\n", 2), "a\nb\n");
        assert_eq!(short("a\nb\nc\n", 2), "a\nb\n… 1 more line\n");
        assert_eq!(short("a\nb\nc\n", 0), "… 3 more lines\n");
    }
}
