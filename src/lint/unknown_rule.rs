//! `unknown-rule`

use super::{Check, Findings, Rule, Standing, instead_of, rule};
use crate::model::Catalog;
use crate::model::words::quoted;

pub(super) const RULE: Rule = Rule {
    name: "unknown-rule",
    standing: Standing::Validity,
    finds: "an entry allows, or `codegen.yaml` sets, a rule that there is not",
    why: "A misspelt name silences nothing: what was to be silenced is reported all the same.",
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
    for allowed in catalog.entries.iter().flat_map(|entry| &entry.allow) {
        if rule(&allowed.value).is_none() {
            let message = format!("unknown rule {}", quoted(&allowed.value));
            let finding = findings.at(allowed.span, message).here("not a rule");
            findings.push(finding.help(instead_of(&allowed.value, Rule::is_optional)));
        }
    }
}
