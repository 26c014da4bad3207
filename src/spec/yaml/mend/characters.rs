//! Characters that YAML has no place for, and lines that begin a second document.

use super::super::events::{Stop, Why};
use super::draft::Draft;
use super::proposal::Proposal;
use crate::model::words::count;

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    control(draft, stop).into_iter().chain(document(draft, stop)).collect()
}

/// A control character, or a byte order mark that is not the first of all.
fn control(draft: &Draft, stop: &Stop) -> Option<Proposal> {
    let line = draft.line(draft.number(stop.at));
    let is_wrong =
        |c: char| (c.is_control() && !matches!(c, '\t' | '\r' | '\n')) || c == '\u{feff}';
    let found: Vec<(usize, char)> = draft
        .text
        .char_indices()
        .filter(|(at, c)| is_wrong(*c) && (*c != '\u{feff}' || *at > 0))
        .collect();
    let (at, first) = *found.iter().find(|(at, _)| (line.start..=line.end()).contains(at))?;
    let kind = if first == '\u{feff}' { "byte order mark" } else { "control character" };
    let code = u32::from(first);
    let here = at..at + first.len_utf8();
    let edits = found.iter().map(|(at, c)| (*at..at + c.len_utf8(), String::new())).collect();
    let mut proposal = Proposal::new(format!("found a {kind}, U+{code:04X}"), here, edits)
        .here("YAML allows none here")
        .help("remove it")
        .past(stop.at);
    if found.len() > 1 {
        proposal = proposal.help(format!("the same goes for {} more", found.len() - 1));
    }
    Some(proposal)
}

/// A line `---` amid the text.
fn document(draft: &Draft, stop: &Stop) -> Option<Proposal> {
    if !matches!(stop.why, Why::Documents) {
        return None;
    }
    let number = (0..=draft.number(stop.at)).rev().find(|&n| {
        draft.line(n).text.starts_with("---") || draft.line(n).text.starts_with("...")
    })?;
    let line = draft.line(number);
    let mark = line.start..line.start + 3;
    let above = count(number, "line");
    Some(
        Proposal::new("a second document begins", mark.clone(), vec![(mark, String::new())])
            .here(format!("ends the document of the {above} above"))
            .help("a file holds one document: remove this line, or what is below it"),
    )
}
