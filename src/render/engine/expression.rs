//! Finds the names that an expression of a template reads. It knows just enough of the
//! engine's syntax for that: strings, paths, filters, tests, calls and loop variables.

use super::rewrite::{Prepared, Tag};

/// Words of the engine's expressions that are no names.
const KEYWORDS: [&str; 14] = [
    "and", "or", "not", "is", "in", "if", "else", "for", "true", "false", "True", "False", "none",
    "null",
];

/// Copies a `{{ … }}`; a name that is printed as it is, or through filters, needs no guard.
pub(super) fn guard_print(text: &str, inner: (usize, usize), tag: &Tag, out: &mut Prepared) {
    let body = text[inner.0..inner.1].trim_start_matches('-').trim_start();
    if body.starts_with('<') {
        return out.copy(text, tag.start, tag.end);
    }
    out.copy(text, tag.start, inner.0);
    guard(text, inner, true, out);
    out.copy(text, inner.1, tag.end);
}

/// Copies a `{% … %}`, with guards in the tags that hold an expression.
pub(super) fn guard_statement(text: &str, inner: (usize, usize), tag: &Tag, out: &mut Prepared) {
    let body = text[inner.0..inner.1].trim_start_matches('-').trim_start();
    let start = inner.1 - body.len();
    let word = body.split(|c: char| !is_word(c)).next().unwrap_or_default();
    match word {
        "if" | "elif" | "set" | "set_global" | "for" => {
            let from = match (word, body.find('=')) {
                // Of `for` itself the scan must know: a variable follows, not a name read.
                ("for", _) => start,
                ("if" | "elif", _) => start + word.len(),
                (_, Some(equals)) => start + equals + 1,
                // `{% set x %}…{% endset %}` reads no name.
                (_, None) => return out.copy(text, tag.start, tag.end),
            };
            out.copy(text, tag.start, from);
            guard(text, (from, inner.1), false, out);
            out.copy(text, inner.1, tag.end);
        }
        _ => out.copy(text, tag.start, tag.end),
    }
}

/// One past the closing delimiter of the tag whose inside begins at `from`.
pub(super) fn end_of(text: &str, from: usize, close: &str) -> Option<usize> {
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

fn guard(text: &str, (from, end): (usize, usize), printed: bool, out: &mut Prepared) {
    let mut copied = from;
    let mut at = from;
    let mut binding = false;
    // What stands before a word tells a filter, a test or an attribute from a name.
    let mut before = Before::Nothing;
    while let Some(c) = text[at..end].chars().next() {
        if matches!(c, '"' | '\'' | '`') {
            at = end_of_string(text, at).min(end);
            before = Before::Other;
        } else if c.is_ascii_digit() {
            at += text[at..end].find(|c: char| !is_word(c) && c != '.').unwrap_or(end - at);
            before = Before::Other;
        } else if is_word(c) {
            let word_end = at + text[at..end].find(|c: char| !is_word(c)).unwrap_or(end - at);
            let word = &text[at..word_end];
            if KEYWORDS.contains(&word) {
                binding = word == "for" || (binding && word != "in");
                before = match (word, before) {
                    ("is", _) | ("not", Before::Is) => Before::Is,
                    _ => Before::Other,
                };
                at = word_end;
                continue;
            }
            let first = before == Before::Nothing;
            let is_name = !binding && !matches!(before, Before::Pipe | Before::Is | Before::Dot);
            let path_end = if is_name { end_of_path(text, word_end, end) } else { word_end };
            let after = text[path_end..end].trim_start();
            if is_name && needs_guard(&text[at..path_end], after, printed && first) {
                out.copy(text, copied, at);
                out.insert("(");
                out.copy(text, at, path_end);
                // So that an error in the guard is at the end of the name, not in what follows.
                copied = path_end;
                out.guard(at, path_end);
            }
            at = path_end;
            before = Before::Other;
        } else {
            at += c.len_utf8();
            before = match c {
                '|' => Before::Pipe,
                '.' => Before::Dot,
                c if c.is_whitespace() => before,
                '-' if before == Before::Nothing => before,
                _ => Before::Other,
            };
        }
    }
    out.copy(text, copied, end);
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Before {
    Nothing,
    Pipe,
    Is,
    Dot,
    Other,
}

fn needs_guard(path: &str, after: &str, printed_first: bool) -> bool {
    let is_call = after.starts_with('(');
    let is_argument = after.starts_with('=') && !after.starts_with("==");
    let is_key = after.starts_with(':');
    let is_optional = path.contains('?');
    let mut words = after.split(|c: char| !is_word(c) && c != '|').filter(|w| !w.is_empty());
    let next = words.next().unwrap_or_default();
    let mut test = words.next().unwrap_or_default();
    if test == "not" {
        test = words.next().unwrap_or_default();
    }
    let is_tested =
        after.starts_with("is") && next == "is" && matches!(test, "defined" | "undefined");
    let filter = after.strip_prefix('|').map(str::trim_start).unwrap_or_default();
    let has_default = filter.starts_with("default");
    let is_printed = printed_first && (after.is_empty() || after == "-" || after.starts_with('|'));
    !(is_call || is_argument || is_key || is_optional || is_tested || has_default || is_printed)
}

/// The end of `.b[0].c` after a first word.
fn end_of_path(text: &str, from: usize, end: usize) -> usize {
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
fn end_of_string(text: &str, from: usize) -> usize {
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

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
