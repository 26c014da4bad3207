//! Takes a child out of a collection, with what separates it from the others and with a comment
//! behind it; comments of other lines stay. Not whether what is left still reads as before.

use super::layout::{Kind, Layout, Style};
use super::lines::{line_start, past_comma, past_line};
use super::patch::Patch;

/// Takes out an item of a list. The last one can't go: the list would be another thing.
pub(super) fn item(text: &str, layout: &Layout, id: usize) -> Option<Vec<Patch>> {
    let list = layout[id].parent?;
    if layout[list].is_flow {
        return flow(text, layout, list, id, id);
    }
    let start = layout[id].start;
    let dash = text[..start].trim_end().strip_suffix('-')?.len();
    let line = line_start(text, dash);
    let is_first = text[line..dash].trim().is_empty();
    is_first.then(|| lines(text, layout, id, line)).flatten()
}

/// Takes out a field with its value, by the number of the value.
pub(super) fn field(text: &str, layout: &Layout, value: usize) -> Option<Vec<Patch>> {
    let key = layout.key_of(value)?;
    let map = layout[value].parent?;
    if layout[map].is_flow {
        return flow(text, layout, map, key, value);
    }
    let start = layout[key].start;
    let line = line_start(text, start);
    let before = &text[line..start];
    let next = layout[map].children.get(layout[value].turn + 1);
    if before.trim().is_empty() {
        let is_only = layout[map].children.len() <= 2;
        return (!is_only).then(|| lines(text, layout, value, line)).flatten();
    }
    // The first field of an entry stands behind its dash, and so will the second.
    let next = layout[*next?].start;
    let past = past_line(text, layout[value].end(text))?;
    let is_near = text.get(past..next)?.trim().is_empty();
    let is_behind_dash = before.chars().all(|c| matches!(c, ' ' | '-'));
    (is_near && is_behind_dash).then(|| vec![Patch::removal(start..next)])
}

/// Takes out what stands between brackets from one child of a collection to another, which is
/// the same or its value.
fn flow(
    text: &str,
    layout: &Layout,
    collection: usize,
    first: usize,
    last: usize,
) -> Option<Vec<Patch>> {
    let outer = layout[collection].range.clone();
    text[outer.clone()].starts_with(['[', '{']).then_some(())?;
    let siblings = &layout[collection].children;
    let before = layout[first].turn.checked_sub(1).map(|turn| layout[siblings[turn]].end(text));
    let after = siblings.get(layout[last].turn + 1).map(|&id| layout[id].start);
    let floor = before.unwrap_or(outer.start + 1);
    let (start, end) = (layout[first].start, layout[last].end(text));
    let comma = past_comma(text, end, after.unwrap_or(outer.end - 1));

    let line = line_start(text, start);
    let is_alone = line > floor && text[line..start].chars().all(|c| " \t,".contains(c));
    let past = is_alone.then(|| past_line(text, comma.unwrap_or(end))).flatten();
    let is_near = |range: std::ops::Range<usize>| {
        text.get(range).is_some_and(|gap| gap.chars().all(|c| " \t,".contains(c)))
    };
    Some(vec![Patch::removal(match (past, before, after) {
        (Some(past), ..) => line..past,
        (_, _, Some(after)) if is_near(end..after) => start..after,
        (_, Some(before), _) if is_near(before..start) => before..end,
        (_, Some(before), _) if text[before..start].split(',').all(|s| s.trim().is_empty()) => {
            before..end
        }
        _ => start..comma.unwrap_or(end),
    })])
}

/// Takes out whole lines, from one on to the end of a node, but for lines that are a comment.
fn lines(text: &str, layout: &Layout, id: usize, line: usize) -> Option<Vec<Patch>> {
    let end = layout[id].end(text);
    let past = past_line(text, end)?;
    let mut patches: Vec<Patch> = Vec::new();
    let mut at = line;
    for typed in text[line..past].split_inclusive('\n') {
        let next = at + typed.len();
        let is_comment = typed.trim_start().starts_with('#') && !is_in_scalar(text, layout, id, at);
        match patches.last_mut() {
            _ if is_comment => {}
            Some(last) if last.range.end == at => last.range.end = next,
            _ => patches.push(Patch::removal(at..next)),
        }
        at = next;
    }
    // A text that ended without a line break still does.
    if let Some(last) = patches.last_mut()
        && last.range.end == text.len()
        && !text.ends_with(['\r', '\n'])
    {
        let above = &text[..last.range.start];
        let above = above.strip_suffix('\n').unwrap_or(above);
        last.range.start = above.strip_suffix('\r').unwrap_or(above).len();
    }
    Some(patches)
}

/// Whether a byte belongs to a text in a node or below it.
fn is_in_scalar(text: &str, layout: &Layout, id: usize, at: usize) -> bool {
    let item = &layout[id];
    match item.kind {
        Kind::Scalar(Style::Literal(_) | Style::Folded(_)) => at <= item.end(text),
        Kind::Scalar(_) => item.range.contains(&at),
        _ => item.children.iter().any(|&child| is_in_scalar(text, layout, child, at)),
    }
}
