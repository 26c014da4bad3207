//! One line of a table as cells: where each begins and ends. How many columns the table has
//! decides between two ways to read a line. Knows nothing of what the cells mean.

use std::ops::Range;

/// The cells of a line, as ranges of bytes without white space around them. `width` is the number
/// of columns, where it is known; `is_closed` tells whether the header ends with a pipe.
pub(super) fn split(line: &str, width: Option<usize>, is_closed: bool) -> Vec<Range<usize>> {
    let pipes = pipes(line);
    let as_typed = ranges(line, pipes.iter().filter(|pipe| !pipe.is_escaped));
    let Some(width) = width else { return as_typed };
    // A cell that ends with a backslash, before the pipe that closes the row.
    let ends = |pipe: &Pipe| is_closed && line.trim_start().starts_with('|') && pipe.is_last;
    let ended = ranges(line, pipes.iter().filter(|pipe| !pipe.is_escaped || ends(pipe)));
    if ended.len() == width {
        return ended;
    }
    let all = || ranges(line, pipes.iter());
    let without_code =
        || ranges(line, pipes.iter().filter(|pipe| !pipe.is_escaped && !pipe.is_in_code));
    let other = match as_typed.len() {
        n if n < width => all(),
        n if n > width => without_code(),
        _ => return as_typed,
    };
    if other.len() == width { other } else { as_typed }
}

/// Whether a line is the one of dashes below a header.
pub(super) fn is_delimiter(line: &str) -> bool {
    let is_dashes = |cell: &str| {
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        let cell = cell.strip_suffix(':').unwrap_or(cell);
        !cell.is_empty() && cell.bytes().all(|byte| byte == b'-')
    };
    let cells = split(line, None, false);
    line.contains('|') && cells.iter().all(|cell| is_dashes(&line[cell.clone()]))
}

/// Whether a line has a pipe that stands between cells.
pub(super) fn has_pipe(line: &str) -> bool {
    pipes(line).iter().any(|pipe| !pipe.is_escaped)
}

struct Pipe {
    at: usize,
    /// Whether a backslash makes it a character like any other.
    is_escaped: bool,
    /// Whether it stands between backticks.
    is_in_code: bool,
    /// Whether nothing comes after it.
    is_last: bool,
}

fn pipes(line: &str) -> Vec<Pipe> {
    let end = line.trim_end().len();
    let mut pipes = Vec::new();
    let mut backslashes = 0;
    let mut code_until = 0;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'|' => pipes.push(Pipe {
                at,
                is_escaped: backslashes % 2 == 1,
                is_in_code: at < code_until,
                is_last: at + 1 == end,
            }),
            b'`' if at >= code_until => code_until = end_of_code(line, at).unwrap_or(code_until),
            _ => {}
        }
        backslashes = if byte == b'\\' { backslashes + 1 } else { 0 };
    }
    pipes
}

/// One past the backticks that close those at a place.
fn end_of_code(line: &str, open: usize) -> Option<usize> {
    let run = |text: &str| text.len() - text.trim_start_matches('`').len();
    let length = run(&line[open..]);
    let mut at = open + length;
    loop {
        at += line[at..].find('`')?;
        let closing = run(&line[at..]);
        at += closing;
        if closing == length {
            return Some(at);
        }
    }
}

/// What stands between pipes, without the empty ends outside of the first and the last.
fn ranges<'a>(line: &str, pipes: impl Iterator<Item = &'a Pipe>) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut ends = Vec::new();
    for pipe in pipes {
        ends.push(pipe.at);
        starts.push(pipe.at + 1);
    }
    ends.push(line.len());
    let mut cells: Vec<Range<usize>> =
        starts.into_iter().zip(ends).map(|(start, end)| trimmed(line, start..end)).collect();
    if cells.len() > 1 && cells[0].is_empty() {
        cells.remove(0);
    }
    if cells.len() > 1 && cells.last().is_some_and(Range::is_empty) {
        cells.pop();
    }
    cells
}

fn trimmed(line: &str, cell: Range<usize>) -> Range<usize> {
    let text = &line[cell.clone()];
    let start = cell.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str, width: usize) -> Vec<&str> {
        split(line, Some(width), true).into_iter().map(|cell| &line[cell]).collect()
    }

    #[test]
    fn outer_pipes_may_be_there_or_not() {
        for line in ["|1|a|", "1|a", "|1|a", "1 | a |", "\t|\t1\t|  a  |  "] {
            assert_eq!(cells(line, 2), ["1", "a"], "{line:?}");
        }
        assert_eq!(cells("|1||", 2), ["1", ""]);
        assert_eq!(cells("||a|", 2), ["", "a"]);
        assert_eq!(cells("| |", 1), [""]);
    }

    #[test]
    fn an_escaped_pipe_is_one_unless_the_row_needs_it() {
        assert_eq!(cells(r"|1|a \| b|c|", 3), ["1", r"a \| b", "c"]);
        assert_eq!(cells(r"|1|C:\|D:\|", 3), ["1", r"C:\", r"D:\"]);
        assert_eq!(cells(r"|1|x|C:\|", 3), ["1", "x", r"C:\"]);
        assert_eq!(cells(r"|1|a \\|c|", 3), ["1", r"a \\", "c"]);
        assert_eq!(cells(r"1|x|y \|", 3), ["1", "x", r"y \|"]);
    }

    #[test]
    fn a_pipe_in_code_is_text_where_the_row_is_too_wide_otherwise() {
        assert_eq!(cells("|1|`a|b`|c|", 3), ["1", "`a|b`", "c"]);
        assert_eq!(cells("|1|`a|b`|", 3), ["1", "`a", "b`"]);
        assert_eq!(cells("|1|a|b|c|", 3), ["1", "a", "b", "c"]);
    }

    #[test]
    fn dashes_are_told_from_data() {
        for line in ["|---|:--:|", "--- | ---", "| - |", "|-----", ":-|-:"] {
            assert!(is_delimiter(line), "{line}");
        }
        for line in ["---", "|-1|a|", "| |", "||", "", "- a | b", "|:|"] {
            assert!(!is_delimiter(line), "{line}");
        }
    }
}
