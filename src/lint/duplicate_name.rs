//! `duplicate-name`

use std::collections::HashMap;

use super::{Check, Findings, Rule, Standing};
use crate::model::{Catalog, Span};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-name",
    standing: Standing::Validity,
    finds: "two entries have the same name, or one has a former name of the other",
    why: "A name becomes an identifier in every SDK, and finds one entry. A former name does so as \
          well: whoever still uses it must not get another entry.",
    fails: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
  - code: 172
    name: SIGNATURE_EXPIRED
    message: The signature has expired.
    aliases: [SIGNATURE_INVALID]
",
    passes: "
codes:
  - code: 171
    name: SIGNATURE_INVALID
    message: The signature is not valid.
  - code: 172
    name: SIGNATURE_EXPIRED
    message: The signature has expired.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    // Names first: where a name and an alias meet, the alias is the one to go.
    let names = catalog.entries.iter().map(|entry| (&entry.name, "name"));
    let aliases = catalog.entries.iter().flat_map(|e| e.aliases.iter().map(|a| (a, "alias")));
    for (name, what) in names.chain(aliases) {
        let Some(first) = seen.get(name.value.as_str()) else {
            seen.insert(&name.value, name.span);
            continue;
        };
        let message = format!("{what} `{}` is taken", name.value);
        let finding = findings.at(name.span, message).here("used again here");
        findings.push(
            finding.label(*first, "first used here").help("a name finds one entry: change one"),
        );
    }
}
