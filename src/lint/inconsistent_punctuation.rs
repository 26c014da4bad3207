//! `inconsistent-punctuation`

use super::{Check, Findings, Level, Rule, Standing};
use std::collections::BTreeMap;

use crate::model::{Action, Catalog, Entry, Message, Spanned};

pub(super) const RULE: Rule = Rule {
    name: "inconsistent-punctuation",
    standing: Standing::Advice(Level::Warning),
    finds: "a message ends with a full stop where most of its locale do not, or the other way round",
    why: "Messages are shown in lists and one after another: there it looks like a \
          mistake.",
    fails: "
codes:
  - { code: 1, name: A, message: The first thing failed }
  - { code: 2, name: B, message: The second thing failed }
  - { code: 3, name: C, message: The third thing failed }
  - { code: 4, name: D, message: The fourth thing failed }
  - { code: 5, name: E, message: The fifth thing failed }
  - { code: 6, name: F, message: The sixth thing failed }
  - { code: 7, name: G, message: The seventh thing failed }
  - { code: 8, name: H, message: The eighth thing failed }
  - { code: 9, name: I, message: The ninth thing failed }
  - { code: 10, name: J, message: The tenth thing failed. }
",
    passes: "
codes:
  - { code: 1, name: A, message: The first thing failed }
  - { code: 2, name: B, message: The second thing failed }
  - { code: 3, name: C, message: The third thing failed }
  - { code: 4, name: D, message: The fourth thing failed }
  - { code: 5, name: E, message: The fifth thing failed }
  - { code: 6, name: F, message: The sixth thing failed }
  - { code: 7, name: G, message: The seventh thing failed }
  - { code: 8, name: H, message: The eighth thing failed }
  - { code: 9, name: I, message: The ninth thing failed }
  - { code: 10, name: J, message: The tenth thing failed }
",
    check: Check::Catalog(check),
};

/// So many messages of a locale have to be there, and so many of a hundred to be alike.
const FEWEST: usize = 10;
const CLEAR: usize = 80;

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for (locale, own) in catalog.locales.iter().enumerate() {
        let ends: Vec<(&Entry, &Spanned<Message>, Option<char>)> = catalog
            .entries
            .iter()
            .filter_map(|entry| {
                let text = entry.message.get(locale)?;
                let last = text.value.raw.trim_end().chars().next_back()?;
                // A question stays one.
                let is_plain = !matches!(last, '!' | '！' | '?' | '？' | '؟' | '…' | ':' | '：');
                is_plain.then(|| (entry, text, is_stop(last).then_some(last)))
            })
            .collect();
        let with = ends.iter().filter(|(.., end)| end.is_some()).count();
        let most = with.max(ends.len() - with);
        if ends.len() < FEWEST || most * 100 < ends.len() * CLEAR {
            continue;
        }
        let is_with = with == most;
        let usual = usual(&ends);
        let tag = own.value.tag();
        for (entry, text, end) in ends.iter().filter(|(.., end)| end.is_some() != is_with) {
            let raw = text.value.raw.trim_end();
            let (found, others, mended) = match end {
                Some(end) => {
                    let bare = raw.strip_suffix(*end).unwrap_or(raw);
                    (format!("ends with `{end}`"), "do not".to_owned(), bare.to_owned())
                }
                None => (
                    "has no full stop".to_owned(),
                    format!("end with `{usual}`"),
                    format!("{raw}{usual}"),
                ),
            };
            let message = format!("the `{tag}` message of `{}` {found}", entry.name.value);
            findings.push_for(
                entry,
                findings
                    .at(text.span, message)
                    .here(format!("{most} of {} messages in `{tag}` {others}", ends.len()))
                    .edit(text.span, Action::Text(mended)),
            );
        }
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '。' | '．' | '।')
}

/// What most messages end with, of those that end with a full stop.
fn usual(ends: &[(&Entry, &Spanned<Message>, Option<char>)]) -> char {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for end in ends.iter().filter_map(|(.., end)| *end) {
        *counts.entry(end).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or('.', |(end, _)| end)
}
