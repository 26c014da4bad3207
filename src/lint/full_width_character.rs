//! `full-width-character`

use super::width::{ascii, is_full_width};
use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Action, Catalog};

pub(super) const RULE: Rule = Rule {
    name: "full-width-character",
    standing: Standing::Advice(Level::Warning),
    finds: "a message has full-width letters or digits",
    why: "They look like those of ASCII, and are others: who searches for `404` does not \
          find `４０４`.",
    fails: "
codes:
  - code: 210
    name: NOT_FOUND
    message: 错误４０４
",
    passes: "
codes:
  - code: 210
    name: NOT_FOUND
    message: 错误404
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        for (locale, text) in entry.message.iter() {
            let raw = &text.value.raw;
            let Some(at) = raw.find(is_full_width) else { continue };
            let found: String = raw[at..].chars().take_while(|c| is_full_width(*c)).collect();
            let plain: String = found.chars().map(ascii).collect();
            let narrow = |c: char| if is_full_width(c) { ascii(c) } else { c };
            let mended: String = raw.chars().map(narrow).collect();
            let tag = catalog.locales[locale].value.tag();
            let message =
                format!("the `{tag}` message of `{}` has full-width characters", entry.name.value);
            let place = text.value.part(at, at + found.len(), text.span);
            findings.push_for(
                entry,
                findings
                    .at(place, message)
                    .here(format!("`{found}` is not `{plain}`"))
                    .help(format!("write `{plain}`"))
                    .edit(text.span, Action::Text(mended)),
            );
        }
    }
}
