//! `replacement-cycle`

use std::collections::HashSet;

use super::replacements::Replacements;
use super::{Check, Findings, Level, Rule, Standing};
use crate::model::Catalog;

pub(super) const RULE: Rule = Rule {
    name: "replacement-cycle",
    standing: Standing::Advice(Level::Error),
    finds: "deprecated codes replace each other in a circle",
    why: "There is nothing to move to: every advice leads back.",
    fails: "
codes:
  - code: 1
    name: TOKEN_EXPIRED
    message: The token is too old.
    deprecated: { use: TOKEN_OLD }
  - code: 2
    name: TOKEN_OLD
    message: The token is old.
    deprecated: { use: TOKEN_EXPIRED }
",
    passes: "
codes:
  - code: 1
    name: TOKEN_EXPIRED
    message: The token is too old.
  - code: 2
    name: TOKEN_OLD
    message: The token is old.
    deprecated: { use: TOKEN_EXPIRED }
",
    check: Check::Catalog(check),
};

/// So many steps of a circle are shown.
const LONGEST: usize = 5;

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let advice = Replacements::of(catalog);
    let mut told: HashSet<usize> = HashSet::new();
    for (at, entry) in catalog.entries.iter().enumerate() {
        if !advice.is_in_circle(at) || told.contains(&at) {
            continue;
        }
        let circle = advice.circle(at);
        told.extend(circle.iter().map(|(_, at)| *at));
        let names: Vec<String> = circle
            .iter()
            .take(LONGEST)
            .map(|(_, at)| format!("`{}`", catalog.entries[*at].name.value))
            .collect();
        let more = if circle.len() > LONGEST { ", and so on" } else { "" };
        let message =
            format!("`{}` is replaced by {}{more}", entry.name.value, names.join(", that by "));
        let mut places = circle.iter().map(|(place, _)| *place);
        let Some(first) = places.next() else { continue };
        let mut finding = findings.at(first, message).here("leads back to where it began");
        for place in places.take(LONGEST) {
            finding = finding.label(place, "through here");
        }
        findings.push_for(entry, finding.help("take one of them out of the circle"));
    }
}
