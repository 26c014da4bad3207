//! Words for what no family of mistakes explains: limits, and the parser's own reasons.

use super::super::events::{Stop, Why, boundary};
use super::super::tree::span;
use super::super::{DEEPEST, MOST_VALUES};
use crate::model::words::grouped;
use crate::model::{Diagnostic, SourceId, Span};

/// The rule that a text breaks that is no YAML.
pub(super) const RULE: &str = "yaml-syntax";

/// A text as it would be typed, in backticks, on one line and no longer than a screen is wide.
pub(in super::super) fn shown(text: &str) -> String {
    const LONGEST: usize = 120;
    let line = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    if text.chars().count() <= LONGEST {
        return format!("`{}`", line.collect::<String>());
    }
    format!("`{}…`", line.take(LONGEST).collect::<String>())
}

/// A text that is too much, rather than wrong.
pub(super) fn limit(id: SourceId, text: &str, stop: &Stop) -> Diagnostic {
    let (message, help) = match stop.why {
        Why::Deep => (
            format!("this is nested more than {DEEPEST} levels deep"),
            "nothing in the format is nested so deep",
        ),
        Why::Many => (
            format!("this file holds more than {} values", grouped(&MOST_VALUES)),
            "split the catalog",
        ),
        _ => (
            "the aliases of this file stand for more than is read".to_owned(),
            "write out what they stand for, or use fewer of them",
        ),
    };
    Diagnostic::error(RULE, message, character(id, text, stop.at))
        .here("reading stops here")
        .help(help)
}

/// What the parser says, at the place that it means.
pub(super) fn unexplained(id: SourceId, text: &str, at: usize, why: &Why) -> Diagnostic {
    let reason = match why {
        Why::Other(said) => said.as_str(),
        Why::NoColon => "no `:` follows the name of a field",
        Why::Comment => "a comment stands in a text",
        Why::Tab => "a tab stands where only spaces may",
        Why::Escape => "a backslash stands before something else than an escape",
        Why::UnknownAnchor => "an alias has no anchor",
        Why::Cycle => "an alias stands in what it stands for",
        Why::Documents => "a second document follows",
        Why::OddKey => "a key begins with a space that is none of ASCII",
        Why::Deep | Why::Many | Why::Copies => "it is too large",
    };
    Diagnostic::error(RULE, format!("this is not valid YAML: {reason}"), character(id, text, at))
}

/// The character at a place, or the end of a line.
fn character(id: SourceId, text: &str, at: usize) -> Span {
    let at = boundary(text, at);
    let found = text[at..].chars().next().filter(|c| *c != '\n');
    span(id, at, at + found.map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sources;

    #[test]
    fn a_file_of_too_many_values_is_told_where_reading_stops() {
        let text = "codes: [1, 2]";
        let id = Sources::default().add("codes.yaml".to_owned(), text.to_owned());
        let told = limit(id, text, &Stop { at: 11, why: Why::Many });
        assert_eq!(told.message, "this file holds more than 5,000,000 values");
        assert_eq!((told.labels[0].span.start, told.labels[0].span.end), (11, 12));
        assert_eq!(told.help, ["split the catalog"]);
    }
}
