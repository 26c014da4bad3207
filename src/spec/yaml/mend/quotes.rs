//! Texts in quotes: never closed, closed too early, or with a backslash that is no escape; and
//! quotes that YAML does not know.

use super::super::events::{Stop, Why};
use super::draft::Draft;
use super::line::comment;
use super::proposal::{CERTAIN, Proposal};
use super::scan::{Quoted, scan};
use super::words::shown;

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let number = draft.number(stop.at);
    let line_end = draft.line(number).end();
    let scan = scan(&draft.text, |at| draft.is_literal(draft.number(at)));
    // The last that the parser can have seen, and the one that it complains of.
    let seen = scan.quoted.iter().rev().find(|q| q.start <= stop.at);
    let mut proposals = Vec::new();
    if let Some(quoted) = seen {
        let is_flow = scan.open_at(quoted.start).next().is_some();
        let rest = quoted.end.and_then(|end| draft.text.get(end..stop.at));
        if matches!(stop.why, Why::Escape) {
            proposals.extend(escape(draft, *quoted));
        } else if rest.is_none_or(|rest| rest.trim().is_empty()) {
            proposals.extend(unclosed(draft, *quoted, is_flow));
            proposals.extend(closed_early(draft, *quoted, is_flow));
        }
    }
    proposals.extend(typographic(draft, stop.at, line_end));
    proposals
}

/// A text in quotes that goes on over lines which look like fields or items.
fn unclosed(draft: &Draft, quoted: Quoted, is_flow: bool) -> Option<Proposal> {
    let number = draft.number(quoted.start);
    let line = draft.line(number);
    let below = (number + 1..draft.count()).map(|n| draft.line(n)).find(|line| !line.is_empty());
    let next = below.map(|line| line.parts());
    let is_meant = next.is_none_or(|next| next.key.is_none() && next.dashes.is_empty());
    if quoted.end.is_some_and(|end| end <= line.end() || is_meant) {
        return None;
    }
    let inner = quoted.start + 1 - line.start;
    let rest = &line.text[inner..];
    let length = if is_flow { flow_text(rest) } else { rest.trim_end().len() };
    let close = line.start + inner + length;
    let edits = vec![(close..close, quoted.quote.to_string())];
    let mended = format!("{}{}", &draft.text[quoted.start..close], quoted.quote);
    let opening = quoted.start..quoted.start + 1;
    let proposal = Proposal::new("a text in quotes is not closed", opening, edits)
        .here("opened here")
        .help(format!("close it: {}", shown(&mended)))
        .past(line.end().min(close));
    let proposal = Proposal { rank: CERTAIN, ..proposal };
    Some(match quoted.end {
        Some(end) => proposal.also(end - 1..end, "closed only here"),
        None => proposal,
    })
}

/// A quote amid a text in quotes, or text after it.
fn closed_early(draft: &Draft, quoted: Quoted, is_flow: bool) -> Option<Proposal> {
    let end = quoted.end?;
    let line = draft.line(draft.number(quoted.start));
    let tail = draft.text.get(end..line.end())?;
    let length = if is_flow { flow_text(tail) } else { comment(tail).unwrap_or(tail.len()) };
    let tail = tail[..length].trim_end();
    let whole = quoted.start..end + tail.len();
    if tail.is_empty() {
        return None;
    }
    let opening = quoted.start..quoted.start + 1;
    if tail == "," || tail == ";" {
        let edits = vec![(end..end + 1, String::new())];
        return Some(
            Proposal::new(format!("found `{tail}` after a text in quotes"), end..end + 1, edits)
                .here("expected the end of the line")
                .help("remove it")
                .mechanical(),
        );
    }
    if let Some(field) = Some(tail).filter(|_| is_flow).and_then(field) {
        let start = end + tail.len() - tail.trim_start().len();
        let edits = vec![(end..end, ",".to_owned())];
        let named = shown(field.trim_matches(['"', '\'']));
        return Some(
            Proposal::new(
                format!("`,` is missing before {named}"),
                start..start + field.len(),
                edits,
            )
            .here("a field of its own")
            .help(format!("write {}", shown(&format!(", {field}:")))),
        );
    }
    let typed = &draft.text[whole.clone()];
    let inner = typed.strip_prefix(quoted.quote).and_then(|t| t.strip_suffix(quoted.quote));
    let meant = inner.filter(|_| tail.ends_with(quoted.quote)).unwrap_or(typed);
    let mended = requoted(meant);
    let edits = vec![(whole, mended.clone())];
    let proposal = if meant == typed {
        let rest = end..end + tail.len();
        Proposal::new("a text goes on after its closing quote", rest, edits)
            .here("expected the end of the line")
            .also(opening, "opened here")
    } else {
        Proposal::new("a quote ends a text in quotes too early", end - 1..end, edits)
            .here("the text ends here")
            .also(opening, "opened here")
    };
    Some(proposal.help(format!("write {}", shown(&mended))).mechanical())
}

