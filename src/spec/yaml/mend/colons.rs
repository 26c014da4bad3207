//! Colons: one without a space after it, one of another script, another sign in its place, and
//! one in a text without quotes.

use super::super::events::{Stop, Why};
use super::brackets::quoting;
use super::draft::Draft;
use super::line::{Line, Parts};
use super::proposal::Proposal;
use super::quotes::requoted;
use super::words::shown;
use crate::model::words::count;

/// What is typed in the place of `: `.
const SIGNS: [&str; 6] = [":", "：", ":\u{a0}", ":\u{3000}", "=", "->"];

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let number = draft.number(stop.at);
    // A line without a colon goes on with the next: the parser stops further down.
    let first = draft.previous(number).unwrap_or(number);
    let first = draft.previous(first).unwrap_or(first);
    let separators: Vec<Proposal> = (first..=number).filter_map(|n| separator(draft, n)).collect();
    let all = together(&separators);
    separators.into_iter().chain(all).chain(in_text(draft, stop)).collect()
}

/// The same mistake in several lines: mending one of them may not bring the parser further.
fn together(all: &[Proposal]) -> Option<Proposal> {
    let (first, others) = all.split_first()?;
    let last = others.last()?;
    let edits = all.iter().flat_map(|one| one.edits.clone()).collect();
    let more = count(others.len(), "more line");
    let whole = Proposal { edits, past: last.past, ..first.clone() };
    Some(whole.help(format!("the same goes for {more} below")))
}

/// Something else than `: ` between the name of a field and its value.
fn separator(draft: &Draft, number: usize) -> Option<Proposal> {
    let line = draft.line(number);
    let parts = line.parts();
    if draft.is_literal(number) || parts.key.is_some() {
        return None;
    }
    let rest = &line.text[parts.first..];
    let quoted = rest.starts_with('"').then(|| rest[1..].find('"').map(|end| end + 2)).flatten();
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let length = quoted.unwrap_or_else(|| rest.len() - rest.trim_start_matches(is_word).len());
    let (name, after) = rest.split_at(length);
    let gap = after.len() - after.trim_start_matches(' ').len();
    let after = &after[gap..];
    let sign = SIGNS.iter().rev().find(|sign| after.starts_with(**sign))?;
    let value = after[sign.len()..].trim();
    // `http://…` and `a:b:c` are texts.
    if name.is_empty() || value.is_empty() || value.starts_with("//") {
        return None;
    }
    let start = line.start + parts.first + name.len();
    let edits = vec![(start..line.end(), format!(": {value}"))];
    let place = start + gap..start + gap + sign.len();
    let mended = format!("{name}: {value}");
    let proposal = if *sign == ":" {
        Proposal::new(format!("no space follows the colon of {}", shown(name)), place, edits)
            .here("YAML reads this as a part of the word")
    } else {
        let found = sign.trim_end();
        let message = if found == ":" {
            format!("no space of ASCII follows the colon of {}", shown(name))
        } else {
            format!("found `{found}` where `:` is expected")
        };
        Proposal::new(message, place, edits).here("a letter like any other to YAML")
    };
    Some(proposal.help(format!("write {}", shown(&mended))).mechanical().past(line.end()))
}

/// `: `, or a colon at the end, in a text without quotes.
fn in_text(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let number = draft.number(stop.at);
    let line = draft.line(number);
    let parts = line.parts();
    if matches!(stop.why, Why::NoColon) || !draft.text[stop.at..].starts_with(':') {
        return Vec::new();
    }
    let colon = stop.at..stop.at + 1;
    let is_last = stop.at + 1 == line.start + parts.value.end;
    let message = if is_last {
        "found `:` at the end of a text without quotes".to_owned()
    } else {
        "found `: ` in a text without quotes".to_owned()
    };
    let value = draft.value(number);
    if value.contains(&stop.at) && parts.key.is_some() {
        let proposal = quoting(draft, value, colon, message)
            .here("YAML reads what stands before this as the name of a field");
        return vec![match second(draft, &line, &parts, stop.at) {
            // The help offers a choice.
            Some(help) => Proposal { is_mechanical: false, ..proposal.help(help) },
            None => proposal,
        }];
    }
    over_lines(draft, number, stop).into_iter().collect()
}

/// A field on the line of another one.
fn second(draft: &Draft, line: &Line<'_>, parts: &Parts, colon: usize) -> Option<String> {
    let before = &draft.text[line.start + parts.value.start..colon];
    let name = before.rsplit(' ').next().filter(|name| name.len() < before.len())?;
    let rest = line.text[colon - line.start..].trim_start_matches(':').trim();
    draft
        .has_field(name, colon - name.len())
        .then(|| format!("or begin a new line with {}", shown(&format!("{name}: {rest}"))))
}

/// A text over several lines, the last of which has the colon.
fn over_lines(draft: &Draft, number: usize, stop: &Stop) -> Option<Proposal> {
    let line = draft.line(number);
    let above = draft.line(draft.previous(number)?);
    let (own, parts) = (line.parts(), above.parts());
    let name = own.name(&line)?;
    let (first, _) = parts.key.as_ref().filter(|_| own.dashes.is_empty())?;
    // One space too many is a slip; a known name makes it a field.
    let is_text = line.indent() > parts.first + 1 && !draft.has_field(name, line.start + own.first);
    let value = &above.text[parts.value.clone()];
    if !is_text || value.is_empty() || value.starts_with(['"', '\'', '|', '>', '{', '[']) {
        return None;
    }
    let text = format!("{value} {}", line.content());
    let place = above.start + parts.value.start..line.start + line.text.trim_end().len();
    let field = &above.text[first.clone()];
    Some(
        Proposal::new(
            "found `: ` in a text without quotes",
            stop.at..stop.at + 1,
            vec![(place, requoted(&text))],
        )
        .here("YAML reads what stands before this as the name of a field")
        .help(format!("put the text of {} in quotes", shown(field))),
    )
}
