//! `unknown-rule`

use super::{Findings, RULES, Rule};
use crate::model::words::{did_you_mean, one_of, quoted};
use crate::model::{Catalog, Severity};

pub(super) const RULE: Rule = Rule {
    name: "unknown-rule",
    level: Severity::Error,
    summary: "an entry allows a rule that there is not",
    check,
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let silenceable =
        || RULES.iter().filter(|r| r.level == Severity::Warning).map(|rule| rule.name);
    for allowed in catalog.entries.iter().flat_map(|entry| &entry.allow) {
        let Some(rule) = RULES.iter().find(|rule| rule.name == allowed.value) else {
            let message = format!("unknown rule {}", quoted(&allowed.value));
            findings.push(
                findings
                    .at(allowed.span, message)
                    .here(format!("expected {}", one_of(silenceable())))
                    .help_opt(did_you_mean(&allowed.value, silenceable())),
            );
            continue;
        };
        if rule.level == Severity::Error {
            let message = format!("`{}` can't be allowed: the spec would not be valid", rule.name);
            findings.push(findings.at(allowed.span, message).here("not a rule to silence"));
        }
    }
}