/// The name of the field that a text begins with, with its quotes if it has some.
fn field(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let (name, _) = text.split_once(':')?;
    let name = name.trim_end();
    let word = name.trim_matches(['"', '\'']);
    let is_word = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_word.then_some(name)
}

/// A backslash before something that is no escape, as in a path or a pattern.
fn escape(draft: &Draft, quoted: Quoted) -> Option<Proposal> {
    let end = quoted.end?;
    let inner = &draft.text[quoted.start + 1..end - 1];
    let mut chars = inner.char_indices();
    let wrong = loop {
        let (at, c) = chars.next()?;
        if c == '\\' {
            let (_, next) = chars.next()?;
            let known = "0abtnvfre \"/\\N_LP\t\r\nxuU";
            if !known.contains(next) || (matches!(next, 'x' | 'u' | 'U') && !is_hex(&inner[at..])) {
                break at..at + 1 + next.len_utf8();
            }
        }
    };
    let place = quoted.start + 1 + wrong.start..quoted.start + 1 + wrong.end;
    let mended = requoted(inner);
    let edits = vec![(quoted.start..end, mended.clone())];
    Some(
        Proposal::new(format!("{} is no escape", shown(&inner[wrong])), place.clone(), edits)
            .here("a backslash begins an escape between double quotes")
            .help(format!("write {}, or `\\\\` for a backslash", shown(&mended)))
            .past(quoted.start),
    )
}

/// Whether the digits follow that `\x`, `\u` and `\U` need.
fn is_hex(escape: &str) -> bool {
    let digits = match escape.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        _ => 8,
    };
    escape.get(2..2 + digits).is_some_and(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A value between quotes of a text processor, which are letters to YAML.
fn typographic(draft: &Draft, at: usize, line_end: usize) -> Option<Proposal> {
    let line = draft.line(draft.number(at));
    let value = line.parts().value;
    let typed = &line.text[value.clone()];
    let meant = between_typographic(typed)?;
    let mended = requoted(meant);
    let place = line.start + value.start..line.start + value.end;
    let first = typed.chars().next()?;
    let opening = place.start..place.start + first.len_utf8();
    let edits = vec![(place.clone(), mended.clone())];
    Some(
        Proposal::new(format!("found `{first}` where a quote of YAML is expected"), opening, edits)
            .here("a letter like any other to YAML")
            .help(format!("write {}", shown(&mended)))
            .mechanical()
            .past(at.min(line_end)),
    )
}

/// What stands between a pair of quotes that are none to YAML.
pub(in crate::spec) fn between_typographic(text: &str) -> Option<&str> {
    const PAIRS: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('„', '“'), ('”', '”'), ('＂', '＂')];
    let (open, close) =
        *PAIRS.iter().find(|(open, close)| text.starts_with(*open) && text.ends_with(*close))?;
    let inner = text.strip_prefix(open)?.strip_suffix(close)?;
    (!inner.contains([open, close])).then_some(inner)
}

/// The length of the text that the rest of a line between brackets begins with: up to the next
/// field, or to the bracket that ends the line.
pub(super) fn flow_text(rest: &str) -> usize {
    let next = rest.match_indices(',').map(|(at, _)| at).find(|&at| {
        let word = rest[at + 1..].trim_start();
        let name = word.trim_start_matches(|c: char| c.is_alphanumeric() || "_-\"'".contains(c));
        name.len() < word.len() && name.starts_with(':')
    });
    let end = rest.trim_end().trim_end_matches([']', '}', ' ', ',']).len();
    next.unwrap_or(end)
}

/// A text in quotes: in double ones if they need no escape, else in single ones.
pub(in super::super) fn requoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}
