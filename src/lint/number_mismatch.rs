//! `number-mismatch`

use super::width::ascii;
use super::{Check, Findings, Level, Rule, Standing};
use crate::model::words::all_of;
use crate::model::{Catalog, Message, Piece};

pub(super) const RULE: Rule = Rule {
    name: "number-mismatch",
    standing: Standing::Advice(Level::Warning),
    finds: "a message has other numbers in one locale than in another",
    why: "A limit was changed in one text and forgotten in its translation.",
    fails: "
locales: [zh, en]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: { zh: 最多 20 个设备, en: At most 10 devices }
",
    passes: "
locales: [zh, en]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: { zh: 最多 20 个设备, en: At most 20 devices }
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in catalog.entries.iter().filter(|entry| !entry.incomplete) {
        let mut texts = entry.message.iter().map(|(l, text)| (l, text, numbers(&text.value)));
        let Some((first, base, wanted)) = texts.next() else { continue };
        for (locale, text, found) in texts.filter(|(.., found)| *found != wanted) {
            let tag = |locale: usize| catalog.locales[locale].value.tag();
            let name = &entry.name.value;
            let said = |numbers: &[String]| match numbers {
                [] => "no number".to_owned(),
                numbers => all_of(numbers),
            };
            let message = format!(
                "the `{}` message of `{name}` has {}, and the `{}` message has {}",
                tag(locale),
                said(&found),
                tag(first),
                said(&wanted)
            );
            findings.push_for(
                entry,
                findings
                    .at(text.span, message)
                    .here(said(&found))
                    .label(base.span, said(&wanted))
                    .help("bring the texts in step"),
            );
        }
    }
}

/// The numbers of a message in ascending order, digits of every width as ASCII.
fn numbers(message: &Message) -> Vec<String> {
    let mut found = Vec::new();
    for piece in &message.pieces {
        let Piece::Text(text) = piece else { continue };
        let plain: String = text.chars().map(ascii).collect();
        found.extend(
            plain
                .split(|c: char| !c.is_ascii_digit())
                .filter(|number| !number.is_empty())
                .map(str::to_owned),
        );
    }
    found.sort();
    found
}
