//! `unused-parameter`

use super::{Findings, Rule};
use crate::model::{Catalog, Severity};

pub(super) const RULE: Rule = Rule {
    name: "unused-parameter",
    level: Severity::Warning,
    summary: "a declared parameter stands in no message",
    check,
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in catalog.entries.iter().filter(|e| !e.incomplete) {
        for param in &entry.params {
            let name = &param.name.value;
            if !entry.uses(param) && !findings.silenced(entry) {
                let message =
                    format!("no message of `{}` has the parameter `{name}`", entry.name.value);
                findings.push(
                    findings
                        .at(param.name.span, message)
                        .here("declared here")
                        .help(format!("write `{{{name}}}` into the messages, or remove it")),
                );
            }
        }
    }
}
