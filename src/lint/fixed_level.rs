//! `fixed-level`; for a level in `codegen.yaml`, whoever reads that file says so.

use super::{Check, Findings, Rule, Standing, rule};
use crate::model::{Action, Catalog};

pub(super) const RULE: Rule = Rule {
    name: "fixed-level",
    standing: Standing::Validity,
    finds: "a rule that keeps specs valid is allowed, or given another level",
    why: "Nothing sound can be made of a spec that breaks such a rule. What it finds is mended, not silenced.",
    fails: "
# codegen.yaml
lint: { duplicate-code: off }
",
    passes: "
# codegen.yaml
lint: { missing-message: off }
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for allowed in catalog.entries.iter().flat_map(|entry| &entry.allow) {
        if rule(&allowed.value).is_some_and(|rule| !rule.is_optional()) {
            let name = &allowed.value;
            let message = format!("`{name}` can't be allowed: the spec would not be valid");
            findings.push(
                findings
                    .at(allowed.span, message)
                    .here("not a rule to silence")
                    .help("remove it, and mend what the rule finds")
                    .edit(allowed.span, Action::RemoveItem),
            );
        }
    }
}
