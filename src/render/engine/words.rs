//! The smallest parts of the engine's syntax: words, strings, paths, and where a tag ends. It
//! only looks at a text.

/// One past the closing delimiter of the tag whose inside begins at `from`.
pub(super) fn end_of_tag(text: &str, from: usize, close: &str) -> Option<usize> {
    let mut at = from;
    let mut braces = 0_usize;
    while at < text.len() {
        let rest = &text[at..];
        if braces == 0 && rest.starts_with(close) {
            return Some(at + close.len());
        }
        let c = rest.chars().next()?;
        match c {
            '"' | '\'' | '`' => {
                at = end_of_string(text, at);
                continue;
            }
            '{' => braces += 1,
            '}' => braces = braces.saturating_sub(1),
            _ => {}
        }
        at += c.len_utf8();
    }
    None
}

/// The end of `.b[0].c` after a first word.
pub(super) fn end_of_path(text: &str, from: usize, end: usize) -> usize {
    let mut at = from;
    loop {
        let rest = &text[at..end];
        let step = rest.strip_prefix('?').unwrap_or(rest);
        let skipped = rest.len() - step.len();
        if let Some(name) = step.strip_prefix('.')
            && name.starts_with(is_word)
        {
            let length = name.find(|c: char| !is_word(c)).unwrap_or(name.len());
            at += skipped + 1 + length;
        } else if step.starts_with('[') {
            at = end_of_brackets(text, at + skipped, end);
        } else {
            return at;
        }
    }
}

fn end_of_brackets(text: &str, from: usize, end: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = from;
    while let Some(c) = text[at..end].chars().next() {
        match c {
            '"' | '\'' | '`' => {
                at = end_of_string(text, at).min(end);
                continue;
            }
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        at += c.len_utf8();
        if depth == 0 {
            break;
        }
    }
    at
}

/// One past the closing quote of the string that begins at `from`.
pub(super) fn end_of_string(text: &str, from: usize) -> usize {
    let mut chars = text[from..].char_indices();
    let quote = chars.next().map(|(_, c)| c);
    let mut escaped = false;
    for (i, c) in chars {
        if !escaped && Some(c) == quote {
            return from + i + c.len_utf8();
        }
        escaped = !escaped && c == '\\';
    }
    text.len()
}

/// One past the word that begins at `from`.
pub(super) fn end_of_word(text: &str, from: usize, end: usize) -> usize {
    from + text[from..end].find(|c: char| !is_word(c)).unwrap_or(end - from)
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
