//! `unknown-replacement`

use std::collections::HashSet;

use super::{Check, Findings, Rule, Standing};
use crate::model::Catalog;
use crate::model::words::did_you_mean;

pub(super) const RULE: Rule = Rule {
    name: "unknown-replacement",
    standing: Standing::Validity,
    finds: "a deprecated entry names a replacement that there is not, or itself",
    why: "The replacement is what compilers and docs tell everybody who still uses the deprecated \
          code. It must be there, and be another one.",
    fails: "
codes:
  - code: 171
    name: SIGN_ERROR
    message: The signature is not valid.
    deprecated: { use: SIGNATURE_INVALD }
  - code: 172
    name: SIGNATURE_INVALID
    message: The signature does not match the request.
",
    passes: "
codes:
  - code: 171
    name: SIGN_ERROR
    message: The signature is not valid.
    deprecated: { use: SIGNATURE_INVALID }
  - code: 172
    name: SIGNATURE_INVALID
    message: The signature does not match the request.
",
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    let entries = catalog.entries.iter().map(|e| e.name.value.as_str());
    let names: HashSet<&str> = entries.chain(catalog.unread.iter().map(String::as_str)).collect();
    for entry in &catalog.entries {
        let replacement = entry.deprecated.as_ref().and_then(|d| d.replacement.as_ref());
        let Some(replacement) = replacement else { continue };
        if replacement.value == entry.name.value {
            let message = format!("`{}` is to be replaced by itself", entry.name.value);
            findings.push(
                findings.at(replacement.span, message).here("expected the name of another entry"),
            );
        } else if !names.contains(replacement.value.as_str()) {
            let message = format!("there is no `{}` to use instead", replacement.value);
            let former = catalog
                .entries
                .iter()
                .find(|e| e.aliases.iter().any(|alias| alias.value == replacement.value));
            let help = match former {
                Some(entry) => Some(format!("it is called `{}` now", entry.name.value)),
                None => did_you_mean(
                    &replacement.value,
                    catalog.entries.iter().map(|e| e.name.value.as_str()),
                ),
            };
            findings.push(
                findings
                    .at(replacement.span, message)
                    .here("expected the name of an entry")
                    .help_opt(help),
            );
        }
    }
}
