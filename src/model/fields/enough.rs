//! How much of a file is looked at.

use super::WRONG_TYPE;
use crate::model::node::{Node, Value};
use crate::model::words::grouped;
use crate::model::{Diagnostic, Span};

/// After so many findings, errors among them, the rest of a file is not looked at: they would
/// take more memory than anybody has patience.
const ENOUGH: usize = 100_000;

pub(super) fn is_enough(findings: &[Diagnostic]) -> bool {
    findings.len() >= ENOUGH && findings.first().is_some_and(Diagnostic::is_error)
}

/// Says that a list has more items than are looked at. Items that are mappings bring as many
/// findings one by one.
pub(super) fn too_many(items: &[Node], of: &str, place: Span) -> Option<Diagnostic> {
    let is_plain = items.first().is_some_and(|item| !matches!(item.value, Value::Map(_)));
    (items.len() > ENOUGH && is_plain).then(|| {
        let message = format!("found {} items in one list", grouped(&items.len()));
        Diagnostic::error(WRONG_TYPE, message, place)
            .here(format!("expected {} {of} at most", grouped(&ENOUGH)))
    })
}
