//! `unknown-group`

use super::{Check, Findings, Rule, Standing};
use crate::model::Catalog;
use crate::model::words::{did_you_mean, one_of, quoted};

pub(super) const RULE: Rule = Rule {
    name: "unknown-group",
    standing: Standing::Validity,
    finds: "an entry names a group that there is not",
    why: "The group says which numbers an entry may have, and where it stands in the docs. A name \
          that is no group is mostly a misspelt one.",
    fails: "
groups:
  - { name: auth, range: [100, 199] }
codes:
  - code: 100
    name: TOKEN_EXPIRED
    message: The token has expired.
    group: auht
",
    passes: "
groups:
  - { name: auth, range: [100, 199] }
codes:
  - code: 100
    name: TOKEN_EXPIRED
    message: The token has expired.
    group: auth
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let names = || catalog.groups.iter().map(|g| g.name.value.as_str());
    for group in catalog.entries.iter().filter_map(|entry| entry.group.as_ref()) {
        if names().all(|name| name != group.value) {
            let message = format!("unknown group {}", quoted(&group.value));
            let expected = match catalog.groups.len() {
                0 => "the spec has no groups".to_owned(),
                _ => format!("expected {}", one_of(names())),
            };
            findings.push(
                findings
                    .at(group.span, message)
                    .here(expected)
                    .help_opt(did_you_mean(&group.value, names())),
            );
        }
    }
}
