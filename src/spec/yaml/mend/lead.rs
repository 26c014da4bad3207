//! What a line begins with that is no space of ASCII, though it looks like one: tabs and
//! no-break spaces.

use std::ops::Range;

use super::super::events::Stop;
use super::draft::Draft;
use super::line::Line;
use super::proposal::Proposal;
use crate::model::words::count;

/// The widths that a tab may have been meant to have; without any it was typed in vain.
const WIDTHS: [usize; 4] = [2, 4, 8, 0];

/// Whether a key begins with a space that YAML takes for a letter, where its line begins.
pub(in super::super) fn is_odd_key(text: &str, key: Range<usize>) -> bool {
    let is_odd = text.get(key.clone()).is_some_and(|key| key.starts_with(is_odd_space));
    is_odd && {
        let line = text[..key.start].rfind('\n').map_or(0, |at| at + 1);
        let rest = text[key.end..].trim_start_matches(' ');
        text[line..key.start].bytes().all(|b| matches!(b, b' ' | b'-')) && rest.starts_with(':')
    }
}

/// Whether a line begins with a space that is none of ASCII.
pub(in super::super) fn is_odd(text: &str) -> bool {
    text.lines().any(|line| line[lead(line)].contains(is_odd_space))
}

fn is_odd_space(c: char) -> bool {
    (c.is_whitespace() && !c.is_ascii()) || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// What stands before the first word of a line: space of any kind, and dashes.
fn lead(line: &str) -> Range<usize> {
    let mut end = 0;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_space = |c: char| c == ' ' || c == '\t' || is_odd_space(c);
        let is_dash = c == '-' && chars.peek().is_some_and(|(_, next)| is_space(*next));
        if !is_space(c) && !is_dash {
            break;
        }
        end = at + c.len_utf8();
    }
    0..end
}

/// The lead of a line in spaces, where a tab reaches to the next multiple of `width`.
fn spaced(lead: &str, width: usize) -> String {
    let mut spaced = String::new();
    for c in lead.chars() {
        let column = spaced.len();
        let wide = match c {
            '\t' if width == 0 => 0,
            '\t' => width - column % width,
            '\u{200b}' | '\u{2060}' | '\u{feff}' => 0,
            '\u{3000}' if width == 2 => 2,
            _ => 1,
        };
        spaced.extend(std::iter::repeat_n(if c == '-' { '-' } else { ' ' }, wide));
    }
    spaced
}

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let is_wrong = |c: char| c == '\t' || is_odd_space(c);
    let number = draft.number(stop.at);
    let leads = |n: usize, c: &dyn Fn(char) -> bool| {
        let text = draft.line(n).text;
        !draft.is_literal(n) && !draft.line(n).is_empty() && text[lead(text)].contains(c)
    };
    // The parser may tell of a line at the end of the one before it.
    let near = number.saturating_sub(1)..draft.count().min(number + 2);
    let Some(first) = near.into_iter().find(|&n| leads(n, &is_wrong)) else { return Vec::new() };
    let line = draft.line(first);
    let typed = &line.text[lead(line.text)];
    let Some((column, odd)) = typed.char_indices().find(|(_, c)| is_wrong(*c)) else {
        return Vec::new();
    };
    let others = (first + 1..draft.count())
        .filter(|&n| leads(n, &|c| c == odd) && is_field_or_item(draft.line(n).text));
    let lines: Vec<usize> = std::iter::once(first).chain(others).collect();
    let at = line.start + column..line.start + column + odd.len_utf8();
    let propose = |width: &usize| {
        let edits = lines.iter().map(|&n| {
            let line = draft.line(n);
            let lead = lead(line.text);
            (line.start..line.start + lead.end, spaced(&line.text[lead], *width))
        });
        let proposal = Proposal::new(
            format!("a line is indented with {}", named(odd)),
            at.clone(),
            edits.collect(),
        )
        .here("YAML takes this for no indentation")
        .help(instead(typed, *width))
        .past(stop.at.max(line.start + typed.len()));
        // How wide a tab is takes a guess.
        let is_mechanical = !matches!(odd, '\t' | '\u{3000}');
        let proposal = Proposal { is_mechanical, ..proposal };
        and_others(proposal, &lines[1..])
    };
    WIDTHS.iter().map(propose).collect()
}

/// Elsewhere a tab may well be part of a text.
fn is_field_or_item(text: &str) -> bool {
    let lead = lead(text);
    text[lead.clone()].contains('-')
        || Line { start: 0, text: &text[lead.end..] }.parts().key.is_some()
}

fn named(odd: char) -> String {
    match odd {
        '\t' => "a tab".to_owned(),
        '\u{a0}' => "a no-break space, U+00A0".to_owned(),
        '\u{3000}' => "a full-width space, U+3000".to_owned(),
        other => format!("the character U+{:04X}", u32::from(other)),
    }
}

fn instead(typed: &str, width: usize) -> String {
    let spaced = spaced(typed, width);
    if typed.contains('-') {
        format!("begin the line with `{spaced}`")
    } else if spaced.is_empty() {
        "remove it".to_owned()
    } else {
        format!("indent the line by {}", count(spaced.len(), "space"))
    }
}

fn and_others(proposal: Proposal, lines: &[usize]) -> Proposal {
    match lines {
        [] => proposal,
        [one] => proposal.help(format!("the same goes for line {}", one + 1)),
        [first, .., last] => proposal.help(format!(
            "the same goes for {} more lines, from {} to {}",
            lines.len(),
            first + 1,
            last + 1
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_reach_to_the_next_stop() {
        assert_eq!(spaced("\t", 2), "  ");
        assert_eq!(spaced(" \t-\t", 4), "    -   ");
        assert_eq!(spaced("    \t", 0), "    ");
        assert_eq!(spaced("\u{a0} \u{200b}", 4), "  ");
    }

    #[test]
    fn the_lead_ends_at_the_first_word() {
        assert_eq!(lead("\t- -\ta"), 0..5);
        assert_eq!(lead("  -5"), 0..2);
        assert_eq!(lead("\u{a0}x"), 0..2);
    }
}
