//! Findings as workflow commands, which GitHub shows as annotations beside the lines of a pull
//! request. The syntax is of
//! <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>, which
//! bytes must be escaped is in the source of its runner:
//! <https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs>.

use super::Run;
use super::annotations::{Annotation, annotations};
use crate::model::Severity;

/// A line for each annotation; empty where there is nothing to show.
#[must_use]
pub fn github(run: &Run<'_>) -> String {
    let commands = annotations(run).iter().map(command).collect::<String>();
    format!("{}{commands}", run.output)
}

fn command(annotation: &Annotation) -> String {
    let mut properties: Vec<(&str, String)> = Vec::new();
    if let Some(path) = &annotation.path {
        properties.push(("file", path.clone()));
        if let Some((start, end)) = annotation.range {
            properties.push(("line", start.line.to_string()));
            properties.push(("endLine", end.line.to_string()));
            // GitHub takes no columns where the lines differ.
            if start.line == end.line {
                properties.push(("col", start.column.to_string()));
                properties.push(("endColumn", end.column.to_string()));
            }
        }
    }
    let title = if annotation.rule.is_empty() { "codegen" } else { &annotation.rule };
    properties.push(("title", title.to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let level = match annotation.severity {
        Severity::Note => "notice",
        other => other.name(),
    };
    format!("::{level} {}::{}\n", properties.join(","), data(&annotation.message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100%: a,\r\nb%0A"), "100%25: a,%0D%0Ab%250A");
        assert_eq!(property("a::b,c%2C\n"), "a%3A%3Ab%2Cc%252C%0A");
    }
}
