//! `duplicate-code`

use std::collections::HashMap;

use super::{Check, Findings, Rule, Standing};
use crate::model::{Catalog, Code, Entry};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-code",
    standing: Standing::Validity,
    finds: "two entries have the same code",
    why: "A caller sees the code only: nothing would tell which of the two things has happened.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
  - code: 171
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
  - code: 172
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut seen: HashMap<&Code, &Entry> = HashMap::new();
    for entry in &catalog.entries {
        let Some(first) = seen.get(&entry.code.value) else {
            seen.insert(&entry.code.value, entry);
            continue;
        };
        let (code, name) = (&entry.code.value, &entry.name.value);
        let message = if first.name.value == *name {
            format!("code `{code}` of `{name}` stands here twice")
        } else {
            format!("code `{code}` stands for both `{}` and `{name}`", first.name.value)
        };
        let finding = findings.at(entry.code.span, message).here("used again here");
        findings.push(
            finding
                .label(first.code.span, "first used here")
                .help("give one of them another code, or remove it"),
        );
    }
}
