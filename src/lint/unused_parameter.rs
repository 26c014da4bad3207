//! `unused-parameter`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::Catalog;

pub(super) const RULE: Rule = Rule {
    name: "unused-parameter",
    standing: Standing::Advice(Level::Warning),
    finds: "a declared parameter stands in no message",
    why: "SDKs make arguments of the parameters in messages, and have nothing of any other. Mostly \
          the message lost it when it was rewritten, or its braces went missing.",
    fails: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    params: { limit: { type: int } }
    message: The quota is used up.
",
    passes: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    params: { limit: { type: int } }
    message: The limit is {limit} calls.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in catalog.entries.iter().filter(|e| !e.incomplete) {
        for param in &entry.params {
            let name = &param.name.value;
            if !entry.uses(param) {
                let message =
                    format!("no message of `{}` has the parameter `{name}`", entry.name.value);
                findings.push_for(
                    entry,
                    findings
                        .at(param.name.span, message)
                        .here("declared here")
                        .help(format!("write `{{{name}}}` into the messages, or remove it")),
                );
            }
        }
    }
}
