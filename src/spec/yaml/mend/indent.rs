//! Lines that begin in the wrong column: fields that do not align with their siblings, items
//! outside their list, and dashes that are not there or stick to their word.

use std::ops::Range;

use super::super::events::Stop;
use super::draft::{Draft, Edits};
use super::line::{Line, Parts};
use super::proposal::{LIKELY, Proposal};
use super::words::shown;
use crate::model::words::count;

/// A block that a line may belong to.
#[derive(Clone, Copy, Debug)]
struct Block {
    column: usize,
    /// Whether it is a list, or else a mapping.
    is_list: bool,
    /// The line that shows its column.
    line: usize,
}

/// Further away than this a column was not missed by a slip.
const NEAR: usize = 8;

pub(super) fn proposals(draft: &Draft, stop: &Stop) -> Vec<Proposal> {
    let number = draft.number(stop.at);
    let line = draft.line(number);
    if line.is_empty() || draft.is_literal(number) {
        return Vec::new();
    }
    let parts = line.parts();
    let blocks = open_blocks(draft, number);
    let mut proposals = Vec::new();
    proposals.extend(root(draft, number));
    let above = draft.previous(number).unwrap_or(number);
    proposals.extend([above, number].iter().filter_map(|&n| dash_without_space(draft, n)));
    proposals.extend(no_dash(draft, number, &blocks));
    let is_list = !parts.dashes.is_empty();
    if parts.key.is_none() && !is_list {
        return proposals;
    }
    let mut near: Vec<Block> = blocks
        .iter()
        .filter(|b| b.is_list == is_list && b.column != line.indent())
        .filter(|b| b.column.abs_diff(line.indent()) <= NEAR)
        .copied()
        .collect();
    near.sort_by_key(|b| b.column.abs_diff(line.indent()));
    let (odd, even): (Vec<_>, Vec<_>) =
        head(draft, number).into_iter().partition(|(column, _)| column % 2 == 1);
    proposals.extend(odd.into_iter().map(|(_, proposal)| proposal));
    let nearest = near.first().map_or(0, |b| b.column.abs_diff(line.indent()));
    for block in near {
        let rank = LIKELY + block.column.abs_diff(line.indent()) - nearest;
        let aligned = aligned(draft, number, block, &blocks).into_iter();
        proposals.extend(aligned.map(|proposal| Proposal { rank, ..proposal }));
    }
    proposals.extend(even.into_iter().map(|(_, proposal)| proposal));
    proposals
}

/// An item that begins in the wrong column, while its fields do not; with the column that it
/// begins in.
fn head(draft: &Draft, number: usize) -> Option<(usize, Proposal)> {
    let line = draft.line(number);
    let above = draft.previous(number)?;
    let item = draft.line(above);
    let (own, parts) = (line.parts(), item.parts());
    let dash = *parts.dashes.last().filter(|_| own.dashes.is_empty())?;
    let wanted = line.indent().checked_sub(parts.first - item.indent())?;
    if parts.dashes.len() > 1 || wanted.abs_diff(dash) > NEAR || wanted == dash {
        return None;
    }
    let (_, colon) = own.key.as_ref()?;
    // The items before and after tell where the list is, if there are any.
    let is_item = |n: &usize| draft.line(*n).parts().dashes.first() == Some(&wanted);
    let other = (0..above).rev().find(is_item).or_else(|| (above..draft.count()).find(is_item));
    let (what, also) = match other {
        Some(other) => {
            ("list", sibling(draft, Block { column: wanted, is_list: true, line: other }))
        }
        None => ("fields", first_word(&line, &own)),
    };
    let at = if other.is_some() { wanted } else { line.indent() };
    let proposal = Proposal::new(
        format!("an item does not align with its {what}"),
        item.start + dash..item.start + dash + 1,
        shifted(draft, above..=above, wanted),
    )
    .here(format!("indented by {}", count(dash, "space")))
    .also(also, format!("indented by {at}"))
    .help(moved(dash, wanted, 0))
    .past(line.start + colon);
    Some((dash, proposal))
}

/// The blocks that are open before a line, the innermost first.
fn open_blocks(draft: &Draft, number: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut limit = usize::MAX;
    for n in (0..number).rev() {
        let line = draft.line(n);
        if limit == 0 {
            break;
        }
        if line.is_empty() || draft.is_literal(n) {
            continue;
        }
        let columns = line.parts().columns();
        for (column, is_list) in columns.iter().rev().copied().filter(|(c, _)| *c < limit) {
            blocks.push(Block { column, is_list, line: n });
        }
        limit = columns.iter().map(|(column, _)| *column).min().unwrap_or(limit).min(limit);
    }
    blocks
}

/// Moves a line, or the lines of its block with it, to the column of another block.
fn aligned(draft: &Draft, number: usize, block: Block, blocks: &[Block]) -> Vec<Proposal> {
    let line = draft.line(number);
    let parts = line.parts();
    let found = line.indent();
    let last = block_end(draft, number);
    let mut ends = vec![number];
    ends.extend((last > number).then_some(last));
    let word = first_word(&line, &parts);
    let sibling = sibling(draft, block);
    let stands_amid =
        blocks.iter().find(|b| b.column == found && b.is_list == parts.dashes.is_empty());
    let propose = |&end: &usize| {
        let edits = shifted(draft, number..=end, block.column);
        let proposal = match (stands_amid, parts.name(&line)) {
            (Some(other), Some(name)) if !other.is_list || parts.dashes.is_empty() => {
                let message = if parts.dashes.is_empty() {
                    format!("{} stands amid the items of a list", shown(name))
                } else {
                    "an item of a list stands amid fields".to_owned()
                };
                Proposal::new(message, word.clone(), edits)
            }
            _ if parts.dashes.is_empty() => {
                let name = parts.name(&line).unwrap_or_default();
                Proposal::new(
                    format!("{} does not align with its siblings", shown(name)),
                    word.clone(),
                    edits,
                )
            }
            _ => Proposal::new("an item does not align with its list", word.clone(), edits),
        };
        proposal
            .here(format!("indented by {}", count(found, "space")))
            .also(sibling.clone(), format!("indented by {}", block.column))
            .help(moved(found, block.column, end - number))
            .past(parts.key.as_ref().map_or(line.end(), |(_, colon)| line.start + colon))
    };
    ends.iter().map(propose).collect()
}

