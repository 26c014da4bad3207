//! `empty-message`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::Catalog;

pub(super) const RULE: Rule = Rule {
    name: "empty-message",
    standing: Standing::Advice(Level::Warning),
    finds: "a message is empty, or nothing but white space",
    why: "There is nothing to read. A locale that has no text is left out, so that \
          another one serves.",
    fails: r#"
locales: [zh, en]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: { zh: "", en: The quota is used up. }
"#,
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
    for entry in &catalog.entries {
        for (locale, text) in entry.message.iter() {
            if !text.value.raw.trim().is_empty() {
                continue;
            }
            let tag = catalog.locales[locale].value.tag();
            let message = format!("the `{tag}` message of `{}` is empty", entry.name.value);
            findings.push_for(
                entry,
                findings
                    .at(text.span, message)
                    .here("nothing to read")
                    .help("write it, or leave the locale out"),
            );
        }
    }
}
