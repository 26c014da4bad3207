//! `undeclared-parameter`

use super::{Check, Findings, Rule, Standing};
use crate::model::Catalog;
use crate::model::words::did_you_mean;

pub(super) const RULE: Rule = Rule {
    name: "undeclared-parameter",
    standing: Standing::Validity,
    finds: "a message has a parameter that `params` does not declare",
    why: "What is declared becomes a typed argument in every SDK. A name in braces that is not \
          declared is misspelt, or was translated by mistake, and people would read the braces.",
    fails: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    params: { limit: { type: int } }
    message: The limit is {limt} calls.
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
    for entry in &catalog.entries {
        let mut told: Vec<&str> = Vec::new();
        for (_, message) in entry.message.iter() {
            for name in message.value.params() {
                let declared = || entry.params.iter().map(|p| p.name.value.as_str());
                if declared().any(|d| d == name) || told.contains(&name) {
                    continue;
                }
                told.push(name);
                let text =
                    format!("`{}` does not declare the parameter `{name}`", entry.name.value);
                let finding = findings
                    .at(message.value.place(name, message.span), text)
                    .here(format!("`{{{name}}}` stands here"));
                findings.push(match did_you_mean(name, declared()) {
                    Some(near) => finding.help(near),
                    None => finding
                        .help(format!("declare it: `params: {{ {name}: {{ type: string }} }}`"))
                        .help(format!(
                            "braces that stand for themselves are doubled: `{{{{{name}}}}}`"
                        )),
                });
            }
        }
    }
}
