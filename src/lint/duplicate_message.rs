//! `duplicate-message`

use super::{Check, Findings, Level, Rule, Standing};
use std::collections::HashMap;

use crate::model::{Catalog, Entry};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-message",
    standing: Standing::Advice(Level::Warning),
    finds: "two codes have the same message in every locale",
    why: "People can not tell the two apart, and one of them was often copied to begin \
          with.",
    fails: "
codes:
  - code: 130
    name: SERVICE_UNAVAILABLE
    message: The service is not available.
  - code: 150
    name: SERVICE_IN_RECOVERY
    message: The service is not available.
",
    passes: "
codes:
  - code: 130
    name: SERVICE_UNAVAILABLE
    message: The service is not available.
  - code: 150
    name: SERVICE_IN_RECOVERY
    message: The service is being restored.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut seen: HashMap<Vec<Option<&str>>, &Entry> = HashMap::new();
    for entry in catalog.entries.iter().filter(|e| !e.incomplete && !e.message.is_empty()) {
        let texts: Vec<Option<&str>> = (0..catalog.locales.len())
            .map(|locale| entry.message.get(locale).map(|text| text.value.raw.trim()))
            .collect();
        let Some(first) = seen.get(&texts) else {
            seen.insert(texts, entry);
            continue;
        };
        let (was, is) = (&first.name.value, &entry.name.value);
        // A whole entry that stands there twice is told by other rules.
        if first.code.value == entry.code.value || was == is {
            continue;
        }
        let message = format!("`{is}` says the same as `{was}`");
        findings.push_for(
            entry,
            findings
                .at(entry.place("message"), message)
                .here("the same again")
                .label(first.place("message"), format!("the message of `{was}`"))
                .help("say what is different, or `allow: [duplicate-message]`"),
        );
    }
}
