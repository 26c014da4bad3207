//! Brackets: never closed, closed twice or by the wrong one, at the beginning of a text or amid
//! it; and what must stand between two fields in them.

use std::ops::Range;

use super::super::events::Stop;
use super::draft::Draft;
use super::line::is_colon;
use super::proposal::{CERTAIN, LIKELY, Proposal};
use super::quotes::{flow_text, requoted};
use super::scan::{Bracket, Scan, scan};
use super::words::shown;

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let scan = scan(&draft.text, |at| draft.is_literal(draft.number(at)));
    let mut proposals = Vec::new();
    proposals.extend(mismatched(draft, &scan, stop.at));
    proposals.extend(closes_nothing(draft, stop.at));
    proposals.extend(begins_text(draft, &scan, stop.at));
    // Where the parser stops at the opening bracket itself, it went on to the end of the text.
    let unclosed = scan.brackets.iter().find(|b| b.start == stop.at && b.close.is_none());
    let innermost = unclosed.or_else(|| scan.open_at(stop.at).next_back());
    if let Some(bracket) = innermost {
        proposals.extend(comma(draft, bracket, stop.at));
        proposals.extend(in_text(draft, bracket, stop.at));
    }
    for bracket in unclosed.into_iter().chain(scan.open_at(stop.at).rev().take(3)) {
        proposals.extend(hash(draft, &scan, bracket));
        proposals.extend(not_closed(draft, &scan, bracket, stop.at));
    }
    proposals
}

/// A bracket whose line goes on as if it were closed.
fn not_closed(draft: &Draft, scan: &Scan, bracket: &Bracket, at: usize) -> Vec<Proposal> {
    let number = draft.number(bracket.start);
    let own = draft.line(number).indent();
    // What is indented deeper, or closes a bracket, is still inside.
    let end = (number + 1..draft.count()).find(|&n| {
        let line = draft.line(n);
        !line.is_empty() && line.indent() <= own && !line.content().starts_with(['}', ']'])
    });
    let last = draft.previous(end.unwrap_or(draft.count())).unwrap_or(number).max(number);
    let mut lines = vec![number];
    lines.extend((last > number).then_some(last));
    // Nothing below looks as if it were inside.
    let is_certain = last == number && draft.number(at) > number;
    let propose = |&number: &usize| {
        let line = draft.line(number);
        let from = bracket.start.max(line.start);
        let close = flow_end(draft, scan, from..line.end());
        let gap = if bracket.open == '{' && draft.text[..close].ends_with(|c| c != '{') {
            " "
        } else {
            ""
        };
        let closer = format!("{gap}{}", bracket.closer());
        let mended = format!("{}{closer}", &draft.text[line.start..close].trim_start());
        let mended = if number == draft.number(bracket.start) {
            format!("close it: {}", shown(&mended))
        } else {
            format!("close it at the end of line {}: {}", number + 1, shown(&mended))
        };
        let opening = bracket.start..bracket.start + 1;
        let edits = vec![(close..close, closer)];
        let proposal = Proposal::new(format!("`{}` is not closed", bracket.open), opening, edits)
            .here("opened here")
            .help(mended)
            .past(close);
        Proposal { rank: if is_certain { CERTAIN } else { LIKELY }, ..proposal }
    };
    lines.iter().map(propose).collect()
}

/// Where values end in a part of a line: before a comment, which does not begin in quotes.
fn flow_end(draft: &Draft, scan: &Scan, part: Range<usize>) -> usize {
    let rest = &draft.text[part.clone()];
    let in_quotes = |at: usize| {
        let begun = scan.quoted.partition_point(|q| q.start < at);
        begun > 0 && scan.quoted[begun - 1].end.is_none_or(|end| at < end)
    };
    let comments = rest.match_indices(" #").map(|(at, _)| part.start + at);
    let end = comments.into_iter().find(|at| !in_quotes(*at)).unwrap_or(part.end);
    part.start + draft.text[part.start..end].trim_end().len()
}

