//! `missing-message`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::Catalog;

pub(super) const RULE: Rule = Rule {
    name: "missing-message",
    standing: Standing::Advice(Level::Warning),
    finds: "an entry has no message in any locale, so that its name serves as the message",
    why: "The message is what people read, and the name is for programs. `QUOTA_EXCEEDED` on a \
          screen helps nobody.",
    fails: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
",
    passes: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: The quota is used up.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        if entry.message.is_empty() && !entry.incomplete {
            let message = format!("`{}` has no message", entry.name.value);
            findings.push_for(
                entry,
                findings
                    .at(entry.name.span, message)
                    .here("its name will serve as the message")
                    .help("add a `message`, or `allow: [missing-message]`"),
            );
        }
    }
}
