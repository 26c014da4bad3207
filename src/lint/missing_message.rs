//! `missing-message`

use super::{Findings, Rule};
use crate::model::{Catalog, Severity};

pub(super) const RULE: Rule = Rule {
    name: "missing-message",
    level: Severity::Warning,
    summary: "an entry has no message in any locale, so that its name serves as the message",
    check,
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        if entry.message.is_empty() && !entry.incomplete && !findings.silenced(entry) {
            let message = format!("`{}` has no message", entry.name.value);
            findings.push(
                findings
                    .at(entry.name.span, message)
                    .here("its name will serve as the message")
                    .help("add a `message`, or `allow: [missing-message]`"),
            );
        }
    }
}
