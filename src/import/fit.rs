//! Whether a spec has room for a new code: its type, what it reserves, the ranges of its groups.
//! Knows no rows.

use super::codes;
use crate::model::words::one_of;
use crate::model::{Catalog, Code, CodeType, Diagnostic, Span};

/// Why a spec can't have a new code, which would be in the group of this name.
pub(super) fn refusal(
    catalog: &Catalog,
    code: &Code,
    group: Option<&str>,
    place: Span,
) -> Option<Diagnostic> {
    if !codes::fits(code, catalog.code_type) {
        return Some(out_of_type(code, catalog.code_type, place));
    }
    reserved(catalog, code, place).or_else(|| outside(catalog, code, group, place))
}

/// Says that a type can't hold a code.
pub(super) fn out_of_type(code: &Code, code_type: CodeType, place: Span) -> Diagnostic {
    let name = code_type.name();
    Diagnostic::error("code-out-of-type", format!("{code} does not fit into `{name}`"), place)
        .here("not imported")
}

fn reserved(catalog: &Catalog, code: &Code, place: Span) -> Option<Diagnostic> {
    let reserved = &catalog.reserved;
    let by = match code {
        Code::Int(number) => {
            reserved.ranges.iter().find(|range| range.value.contains(*number))?.span
        }
        Code::Text(text) => reserved.texts.iter().find(|own| own.value == *text)?.span,
    };
    let finding = Diagnostic::error("reserved-code", format!("{code} is reserved"), place);
    Some(finding.here("not imported").label(by, "reserved here"))
}

/// The group whose range has a number is its own, whatever a table says; where no range has it,
/// the group that the table says must have none.
fn outside(catalog: &Catalog, code: &Code, group: Option<&str>, place: Span) -> Option<Diagnostic> {
    let Code::Int(number) = code else { return None };
    let ranged: Vec<_> = catalog.groups.iter().filter(|group| !group.ranges.is_empty()).collect();
    if ranged.is_empty() || catalog.group_with(*number).is_some() {
        return None;
    }
    let names: Vec<&str> = ranged.iter().map(|group| group.name.value.as_str()).collect();
    match group {
        Some(name) if !names.contains(&name) => None,
        Some(name) => {
            let range = ranged.iter().find(|group| group.name.value == name)?.ranges.first()?;
            let message = format!("{code} lies outside the group `{name}`");
            let finding = Diagnostic::error("code-outside-group", message, place);
            Some(finding.here("not imported").label(range.span, format!("the range of `{name}`")))
        }
        None => {
            let message = format!("{code} lies in no group of the spec");
            let finding = Diagnostic::error("code-outside-group", message, place);
            let help = format!("widen the `range` of {}, or add a group", one_of(names));
            Some(finding.here("not imported").help(help))
        }
    }
}