/// A bracket that is closed by one of the other kind.
fn mismatched(draft: &Draft, scan: &Scan, at: usize) -> Option<Proposal> {
    let bracket = scan.brackets.iter().find(|b| {
        let found = b.close.and_then(|close| draft.text[close..].chars().next());
        (b.start == at || b.close == Some(at)) && found.is_some_and(|found| found != b.closer())
    })?;
    let close = bracket.close?;
    let found = &draft.text[close..=close];
    let edits = vec![(close..close + 1, bracket.closer().to_string())];
    Some(
        Proposal::new(
            format!("`{}` is closed by `{found}`", bracket.open),
            close..close + 1,
            edits,
        )
        .here(format!("expected `{}`", bracket.closer()))
        .also(bracket.start..bracket.start + 1, "opened here"),
    )
}

/// A closing bracket with nothing to close.
fn closes_nothing(draft: &Draft, at: usize) -> Option<Proposal> {
    let found = draft.text.get(at..)?.chars().next().filter(|c| matches!(c, '}' | ']'))?;
    let place = at..at + 1;
    let edits = vec![(place.clone(), String::new())];
    let message = format!("`{found}` closes nothing");
    Some(Proposal::new(message, place, edits).here("no bracket is open here").help("remove it"))
}

/// A text that begins with a bracket, such as `{name} is missing`.
fn begins_text(draft: &Draft, scan: &Scan, at: usize) -> Option<Proposal> {
    let number = draft.number(at);
    let line = draft.line(number);
    let value = draft.value(number);
    let is_before = |b: &&Bracket| b.start >= line.start && b.close.is_some_and(|end| end < at);
    // Quotes in the midst of a text would be a part of it, and the text as wrong as before.
    let is_first = |b: &&Bracket| {
        let before = draft.text[..b.start].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || ",:[{".contains(c))
    };
    let is_before = |b: &&Bracket| is_before(b) && is_first(b);
    let bracket = scan.brackets.iter().take_while(|b| b.start < at).filter(is_before);
    // The value of the line, or the one between brackets that the parser had just read.
    let bracket = bracket.clone().find(|b| b.start == value.start).or_else(|| {
        let is_last = |b: &&Bracket| {
            let read = b.close.and_then(|end| draft.text.get(end + 1..at));
            read.is_some_and(|gap| !gap.contains([',', ':', '{', '}', '[', ']']))
        };
        bracket.clone().find(is_last)
    })?;
    let place = if bracket.start == value.start {
        value
    } else {
        let rest = &draft.text[bracket.start..line.end()];
        bracket.start..bracket.start + rest[..map_text(rest)].trim_end().len()
    };
    let is_followed = bracket.close.is_some_and(|close| close + 1 < place.end);
    let message = format!("a text that begins with `{}` needs quotes", bracket.open);
    is_followed.then(|| {
        quoting(draft, place.clone(), place.start..place.start + 1, message)
            .here("YAML reads this as the beginning of several values")
            .past(at)
    })
}

/// A bracket, or `: `, in a text between brackets.
fn in_text(draft: &Draft, bracket: &Bracket, at: usize) -> Option<Proposal> {
    let found = draft.text.get(at..)?.chars().next().filter(|_| bracket.start < at)?;
    let line = draft.line(draft.number(at));
    let start = text_start(draft, bracket, at);
    let rest = draft.text.get(start..line.end())?;
    let is_text = !rest.starts_with(['"', '\'', '{', '[', '|', '>']) && start < at;
    if !is_text || !matches!(found, '{' | '[' | ':') {
        return None;
    }
    let length = if bracket.open == '{' { map_text(rest) } else { rest.find([',', ']'])? };
    let place = start..start + rest[..length].trim_end().len();
    let what = if found == ':' { ": ".to_owned() } else { found.to_string() };
    let message = format!("found `{what}` in a text without quotes");
    Some(quoting(draft, place, at..at + 1, message).here("YAML reads this as a sign of its own"))
}

