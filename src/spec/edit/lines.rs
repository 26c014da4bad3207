//! Lines, comments and commas around what stands in a YAML text. It knows nothing of nodes.

/// Where the line of a byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}

/// Past the line break, where after `at` comes nothing but blanks and a comment.
pub(super) fn past_line(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let length = rest.find('\n').map_or(rest.len(), |i| i + 1);
    let line = &rest[..length];
    let behind = line.trim_start();
    let is_comment = behind.starts_with('#') && line.starts_with([' ', '\t']);
    (behind.is_empty() || is_comment).then_some(at + length)
}

/// Past the comma that comes after `at` and before `until`, where there is one.
pub(super) fn past_comma(text: &str, at: usize, until: usize) -> Option<usize> {
    let mut is_comment = false;
    for (offset, c) in text.get(at..until)?.char_indices() {
        match c {
            '\n' => is_comment = false,
            _ if is_comment => {}
            ',' => return Some(at + offset + 1),
            '#' => is_comment = true,
            _ => {}
        }
    }
    None
}
