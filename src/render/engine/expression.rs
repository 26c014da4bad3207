//! Rewrites the tags of a template that hold an expression.

use super::frame::Frame;
use super::rewrite::{Prepared, Tag};
use super::scan::scan;

/// Copies a `{{ … }}`.
pub(super) fn print(text: &str, tag: &Tag, out: &mut Prepared) {
    let inner = tag.inner(text);
    out.copy(text, tag.start, inner.0);
    scan(text, inner, Frame::printed(), out);
    out.copy(text, inner.1, tag.end);
}

/// Copies a `{% … %}`. Each round of a loop that it begins runs through so many bytes of text.
pub(super) fn statement(text: &str, tag: &Tag, rounds: usize, out: &mut Prepared) {
    let (word, start) = tag.word(text);
    let (_, end) = tag.inner(text);
    let body = &text[start..end];
    let from = match word {
        "if" | "elif" => start + word.len(),
        // Of `for` itself the scan must know: a variable follows, not a name that is read.
        "for" => start,
        // `{% set x %}…{% endset %}` reads no name.
        "set" | "set_global" => match body.find(['=', '|']).map(|at| start + at) {
            Some(at) if text[at..].starts_with('=') => at + 1,
            _ => end,
        },
        // A component with a body.
        "" if body.starts_with('<') && !body.starts_with("</") => start,
        _ => end,
    };
    out.copy(text, tag.start, from);
    scan(text, (from, end), Frame::statement(rounds), out);
    out.copy(text, end, tag.end);
}