/// Where the text between brackets begins that goes on at a place of the same line.
fn text_start(draft: &Draft, bracket: &Bracket, at: usize) -> usize {
    let from = draft.line(draft.number(at)).start.max(bracket.start + 1);
    let before = &draft.text[from..at];
    // That is after the last colon or comma, or after the bracket itself.
    let is_sign = |i: usize| before.as_bytes()[i] == b',' && bracket.open == '[';
    let sign = (0..before.len()).rev().find(|&i| is_colon(before, i) || is_sign(i));
    let begin = sign.map_or(0, |sign| sign + 1);
    from + before.len() - before[begin..].trim_start().len()
}

/// A `#` in a text, which makes a comment of the bracket behind it.
fn hash(draft: &Draft, scan: &Scan, bracket: &Bracket) -> Option<Proposal> {
    let line = draft.line(draft.number(bracket.start));
    let end = flow_end(draft, scan, bracket.start..line.end());
    let hash = end + draft.text[end..line.end()].find('#')?;
    let start = text_start(draft, bracket, hash);
    let text = draft.text[start..line.end()].trim_end();
    let length = text.trim_end_matches(['}', ']', ' ']).len();
    let is_text = start < end && start + length > hash && length < text.len();
    let message = "found `#` in a text without quotes".to_owned();
    is_text.then(|| {
        let proposal = quoting(draft, start..start + length, hash..hash + 1, message)
            .here("to YAML, this begins a comment");
        Proposal { rank: CERTAIN, ..proposal }
    })
}

/// The length of a text in a mapping between brackets: brackets in it are paired.
fn map_text(rest: &str) -> usize {
    let limit = flow_text(rest);
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' if depth == 0 => return at,
            '}' | ']' => depth -= 1,
            _ if at >= limit && depth == 0 => return at,
            _ => {}
        }
    }
    rest.len()
}

/// Two fields with nothing between them.
fn comma(draft: &Draft, bracket: &Bracket, at: usize) -> Option<Proposal> {
    if bracket.open != '{' || !is_colon(&draft.text, at) {
        return None;
    }
    let before = &draft.text[bracket.start..at];
    let name = before.trim_end_matches(|c: char| c.is_alphanumeric() || "_-\"'".contains(c));
    let typed = &before[name.len()..];
    let value = name.trim_end();
    let field = bracket.start + name.len();
    let key = typed.trim_matches(['"', '\'']);
    // The comma of Chinese and Japanese looks like one.
    if let Some(front) = value.strip_suffix('，').filter(|_| !typed.is_empty()) {
        let place = bracket.start + front.len()..field;
        let edits = vec![(place.clone(), ", ".to_owned())];
        let comma = place.start..place.start + '，'.len_utf8();
        return Some(
            Proposal::new("found `，` where `,` is expected", comma, edits)
                .here("a letter like any other to YAML")
                .help("write `, ` instead")
                .mechanical()
                .past(at),
        );
    }
    let is_field = typed.starts_with(['"', '\'']) || draft.has_field(key, field);
    if value.len() == name.len() || value.ends_with([',', '{', ':']) || !is_field {
        return None;
    }
    let end = bracket.start + value.len();
    let edits = vec![(end..end, ",".to_owned())];
    Some(
        Proposal::new(format!("`,` is missing before {}", shown(key)), field..at, edits)
            .here("a field of its own")
            .help(format!("write {}, or put the text in quotes", shown(&format!(", {key}: "))))
            .past(at),
    )
}

/// A text that only quotes make one.
pub(super) fn quoting(
    draft: &Draft,
    value: Range<usize>,
    at: Range<usize>,
    message: String,
) -> Proposal {
    let typed = &draft.text[value.clone()];
    let past = at.end;
    let edits = vec![(value, requoted(typed))];
    // YAML makes one space of a line break.
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = if typed.contains('\n') { text } else { typed.to_owned() };
    let mended = requoted(&text);
    let proposal = Proposal::new(message, at, edits).past(past);
    proposal.help(format!("put the text in quotes: {}", shown(&mended))).mechanical()
}
