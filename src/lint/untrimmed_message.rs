//! `untrimmed-message`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Action, Catalog};

pub(super) const RULE: Rule = Rule {
    name: "untrimmed-message",
    standing: Standing::Advice(Level::Warning),
    finds: "a message begins or ends with white space",
    why: "It was typed by accident, and shows where messages are put together.",
    fails: r#"
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: "The quota is used up. "
"#,
    passes: r#"
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: "The quota is used up."
"#,
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        for (locale, text) in entry.message.iter() {
            let raw = &text.value.raw;
            let trimmed = raw.trim();
            if trimmed.is_empty() || trimmed == raw {
                continue;
            }
            let side = match (raw.starts_with(trimmed), raw.ends_with(trimmed)) {
                (true, _) => "ends",
                (_, true) => "begins",
                _ => "begins and ends",
            };
            let tag = catalog.locales[locale].value.tag();
            let name = &entry.name.value;
            findings.push_for(
                entry,
                findings
                    .at(
                        text.span,
                        format!("the `{tag}` message of `{name}` {side} with white space"),
                    )
                    .here(format!("{side} with white space"))
                    .help("remove it")
                    .edit(text.span, Action::Text(trimmed.to_owned())),
            );
        }
    }
}
