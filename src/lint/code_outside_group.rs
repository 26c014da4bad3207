//! `code-outside-group`

use super::{Check, Findings, Rule, Standing};
use crate::model::words::one_of;
use crate::model::{Catalog, Code};

pub(super) const RULE: Rule = Rule {
    name: "code-outside-group",
    standing: Standing::Validity,
    finds: "a code lies in no range of its group, or of any group",
    why: "A range says whose numbers these are. A code outside of it is a slip of the finger, or was \
          taken from the numbers of somebody else.",
    fails: "
groups:
  - { name: auth, range: [100, 199] }
codes:
  - code: 1000
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    passes: "
groups:
  - { name: auth, range: [100, 199] }
codes:
  - code: 100
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    // A group without a range takes whatever names it.
    let ranged = catalog.groups.iter().filter(|g| !g.ranges.is_empty());
    let names: Vec<&str> = ranged.map(|g| g.name.value.as_str()).collect();
    for entry in &catalog.entries {
        let Code::Int(number) = entry.code.value else { continue };
        let Some(index) = catalog.group_of(entry) else {
            if entry.group.is_none() && !names.is_empty() {
                let message = format!("code `{number}` of `{}` lies in no group", entry.name.value);
                findings.push(
                    findings
                        .at(entry.code.span, message)
                        .here("no group has this number")
                        .help(format!("widen the `range` of {}, or add a group", one_of(&names))),
                );
            }
            continue;
        };
        let group = &catalog.groups[index];
        if !group.ranges.is_empty() && !group.ranges.iter().any(|r| r.value.contains(number)) {
            let name = &group.name.value;
            let message = format!("code `{number}` lies outside its group `{name}`");
            let finding = findings.at(entry.code.span, message).here("outside the group");
            findings.push(finding.label(group.ranges[0].span, format!("the range of `{name}`")));
        }
    }
}
