//! `code-out-of-type`

use super::{Check, Findings, Rule, Standing};
use crate::model::{Catalog, Code, CodeType};

pub(super) const RULE: Rule = Rule {
    name: "code-out-of-type",
    standing: Standing::Validity,
    finds: "a code, or a range, is beyond what the type of the catalog can hold",
    why: "Every SDK holds a code in the type that `type` names. A number beyond it does not compile, \
          or comes out as another number.",
    fails: "
type: i16
codes:
  - code: 40000
    name: QUOTA_EXCEEDED
    message: The quota is used up.
",
    passes: "
type: i32
codes:
  - code: 40000
    name: QUOTA_EXCEEDED
    message: The quota is used up.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let Some((first, last)) = catalog.code_type.range() else { return };
    let fits = |n: i128| (first..=last).contains(&n);
    let held = format!("an {} holds {first} to {last}", catalog.code_type.name());
    let held = if catalog.code_type.name().starts_with('u') {
        held.replacen("an ", "a ", 1)
    } else {
        held
    };
    let numbers = || catalog.entries.iter().filter_map(|entry| number(&entry.code.value));
    // The least and the greatest of the codes that are to stay.
    let held_now = (numbers().filter(|n| fits(*n)).min(), numbers().filter(|n| fits(*n)).max());
    for entry in &catalog.entries {
        let Some(number) = number(&entry.code.value) else { continue };
        if !fits(number) {
            let message =
                format!("code `{number}` of `{}` does not fit the type", entry.name.value);
            findings.push(
                findings.at(entry.code.span, message).here(&held).help(wider(number, held_now)),
            );
        }
    }
    let groups = catalog.groups.iter().flat_map(|g| &g.ranges);
    for range in groups.chain(&catalog.reserved.ranges) {
        if !fits(range.value.first) || !fits(range.value.last) {
            let message = "a range goes beyond the type of the codes";
            findings.push(findings.at(range.span, message).here(&held));
        }
    }
}

/// The narrowest type that holds a number beside the least and the greatest that stay.
fn wider(number: i128, (least, greatest): (Option<i128>, Option<i128>)) -> String {
    let (least, greatest) =
        (least.map_or(number, |n| n.min(number)), greatest.map_or(number, |n| n.max(number)));
    let holds = |t: &&CodeType| t.range().is_some_and(|(a, b)| a <= least && greatest <= b);
    match CodeType::ALL.iter().find(holds) {
        Some(wider) => format!("set `type: {}`, or change the code", wider.name()),
        None => "change the code: no type holds it beside the others".to_owned(),
    }
}

fn number(code: &Code) -> Option<i128> {
    match code {
        Code::Int(number) => Some(*number),
        Code::Text(_) => None,
    }
}
