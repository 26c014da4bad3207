//! `unknown-rule`

use super::{Check, Findings, RULES, Rule, Standing, rule};
use crate::model::Catalog;
use crate::model::words::{did_you_mean, quoted};

pub(super) const RULE: Rule = Rule {
    name: "unknown-rule",
    standing: Standing::Validity,
    finds: "an entry allows, or `codegen.yaml` sets, a rule that there is not",
    why: "A misspelt name silences nothing: what was to be silenced is still reported, or will be \
          when the entry changes.",
    fails: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    allow: [mising-message]
",
    passes: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    allow: [missing-message]
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let silenceable = || RULES.iter().filter(|r| r.is_optional()).map(|rule| rule.name);
    for allowed in catalog.entries.iter().flat_map(|entry| &entry.allow) {
        if rule(&allowed.value).is_none() {
            let message = format!("unknown rule {}", quoted(&allowed.value));
            findings.push(
                findings.at(allowed.span, message).here("not a rule").help(
                    did_you_mean(&allowed.value, silenceable())
                        .unwrap_or_else(|| "`codegen rules` lists the rules".to_owned()),
                ),
            );
        }
    }
}