/// What to do, in words.
fn moved(found: usize, wanted: usize, below: usize) -> String {
    let by = count(found.abs_diff(wanted), "space");
    let what = if found > wanted { format!("remove {by}") } else { format!("add {by}") };
    match below {
        0 => what,
        1 => format!("{what}, here and in the line below"),
        n => format!("{what}, here and in the {n} lines below"),
    }
}

/// The last of the lines that are indented as deep as one, or deeper.
fn block_end(draft: &Draft, number: usize) -> usize {
    let own = draft.line(number).indent();
    let mut last = number;
    for n in number + 1..draft.count() {
        let line = draft.line(n);
        if line.content().is_empty() {
            continue;
        }
        if line.indent() < own {
            break;
        }
        last = n;
    }
    last
}

/// The edits that move lines by as much as the first needs to begin in a column.
fn shifted(draft: &Draft, lines: std::ops::RangeInclusive<usize>, column: usize) -> Edits {
    let found = draft.line(*lines.start()).indent();
    let filled = lines.map(|n| draft.line(n)).filter(|line| !line.content().is_empty());
    let edit = |line: Line<'_>| {
        if column > found {
            (line.start..line.start, " ".repeat(column - found))
        } else {
            (line.start..line.start + line.indent().min(found - column), String::new())
        }
    };
    filled.map(edit).collect()
}

fn first_word(line: &Line<'_>, parts: &Parts) -> Range<usize> {
    let end = match (&parts.key, parts.dashes.first()) {
        (_, Some(dash)) => dash + 1,
        (Some((name, _)), None) => name.end,
        (None, None) => line.text.trim_end().len(),
    };
    line.start + line.indent()..line.start + end
}

fn sibling(draft: &Draft, block: Block) -> Range<usize> {
    let line = draft.line(block.line);
    let parts = line.parts();
    let end = match &parts.key {
        Some((name, _)) if !block.is_list => name.end,
        _ => block.column + 1,
    };
    line.start + block.column..line.start + end
}

/// A first field that is indented, where the root of a file is not.
fn root(draft: &Draft, number: usize) -> Option<Proposal> {
    let first = (0..number).find(|&n| !draft.line(n).is_empty())?;
    let line = draft.line(first);
    let parts = line.parts();
    let found = line.indent();
    if found == 0 || draft.line(number).indent() >= found {
        return None;
    }
    let edits = shifted(draft, first..=number - 1, 0);
    let name = parts.name(&line)?;
    let other = draft.line(number);
    Some(
        Proposal::new(
            format!("{} does not align with its siblings", shown(name)),
            first_word(&line, &parts),
            edits,
        )
        .here(format!("indented by {}", count(found, "space")))
        .also(first_word(&other, &other.parts()), "indented by 0")
        .help(moved(found, 0, number - 1 - first))
        .past(draft.line(number).start),
    )
}

/// `-code: 1`
fn dash_without_space(draft: &Draft, number: usize) -> Option<Proposal> {
    let line = draft.line(number);
    let rest = line.content().strip_prefix('-').filter(|r| r.starts_with(char::is_alphabetic))?;
    let dash = line.start + line.indent();
    let edits = vec![(dash + 1..dash + 1, " ".to_owned())];
    Some(
        Proposal::new("no space follows a `-`", dash..dash + 1, edits)
            .here("YAML reads this as a part of the word")
            .help(format!("write {}", shown(&format!("- {rest}"))))
            .mechanical()
            .past(line.end()),
    )
}

/// An item whose first line has no dash: it begins with the field that the others begin with.
fn no_dash(draft: &Draft, number: usize, blocks: &[Block]) -> Option<Proposal> {
    let line = draft.line(number);
    let parts = line.parts();
    let name = parts.name(&line).filter(|_| parts.dashes.is_empty())?;
    let list = blocks.iter().find(|b| b.is_list && b.column == line.indent())?;
    let item = draft.line(list.line);
    if item.parts().name(&item) != Some(name) {
        return None;
    }
    let mut edits = vec![(line.start + line.indent()..line.start + line.indent(), "- ".to_owned())];
    let rest = number + 1..=block_end(draft, number);
    let own = |n: &usize| {
        let parts = draft.line(*n).parts();
        parts.dashes.first() != Some(&list.column)
    };
    let below = rest.take_while(own).map(|n| draft.line(n)).filter(|l| !l.content().is_empty());
    // Fields that are indented as those of an item need no more.
    let needs = |l: &Line<'_>| l.indent() == line.indent();
    edits.extend(below.filter(needs).map(|l| (l.start..l.start, "  ".to_owned())));
    Some(
        Proposal::new(
            format!("`- ` is missing before {}", shown(name)),
            first_word(&line, &parts),
            edits,
        )
        .here("the beginning of an item, by its name")
        .also(sibling(draft, *list), "an item begins here")
        .help(format!("write {}", shown(&format!("- {}", line.content()))))
        .past(line.end()),
    )
}
