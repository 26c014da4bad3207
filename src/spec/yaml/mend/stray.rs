//! Lines that are neither a field nor an item: text that left its place, and comments amid a
//! text.

use super::super::events::{Stop, Why};
use super::draft::Draft;
use super::line::comment as find_comment;
use super::proposal::Proposal;
use crate::model::words::quoted;

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let number = draft.number(stop.at);
    let line = draft.line(number);
    let parts = line.parts();
    if line.is_empty() || parts.key.is_some() || !parts.dashes.is_empty() {
        return Vec::new();
    }
    comment(draft, number, stop).into_iter().chain(outside(draft, number, stop)).collect()
}

/// A comment that ends the text above it, which then goes on.
fn comment(draft: &Draft, number: usize, stop: &Stop) -> Option<Proposal> {
    let above = draft.line(number.checked_sub(1)?);
    let start = above.start + find_comment(above.text)?;
    if !matches!(stop.why, Why::Comment) && !above.is_empty() {
        return None;
    }
    let line = draft.line(number);
    let edits = vec![(start..above.end(), String::new())];
    Some(
        Proposal::new("a comment stands in a text", start..above.end(), edits)
            .here("the text above ends here")
            .also(line.start + line.indent()..line.end(), "this would be more of it")
            .help("move the comment, or put the text in quotes if `#` is part of it")
            .past(line.end()),
    )
}

/// Text that is not indented as deep as the text it goes on with.
fn outside(draft: &Draft, number: usize, stop: &Stop) -> Option<Proposal> {
    let line = draft.line(number);
    let last = (0..number).rev().find(|&n| !draft.line(n).content().is_empty())?;
    let above = draft.line(last);
    let parts = above.parts();
    let is_wrong = matches!(stop.why, Why::NoColon) || draft.is_literal(last);
    // Below a field the text is indented deeper than its name.
    let wanted = if parts.key.is_some() && !draft.is_literal(last) {
        parts.first + 2
    } else {
        above.indent()
    };
    if !is_wrong || wanted <= line.indent() {
        return None;
    }
    let place = line.start + line.indent()..line.start + line.text.trim_end().len();
    let edits = vec![(line.start..line.start, " ".repeat(wanted - line.indent()))];
    let what = quoted(line.content());
    Some(
        Proposal::new(format!("{what} is no field: it has no `:`"), place, edits)
            .here("expected a field such as `name: value`")
            .help(format!("to go on with the text above, indent the line by {wanted} spaces"))
            .past(line.end()),
    )
}
