//! `missing-locale`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::Catalog;
use crate::model::words::all_of;

pub(super) const RULE: Rule = Rule {
    name: "missing-locale",
    standing: Standing::Advice(Level::Warning),
    finds: "an entry has a message in some of the locales only",
    why: "Where a text is missing, readers of that language get another one, and nobody \
          notices.",
    fails: "
locales: [zh, en]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: { en: The quota is used up. }
",
    passes: "
locales: [zh, en]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: { zh: 配额已用完。, en: The quota is used up. }
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let tag = |locale: usize| catalog.locales[locale].value.tag();
    for entry in catalog.entries.iter().filter(|e| !e.incomplete && !e.message.is_empty()) {
        let missing: Vec<&str> = (0..catalog.locales.len())
            .filter(|&locale| entry.message.get(locale).is_none())
            // A text of the language serves for its regions and scripts, too.
            .filter(|&locale| {
                let own = &catalog.locales[locale].value;
                let parent = |(at, _): (usize, _)| catalog.locales[at].value.is_parent_of(own);
                !entry.message.iter().any(parent)
            })
            .map(tag)
            .collect();
        if missing.is_empty() {
            continue;
        }
        let message = format!("`{}` has no message in {}", entry.name.value, all_of(&missing));
        let shown = entry.message.get(catalog.fallback).map(|_| catalog.fallback);
        let shown = shown.or_else(|| entry.message.iter().next().map(|(locale, _)| locale));
        let shown = shown.map_or("", tag);
        findings.push_for(
            entry,
            findings
                .at(entry.place("message"), message)
                .here(format!("`{shown}` will be shown instead"))
                .help("add the message, or `allow: [missing-locale]`"),
        );
    }
}
