//! `reserved-name`

use super::{Check, Findings, Rule, Standing};
use crate::model::Catalog;

pub(super) const RULE: Rule = Rule {
    name: "reserved-name",
    standing: Standing::Validity,
    finds: "an entry uses a name that is reserved",
    why: "A name that was given up may still stand in the program of a caller. Used again, it \
          compiles there and means something else.",
    fails: "
reserved: { names: [TOKEN_INVALID] }
codes:
  - code: 172
    name: TOKEN_INVALID
    message: The token has expired.
",
    passes: "
reserved: { names: [TOKEN_INVALID] }
codes:
  - code: 172
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        for name in std::iter::once(&entry.name).chain(&entry.aliases) {
            let reserved = catalog.reserved.names.iter().find(|r| r.value == name.value);
            if let Some(reserved) = reserved {
                let message = format!("the name `{}` is reserved", name.value);
                let finding = findings.at(name.span, message).here("used here");
                findings.push(
                    finding
                        .label(reserved.span, "reserved here")
                        .help("a name that was given up is never used again: choose another"),
                );
            }
        }
    }
}
