//! Numbers and ranges of numbers: `7`, `[1, 9]`, `[[1, 9], [20, 29]]`.

use crate::model::fields;
use crate::model::node::{Node, Value};
use crate::model::words::count;
use crate::model::{Diagnostic, Range, Spanned};

/// The ranges of a group: one pair of numbers, or a list of pairs.
pub(super) fn ranges(node: &Node, findings: &mut Vec<Diagnostic>) -> Vec<Spanned<Range>> {
    let expected = "a range such as `[100, 199]`, or a list of ranges";
    match &node.value {
        Value::List(items) if items.iter().any(|i| matches!(i.value, Value::List(_))) => {
            items.iter().filter_map(|item| range(item, findings)).collect()
        }
        Value::List(_) => range(node, findings).into_iter().collect(),
        _ => {
            findings.push(fields::wrong_type(node, expected));
            Vec::new()
        }
    }
}

/// Numbers in a list, each alone or as a range.
pub(super) fn number_or_range(
    node: &Node,
    findings: &mut Vec<Diagnostic>,
) -> Option<Spanned<Range>> {
    match &node.value {
        Value::Int(number) => {
            Some(Spanned::new(Range { first: *number, last: *number }, node.span))
        }
        Value::List(_) => range(node, findings),
        _ => {
            findings.push(fields::wrong_type(node, "a number, or a range such as `[100, 199]`"));
            None
        }
    }
}

fn range(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<Spanned<Range>> {
    let Value::List(items) = &node.value else {
        findings.push(fields::wrong_type(node, "a range such as `[100, 199]`"));
        return None;
    };
    let [first, last] = items.as_slice() else {
        let message = format!("found {} where a range has two", count(items.len(), "number"));
        findings.push(
            Diagnostic::error(fields::WRONG_TYPE, message, node.span)
                .here("expected `[first, last]`"),
        );
        return None;
    };
    let first = fields::integer(first, "the first number of a range", findings);
    let last = fields::integer(last, "the last number of a range", findings);
    let (first, last) = (first?, last?);
    if first > last {
        findings.push(
            Diagnostic::error(
                "empty-range",
                format!("the range ends at {last}, before it begins"),
                node.span,
            )
            .here(format!("{first} is more than {last}"))
            .help(format!("write `[{last}, {first}]`")),
        );
        return None;
    }
    Some(Spanned::new(Range { first, last }, node.span))
}
