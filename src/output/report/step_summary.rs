//! The findings of a run as Markdown for the summary of a CI step, which has room for more than
//! the annotations do. What came from a spec stands in HTML, where no Markdown acts.

use super::Run;
use super::annotations::lines;
use super::place::{place, rooted};
use crate::model::words::{and, count};
use crate::model::{FileState, Severity, visible};

/// So many findings and files are listed: GitHub drops a summary of more than a megabyte.
const LISTED: usize = 200;

/// So many bytes of differences are shown, for the same reason.
const LONGEST: usize = 1 << 18;

/// The summary. Ends with a line break.
#[must_use]
pub fn step_summary(run: &Run<'_>) -> String {
    let mut text = format!("### codegen: {}\n\n", headline(run));
    let rows = rows(run);
    if !rows.is_empty() {
        text += "<table>\n<tr><th></th><th>Place</th><th>Finding</th></tr>\n";
        text.extend(rows.iter().take(LISTED).map(String::as_str));
        text += "</table>\n\n";
    }
    if rows.len() > LISTED {
        text.extend(["… and ", &count(rows.len() - LISTED, "more finding"), "\n\n"]);
    }
    let stale = run.stale();
    if let Some(files) = run.files.filter(|_| !stale.is_empty()) {
        let mut left = LONGEST;
        for file in &stale {
            let Some(diff) = files.difference(file.change) else { continue };
            left = left.saturating_sub(diff.len());
            if left > 0 {
                text += &folded(file.path, &diff);
            }
        }
        text.extend(["To mend the files, run <code>", &html(&files.mend), "</code>\n\n"]);
    }
    text
}

/// Such as `2 errors, 1 warning, and 3 files that are not fresh`.
fn headline(run: &Run<'_>) -> String {
    let counts = [
        (run.count(Severity::Error), "error"),
        (run.count(Severity::Warning), "warning"),
        (run.count(Severity::Note), "note"),
        (run.stale().len(), "file"),
    ];
    let mut said: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, noun)| count(*n, noun)).collect();
    match run.stale().len() {
        0 => {}
        1 => said.last_mut().into_iter().for_each(|last| *last += " that is not fresh"),
        _ => said.last_mut().into_iter().for_each(|last| *last += " that are not fresh"),
    }
    match (run.error, said.is_empty(), run.files) {
        (Some(_), ..) => "could not run".to_owned(),
        (None, false, _) => and(&said),
        (None, true, Some(files)) => {
            format!("nothing to report, {} fresh", count(files.count(FileState::Fresh), "file"))
        }
        (None, true, None) => "nothing to report".to_owned(),
    }
}

fn rows(run: &Run<'_>) -> Vec<String> {
    let error = run.error.map(|error| row("error", "", "", error));
    let findings = run.findings.iter().map(|finding| {
        let at = finding.labels.first().map(|label| place(label.span, run));
        let words = lines(finding, run).join("\n");
        row(finding.severity.name(), &at.unwrap_or_default(), finding.rule, &words)
    });
    let stale = run.stale();
    let files = stale
        .iter()
        .map(|file| row("error", &rooted(file.path, run.folder), file.rule, &file.message));
    error.into_iter().chain(findings).chain(files).collect()
}

/// No line of it is empty, as that would end the HTML.
fn row(level: &str, place: &str, rule: &str, words: &str) -> String {
    let within = |tag: &str, text: &str| match text {
        "" => String::new(),
        text => format!("<{tag}>{}</{tag}>", html(text)),
    };
    let (place, rule) = (within("code", place), within("b", rule));
    let gap = if rule.is_empty() { "" } else { "<br>" };
    format!("<tr><td>{level}</td><td>{place}</td><td>{rule}{gap}{}</td></tr>\n", spans(words))
}

/// A difference, shown where it is asked for. The fence is longer than any in it.
fn folded(path: &str, diff: &str) -> String {
    let ticks = diff.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(3.max(ticks + 1));
    let diff = visible(diff);
    format!(
        "<details><summary><code>{}</code></summary>\n\n{fence}diff\n{diff}{fence}\n\n</details>\n\n",
        html(path)
    )
}

/// Words with what stands between backticks as code.
fn spans(words: &str) -> String {
    let mut parts = words.split('`');
    let mut text = html(parts.next().unwrap_or_default());
    while let Some(inside) = parts.next() {
        match parts.next() {
            Some(after) => {
                text.extend(["<code>", &html(inside), "</code>", &html(after)]);
            }
            None => text += &html(&format!("`{inside}")),
        }
    }
    text
}

fn html(text: &str) -> String {
    visible(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_markup_comes_from_a_spec() {
        assert_eq!(
            spans("`<b>` is & not `a|b`, ![x](y)\n`"),
            "<code>&lt;b&gt;</code> is &amp; not <code>a|b</code>, ![x](y)<br>`"
        );
    }

    #[test]
    fn a_fence_is_longer_than_those_in_it() {
        assert!(folded("a", "+````\n").contains("\n`````diff\n+````\n`````\n"));
        assert!(folded("a", "+a\n").contains("\n```diff\n+a\n```\n"));
    }
}
