//! `parameter-mismatch`

use std::collections::BTreeSet;

use super::{Check, Findings, Rule, Standing};
use crate::model::words::all_of;
use crate::model::{Catalog, Entry, Message, Spanned};

pub(super) const RULE: Rule = Rule {
    name: "parameter-mismatch",
    standing: Standing::Validity,
    finds: "the message of an entry has other parameters in one locale than in another",
    why: "A caller passes the same values whatever language the reader has. Where a translation \
          lacks a parameter, its readers are not told what the others are.",
    fails: "
locales: [en, de]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    params: { limit: { type: int } }
    message:
      en: The limit is {limit} calls.
      de: Das Kontingent ist erschöpft.
",
    passes: "
locales: [en, de]
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    params: { limit: { type: int } }
    message:
      en: The limit is {limit} calls.
      de: Die Grenze ist {limit} Aufrufe.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        check_entry(catalog, entry, findings);
    }
}

fn check_entry(catalog: &Catalog, entry: &Entry, findings: &mut Findings<'_>) {
    let tag = |locale: usize| catalog.locales[locale].value.tag();
    let mut messages = entry.message.iter();
    let Some((first_locale, first)) = messages.next() else { return };
    let expected = params(entry, first);
    for (locale, message) in messages {
        let found = params(entry, message);
        let missing: Vec<_> = expected.difference(&found).collect();
        let extra: Vec<_> = found.difference(&expected).collect();
        let (which, names, than) = if missing.is_empty() {
            if extra.is_empty() {
                continue;
            }
            ("has", extra, "lacks")
        } else {
            ("lacks", missing, "has")
        };
        let (noun, them) =
            if names.len() == 1 { ("parameter", "it") } else { ("parameters", "them") };
        let names = all_of(names);
        let name = &entry.name.value;
        let text = format!("the `{}` message of `{name}` {which} the {noun} {names}", tag(locale));
        let finding = findings.at(message.span, text).here(format!("{which} {names}"));
        findings.push(
            finding
                .label(first.span, format!("the `{}` message {than} {them}", tag(first_locale)))
                .help("the same parameters stand in every locale"),
        );
    }
}

/// The declared parameters; one that is not is told by another rule.
fn params<'a>(entry: &Entry, message: &'a Spanned<Message>) -> BTreeSet<&'a str> {
    let declared = |name: &&str| entry.params.iter().any(|p| p.name.value == *name);
    message.value.params().filter(declared).collect()
}
