//! `divergent-translation`

use super::{Check, Findings, Level, Rule, Standing};
use std::collections::HashMap;

use crate::model::{Catalog, Entry, Span};

pub(super) const RULE: Rule = Rule {
    name: "divergent-translation",
    standing: Standing::Advice(Level::Warning),
    finds: "two codes say the same in one locale, and different things in another",
    why: "One of the texts was pasted onto the wrong code, or translated from another \
          version.",
    fails: "
locales: [zh, en]
codes:
  - code: 100
    name: PRODUCT_MISSING
    message: { zh: 产品不存在, en: There is no such product }
  - code: 101
    name: DEVICE_MISSING
    message: { zh: 产品不存在, en: There is no such device }
",
    passes: "
locales: [zh, en]
codes:
  - code: 100
    name: PRODUCT_MISSING
    message: { zh: 产品不存在, en: There is no such product }
  - code: 101
    name: DEVICE_MISSING
    message: { zh: 设备不存在, en: There is no such device }
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for (locale, own) in catalog.locales.iter().enumerate() {
        let mut seen: HashMap<&str, &Entry> = HashMap::new();
        for entry in &catalog.entries {
            let Some(text) = entry.message.get(locale) else { continue };
            let raw = text.value.raw.trim();
            let Some(first) = seen.get(raw).filter(|_| !raw.is_empty()) else {
                seen.insert(raw, entry);
                continue;
            };
            let Some((other, text_there)) = differing(first, entry) else { continue };
            let (was, tag) = (&first.name.value, own.value.tag());
            let other = catalog.locales[other].value.tag();
            let message = format!(
                "`{}` says the same as `{was}` in `{tag}`, and something else in `{other}`",
                entry.name.value
            );
            let finding = findings
                .at(text.span, message)
                .here(format!("the same as for `{was}`"))
                .label(text_there, "not the same");
            findings.push_for(entry, finding.help("write each in its own words"));
        }
    }
}

/// A locale in which both have a text, and not the same; with the place of the second.
fn differing(first: &Entry, second: &Entry) -> Option<(usize, Span)> {
    second.message.iter().find_map(|(locale, text)| {
        let other = first.message.get(locale)?;
        (other.value.raw.trim() != text.value.raw.trim()).then_some((locale, text.span))
    })
}
