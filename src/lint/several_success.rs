//! `several-success`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Catalog, Kind};

pub(super) const RULE: Rule = Rule {
    name: "several-success",
    standing: Standing::Advice(Level::Warning),
    finds: "more than one code is a success",
    why: "Callers compare with one code for success. A second one is taken for an error \
          by all who do.",
    fails: "
codes:
  - code: 0
    name: OK
    kind: success
    message: Success
  - code: 1
    name: CREATED
    kind: success
    message: Created
",
    passes: "
codes:
  - code: 0
    name: OK
    kind: success
    message: Success
  - code: 1
    name: CREATED
    kind: warning
    message: Created
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut successes = catalog.entries.iter().filter(|entry| entry.kind == Kind::Success);
    let Some(first) = successes.next() else { return };
    for entry in successes {
        let (was, is) = (&first.name.value, &entry.name.value);
        findings.push_for(
            entry,
            findings
                .at(entry.place("kind"), format!("`{is}` is a success, and so is `{was}`"))
                .here("a second one")
                .label(first.place("kind"), "the first one")
                .help("make it a `warning`, or `allow: [several-success]`"),
        );
    }
}
