//! Code in Markdown: which spans are code for every engine, and text made a block of code.

use std::collections::HashSet;
use std::ops::Range;

/// The text as a block of code that nothing in it can end.
pub(super) fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}

/// The backticks of a text.
#[derive(Default)]
pub(super) struct Ticks {
    /// The code spans that are seen where each cell of each line is read for itself. What is code
    /// there, and in the text as a whole, is code whatever an engine takes for a table.
    pub(super) spans: HashSet<Range<usize>>,
    /// Those within bare addresses, which some engines take for a part of them.
    pub(super) in_addresses: Vec<Range<usize>>,
}

/// Finds the backticks that matter.
pub(super) fn ticks(text: &str) -> Ticks {
    let mut found = Ticks::default();
    let mut start = 0;
    let mut is_address = false;
    for cell in text.split_inclusive(['\n', '|']) {
        let mut at = 0;
        while let Some(next) = cell[at..].find(['`', '\\']) {
            let open = at + next;
            is_address = is_within_address(is_address, &cell[at..open]);
            let length = run(&cell[open..]);
            if length == 0 {
                // A backtick after a backslash opens nothing.
                let escaped = cell[open + 1..].chars().next();
                at = open + 1 + escaped.map_or(0, char::len_utf8);
            } else if is_address {
                found.in_addresses.push(start + open..start + open + length);
                at = open + length;
            } else if let Some(end) = end_of_span(cell, open + length, length) {
                found.spans.insert(start + open..start + end);
                at = end;
            } else {
                at = open + length;
            }
        }
        is_address = is_within_address(is_address, &cell[at..]);
        start += cell.len();
    }
    found
}

/// Whether the end of a text is within a bare address, if its beginning is or is not.
fn is_within_address(at_start: bool, text: &str) -> bool {
    let has_address =
        |word: &str| word.contains("://") || word.to_ascii_lowercase().contains("www.");
    match text.rsplit_once(char::is_whitespace) {
        Some((_, word)) => has_address(word),
        None => at_start || has_address(text),
    }
}

/// One past the next run of exactly so many backticks.
fn end_of_span(cell: &str, mut at: usize, length: usize) -> Option<usize> {
    loop {
        at += cell[at..].find('`')?;
        let closing = run(&cell[at..]);
        at += closing;
        if closing == length {
            return Some(at);
        }
    }
}

/// How many backticks a text begins with.
fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_block_of_code() {
        assert_eq!(fenced("a"), "```\na\n```");
        assert_eq!(fenced("````\n`"), "`````\n````\n`\n`````");
    }

    #[test]
    fn a_span_ends_in_its_cell_with_as_many_backticks() {
        let spans = |text: &str| {
            let mut spans: Vec<_> =
                ticks(text).spans.into_iter().map(|s| text[s].to_owned()).collect();
            spans.sort();
            spans
        };
        assert_eq!(spans("`a` ``b`c`` `d"), ["``b`c``", "`a`"]);
        assert_eq!(spans("\\`a` b`"), ["` b`"]);
        assert!(spans("`a | b` c\n` d").is_empty());
        assert_eq!(spans("https://x/`y`z` `a`"), ["`a`"]);
        assert!(spans("https://|`y`").is_empty());
        assert_eq!(spans("`https://x` `y`"), ["`https://x`", "`y`"]);
    }
}
