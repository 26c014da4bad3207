//! `unused-allow`

use std::collections::HashMap;

use super::{Check, Findings, Level, Rule, Standing, rule};
use crate::model::{Action, Catalog, Diagnostic, Entry, Span, Spanned};

pub(super) const RULE: Rule = Rule {
    name: "unused-allow",
    standing: Standing::Advice(Level::Warning),
    finds: "an entry allows a rule that finds nothing in it, or allows it twice",
    why: "The defect was mended and the silence was left behind. It would hide the defect when it comes back.",
    fails: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: The quota is used up.
    allow: [missing-message]
",
    passes: "
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: The quota is used up.
",
    check: Check::Last(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    // What could not be read may hold what is silenced.
    if !findings.is_whole {
        return;
    }
    for entry in &catalog.entries {
        let mut firsts: HashMap<&str, Span> = HashMap::new();
        let mut own = Vec::new();
        for allowed in &entry.allow {
            let first = firsts.get(allowed.value.as_str()).copied();
            firsts.entry(&allowed.value).or_insert(allowed.span);
            if allowed.value == RULE.name {
                own.push((allowed, first));
            } else if let Some(finding) = unused(entry, allowed, first, findings) {
                findings.push_for(entry, finding);
            }
        }
        // Whether silence for this rule itself hides anything is known only now.
        for (allowed, first) in own {
            if let Some(finding) = unused(entry, allowed, first, findings) {
                findings.push(finding);
            }
        }
    }
}

/// What is to be said of an item of `allow`; `first` is where the same rule was allowed before.
fn unused(
    entry: &Entry,
    allowed: &Spanned<String>,
    first: Option<Span>,
    findings: &Findings<'_>,
) -> Option<Diagnostic> {
    let Spanned { value: name, span } = allowed;
    let rule = rule(name).filter(|rule| rule.is_optional())?;
    let finding = if let Some(first) = first {
        findings
            .at(*span, format!("`{}` allows `{name}` twice", entry.name.value))
            .here("allowed again here")
            .label(first, "first allowed here")
    } else if findings.is_used(*span) || findings.level(rule) == Level::Off {
        return None;
    } else {
        findings
            .at(*span, format!("`{name}` finds nothing in `{}`", entry.name.value))
            .here("silences nothing")
    };
    Some(finding.help("remove it").edit(*span, Action::RemoveItem))
}
