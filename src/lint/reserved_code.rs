//! `reserved-code`

use super::{Check, Findings, Rule, Standing};
use crate::model::{Catalog, Code, Span};

pub(super) const RULE: Rule = Rule {
    name: "reserved-code",
    standing: Standing::Validity,
    finds: "an entry uses a code that is reserved",
    why: "A code that was given up still stands in old logs and old clients, with its old meaning. \
          Used again, it tells them what is not so.",
    fails: "
reserved: { codes: [171] }
codes:
  - code: 171
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    passes: "
reserved: { codes: [171] }
codes:
  - code: 172
    name: TOKEN_EXPIRED
    message: The token has expired.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let reserved = &catalog.reserved;
    for entry in &catalog.entries {
        let place: Option<Span> = match &entry.code.value {
            Code::Int(number) => {
                reserved.ranges.iter().find(|r| r.value.contains(*number)).map(|r| r.span)
            }
            Code::Text(text) => reserved.texts.iter().find(|t| t.value == *text).map(|t| t.span),
        };
        if let Some(place) = place {
            let code = &entry.code.value;
            let message = format!("code `{code}` of `{}` is reserved", entry.name.value);
            let finding = findings.at(entry.code.span, message).here("used here");
            findings.push(
                finding
                    .label(place, "reserved here")
                    .help("a code that was given up is never used again: choose another"),
            );
        }
    }
}
