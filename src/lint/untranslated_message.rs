//! `untranslated-message`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Catalog, Message, Spanned};

pub(super) const RULE: Rule = Rule {
    name: "untranslated-message",
    standing: Standing::Advice(Level::Warning),
    finds: "a message is the same in two languages",
    why: "It was copied to be translated later, and later never came.",
    fails: "
locales: [zh, en]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: { zh: The quota is used up, en: The quota is used up }
",
    passes: "
locales: [zh, en]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: { zh: 配额已用完, en: The quota is used up }
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let language = |locale: usize| {
        let tag = catalog.locales[locale].value.tag();
        tag.split('-').next().unwrap_or(tag).to_lowercase()
    };
    for entry in &catalog.entries {
        let texts: Vec<_> = entry.message.iter().collect();
        for (at, (locale, text)) in texts.iter().enumerate() {
            let raw = text.value.raw.trim();
            // One word may be a name, or the same in both.
            let is_sentence = raw.split_whitespace().nth(1).is_some();
            let same = |(other, twin): &&(usize, &Spanned<Message>)| {
                twin.value.raw.trim() == raw && language(*other) != language(*locale)
            };
            let Some((other, twin)) = texts[..at].iter().find(same).filter(|_| is_sentence) else {
                continue;
            };
            let tag = |locale: usize| catalog.locales[locale].value.tag();
            let (own, other) = (tag(*locale), tag(*other));
            let name = &entry.name.value;
            findings.push_for(
                entry,
                findings
                    .at(
                        text.span,
                        format!("`{name}` has the same message in `{own}` and `{other}`"),
                    )
                    .here(format!("as in `{other}`"))
                    .label(twin.span, format!("the `{other}` message"))
                    .help("translate it, or leave the locale out until somebody does"),
            );
        }
    }
}
