//! `deprecated-replacement`

use super::replacements::Replacements;
use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Action, Catalog};

pub(super) const RULE: Rule = Rule {
    name: "deprecated-replacement",
    standing: Standing::Advice(Level::Warning),
    finds: "the code to use instead of a deprecated one is deprecated itself",
    why: "Whoever follows the advice has to move again.",
    fails: "
codes:
  - code: 1
    name: TOKEN_EXPIRED
    message: The token is too old.
  - code: 2
    name: TOKEN_OLD
    message: The token is old.
    deprecated: { use: TOKEN_EXPIRED }
  - code: 3
    name: TOKEN_BAD
    message: The token is bad.
    deprecated: { use: TOKEN_OLD }
",
    passes: "
codes:
  - code: 1
    name: TOKEN_EXPIRED
    message: The token is too old.
  - code: 2
    name: TOKEN_OLD
    message: The token is old.
    deprecated: { use: TOKEN_EXPIRED }
  - code: 3
    name: TOKEN_BAD
    message: The token is bad.
    deprecated: { use: TOKEN_EXPIRED }
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let advice = Replacements::of(catalog);
    for (at, entry) in catalog.entries.iter().enumerate() {
        let Some((place, next)) = advice.next(at) else { continue };
        let replacement = &catalog.entries[next];
        if replacement.deprecated.is_none() || advice.is_in_circle(at) {
            continue;
        }
        let name = &replacement.name.value;
        let message =
            format!("`{}` is to be replaced by `{name}`, which is deprecated", entry.name.value);
        let mut finding = findings
            .at(place, message)
            .here("deprecated itself")
            .label(replacement.place("deprecated"), format!("`{name}` is deprecated here"));
        let end = advice.end(at).map(|end| &catalog.entries[end]);
        if let Some(end) = end.filter(|end| end.deprecated.is_none()) {
            let name = &end.name.value;
            finding =
                finding.help(format!("use `{name}`")).edit(place, Action::Plain(name.clone()));
        }
        findings.push_for(entry, finding);
    }
}
