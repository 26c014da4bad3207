//! Code in Markdown: which spans are code for every engine, and text made a block of code.

use std::collections::HashSet;
use std::ops::Range;

/// The text as a block of code that nothing in it can end.
pub(super) fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}

/// The code spans that are seen where each cell of each line is read for itself, and where a bare
/// address holds the backticks in it. What is code there, and in the text as a whole, is code
/// whatever an engine takes for a table or a link.
pub(super) fn spans_in_cells(text: &str) -> HashSet<Range<usize>> {
    let mut spans = HashSet::new();
    let mut start = 0;
    let mut is_address = false;
    for cell in text.split_inclusive(['\n', '|']) {
        let mut at = 0;
        while let Some(found) = cell[at..].find(['`', '\\']) {
            let open = at + found;
            is_address = is_within_address(is_address, &cell[at..open]);
            let length = ticks(&cell[open..]);
            if length == 0 {
                // A backtick after a backslash opens nothing.
                let escaped = cell[open + 1..].chars().next();
                at = open + 1 + escaped.map_or(0, char::len_utf8);
            } else if is_address {
                at = open + length;
            } else if let Some(end) = end_of_span(cell, open + length, length) {
                spans.insert(start + open..start + end);
                at = end;
            } else {
                at = open + length;
            }
        }
        is_address = is_within_address(is_address, &cell[at..]);
        start += cell.len();
    }
    spans
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
        let run = ticks(&cell[at..]);
        at += run;
        if run == length {
            return Some(at);
        }
    }
}

fn ticks(text: &str) -> usize {
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
                spans_in_cells(text).into_iter().map(|s| text[s].to_owned()).collect();
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
