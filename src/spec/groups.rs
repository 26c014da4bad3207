//! Groups of codes, and what is reserved.

use super::texts::{self, Locales};
use super::{name, ranges};
use crate::model::fields::{self, Fields};
use crate::model::node::{Node, Value};
use crate::model::{CodeType, Diagnostic, Group, Localized, Reserved};

const FIELDS: [&str; 4] = ["name", "title", "range", "owner"];
const RESERVED_FIELDS: [&str; 2] = ["codes", "names"];

pub(super) fn group(
    node: &Node,
    locales: &Locales,
    findings: &mut Vec<Diagnostic>,
) -> Option<Group> {
    let fields = Fields::of(node, "group", &FIELDS, findings)?;
    let group_name =
        fields.require("name", findings).and_then(|n| name::kebab(n, "a group", findings));
    let title = fields
        .get("title")
        .map_or_else(Localized::default, |n| texts::localized(n, "title", locales, findings));
    let ranges = fields.get("range").map(|n| ranges::ranges(n, findings)).unwrap_or_default();
    let owner =
        fields.get("owner").and_then(|n| fields::filled(n, "the name of an owner", findings));
    Some(Group { name: group_name?, title, ranges, owner: owner.map(|o| o.value) })
}

/// Adds what one file reserves.
pub(super) fn reserved(
    node: &Node,
    code_type: CodeType,
    reserved: &mut Reserved,
    findings: &mut Vec<Diagnostic>,
) {
    let Some(fields) = Fields::of(node, "`reserved`", &RESERVED_FIELDS, findings) else { return };
    if let Some(codes) = fields.get("codes") {
        for item in fields::list(codes, "codes", findings) {
            match (&item.value, code_type) {
                (Value::Text(_), CodeType::Text) => {
                    reserved.texts.extend(fields::text(item, "a code", findings));
                }
                (_, CodeType::Text) => {
                    let finding = fields::wrong_type(item, "a code in quotes");
                    findings.push(fields::unquoted(item, finding));
                }
                _ => reserved.ranges.extend(ranges::number_or_range(item, findings)),
            }
        }
    }
    if let Some(names) = fields.get("names") {
        for item in fields::list(names, "names", findings) {
            reserved.names.extend(name::entry(item, findings));
        }
    }
}
