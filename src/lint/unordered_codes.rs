//! `unordered-codes`

use super::{Check, Findings, Level, Rule, Standing};
use std::collections::HashMap;

use crate::model::{Catalog, Code, Entry, SourceId};

pub(super) const RULE: Rule = Rule {
    name: "unordered-codes",
    standing: Standing::Advice(Level::Warning),
    finds: "a code stands below a greater one",
    why: "A table in order shows its gaps and its last code, and two people who add a \
          code meet in the same line instead of taking one number twice.",
    fails: "
codes:
  - code: 211
    name: QUOTA_MISSING
    message: There is no quota.
  - code: 210
    name: QUOTA_EXCEEDED
    message: The quota is used up.
",
    passes: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: The quota is used up.
  - code: 211
    name: QUOTA_MISSING
    message: There is no quota.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let is_number = |entry: &&Entry| matches!(entry.code.value, Code::Int(_));
    let mut before: HashMap<(SourceId, Option<usize>), &Entry> = HashMap::new();
    for entry in catalog.entries.iter().filter(is_number) {
        // Each file, and each group in it, has an order of its own.
        let list = (entry.code.span.source, catalog.group_of(entry));
        let Some(above) = before.insert(list, entry) else { continue };
        if above.code.value <= entry.code.value {
            continue;
        }
        let (code, other) = (&entry.code.value, &above.code.value);
        let message = format!("code `{code}` of `{}` stands below `{other}`", entry.name.value);
        findings.push_for(
            entry,
            findings
                .at(entry.code.span, message)
                .here("out of order")
                .label(above.code.span, "greater")
                .help("list codes in ascending order"),
        );
    }
}
