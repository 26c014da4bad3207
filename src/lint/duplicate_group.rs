//! `duplicate-group`

use std::collections::HashMap;

use super::{Check, Findings, Rule, Standing};
use crate::model::{Catalog, Span};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-group",
    standing: Standing::Validity,
    finds: "two groups have the same name",
    why: "An entry names its group, and nothing would tell which of the two it means. Numbers that \
          lie apart make one group with several ranges.",
    fails: "
groups:
  - { name: auth, range: [100, 199] }
  - { name: auth, range: [300, 399] }
codes:
  - code: 100
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    passes: "
groups:
  - { name: auth, range: [[100, 199], [300, 399]] }
codes:
  - code: 100
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for group in &catalog.groups {
        let Some(first) = seen.get(group.name.value.as_str()) else {
            seen.insert(&group.name.value, group.name.span);
            continue;
        };
        let message = format!("there are two groups `{}`", group.name.value);
        let finding = findings.at(group.name.span, message).here("named again here");
        findings.push(
            finding
                .label(*first, "first named here")
                .help("a group may have several ranges: `range: [[1, 9], [20, 29]]`"),
        );
    }
}
