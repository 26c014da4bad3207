//! Puts fields and items behind what stands there, in the layout of their neighbours: in lines of
//! their own with the same indentation, or between the same brackets. Not whether the text then
//! reads as wanted.

use super::draft::Draft;
use super::layout::Layout;
use super::lines::{line_start, past_line};
use super::patch::Patch;
use super::read;
use super::tree::Effect;
use crate::model::node::{Node, Value};
use crate::model::{Action, Field, New, Span};
use crate::spec::emit::write;

/// What an action that adds something comes to: its effect, and the patches where there is a way;
/// `None` for any other action.
pub(super) fn insertion(
    draft: &Draft<'_>,
    id: usize,
    action: &Action,
) -> Option<(Effect, Option<Vec<Patch>>)> {
    let (text, layout, place) = (draft.text, &draft.tree.layout, draft.tree.root.span);
    let (after, patch): (Option<Vec<_>>, _) = match action {
        Action::AddFields(new) => {
            let pair =
                |field: &Field| Some((Some(field.name.clone()), value(&field.value, place)?));
            (new.iter().map(pair).collect(), fields(text, layout, id, new))
        }
        Action::AddItems(new) => {
            let item = |item: &New| Some((None, value(item, place)?));
            (new.iter().map(item).collect(), items(text, layout, id, new))
        }
        _ => return None,
    };
    let is_read = after.is_some();
    let patches = patch.filter(|_| is_read).map(|patch| vec![patch]);
    Some((Effect::Followed(after.unwrap_or_default()), patches))
}

/// What something new must read as.
fn value(new: &New, span: Span) -> Option<Value> {
    let node = |value| Node { span, value };
    let list = |items: &[New]| {
        let items = items.iter().map(|item| Some(node(value(item, span)?)));
        items.collect::<Option<_>>().map(Value::List)
    };
    match new {
        New::Text(text) => Some(Value::Text(text.clone())),
        New::Plain(plain) => Some(read(plain)?.value),
        New::List(items) | New::Items(items) => list(items),
        New::Map(fields) | New::Line(fields) => {
            let pair = |field: &Field| {
                let key = node(Value::Text(field.name.clone()));
                Some((key, node(value(&field.value, span)?)))
            };
            fields.iter().map(pair).collect::<Option<_>>().map(Value::Map)
        }
    }
}

/// Fields behind the one with this value.
fn fields(text: &str, layout: &Layout, id: usize, new: &[Field]) -> Option<Patch> {
    let key = layout.key_of(id)?;
    let map = layout[id].parent?;
    let end = layout[id].end(text);
    if layout[map].is_flow {
        return Some(Patch { range: end..end, new: format!(", {}", write::in_line(new)) });
    }
    let start = layout[key].start;
    let before = &text[line_start(text, start)..start];
    // The first field of an entry stands behind its dash.
    let is_behind_dash = before.chars().all(|c| matches!(c, ' ' | '-'));
    let mut lines = String::new();
    write::fields(new, before.len(), &mut lines);
    is_behind_dash.then(|| below(text, end, lines)).flatten()
}

/// Items behind one.
fn items(text: &str, layout: &Layout, id: usize, new: &[New]) -> Option<Patch> {
    let list = layout[id].parent?;
    let (start, end) = (layout[id].start, layout[id].end(text));
    if layout[list].is_flow {
        // What is in brackets as a whole may be JSON, which has no comments.
        return Some(bracketed(text, (start, end), new, !layout[0].is_flow));
    }
    let dash = text[..start].trim_end().strip_suffix('-')?.len();
    let line = line_start(text, dash);
    let is_first = text[line..dash].trim().is_empty();
    let before = layout[id].turn.checked_sub(1).map(|turn| layout[list].children[turn]);
    let gap = before.and_then(|before| text.get(layout[before].end(text)..line));
    let is_apart = gap.is_some_and(|gap| gap.lines().skip(1).any(|line| line.trim().is_empty()));
    let mut lines = String::new();
    for item in new {
        if is_apart {
            lines.push('\n');
        }
        write::item(item, dash - line, &mut lines);
    }
    is_first.then(|| below(text, end, lines)).flatten()
}

/// Items between brackets behind the last one: in lines of their own where that one has its own,
/// or where they bring a note.
fn bracketed(text: &str, (start, end): (usize, usize), new: &[New], is_noted: bool) -> Patch {
    let before = &text[line_start(text, start)..start];
    let is_alone = before.trim().is_empty() && before.len() < start;
    let line = &text[end..][..text[end..].find(['\r', '\n']).unwrap_or(text.len() - end)];
    let rest = line.trim_start().strip_prefix(',');
    let comment = rest.unwrap_or(line).trim();
    let is_last = comment.is_empty() || comment.starts_with('#');
    let notes = new.iter().map(|item| note(item).filter(|_| is_noted));
    if !(is_alone && is_last) && notes.clone().all(|note| note.is_none()) {
        let items = new.iter().map(|item| write::line(item, true));
        let new = items.fold(String::new(), |all, item| all + ", " + &item);
        return Patch { range: end..end, new };
    }
    let indent: String = before.chars().take_while(|c| c.is_whitespace()).collect();
    let step = if is_alone { "" } else { "  " };
    let margin = format!("\n{indent}{step}");
    let mut lines = String::from(",");
    if is_last && !comment.is_empty() {
        lines.extend([" ", comment]);
    }
    for (turn, (item, note)) in new.iter().zip(notes).enumerate() {
        let is_followed = turn + 1 < new.len() || rest.is_some();
        let comma = if is_followed { "," } else { "" };
        let comment = note.map_or(String::new(), |note| format!(" # {note}"));
        lines.extend([&margin, &write::line(item, true), comma, &comment]);
    }
    let taken =
        if is_last { line.len() } else { line.len() - rest.unwrap_or(line).trim_start().len() };
    if !is_last {
        lines.push_str(&margin);
    }
    Patch { range: end..end + taken, new: with_breaks_of(text, lines) }
}

/// What stands in the comment of a new entry.
fn note(item: &New) -> Option<&str> {
    match item {
        New::Map(fields) | New::Line(fields) => fields.iter().find_map(|f| f.note.as_deref()),
        _ => None,
    }
}

/// Lines below the one that something ends in.
fn below(text: &str, end: usize, lines: String) -> Option<Patch> {
    let at = past_line(text, end)?;
    let mut new = with_breaks_of(text, lines);
    // A text that ends without a line break still does.
    if !text[..at].ends_with('\n') {
        let ended = new.trim_end_matches(['\r', '\n']).to_owned();
        new = with_breaks_of(text, "\n".to_owned()) + &ended;
    }
    Some(Patch { range: at..at, new })
}

fn with_breaks_of(text: &str, new: String) -> String {
    if text.contains("\r\n") { new.replace('\n', "\r\n") } else { new }
}
