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
    for entry in &catalog.entries {
        let Code::Int(number) = entry.code.value else { continue };
        if !fits(number) {
            let message =
                format!("code `{number}` of `{}` does not fit the type", entry.name.value);
            findings
                .push(findings.at(entry.code.span, message).here(&held).help(wider(number, &held)));
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

/// The narrowest type that holds a number.
fn wider(number: i128, held: &str) -> String {
    let fits = |t: &CodeType| t.range().is_some_and(|(a, b)| (a..=b).contains(&number));
    match CodeType::ALL.iter().find(|t| fits(t)) {
        Some(wider) => format!("set `type: {}`, or change the code", wider.name()),
        None => format!("change the code: {held}"),
    }
}
