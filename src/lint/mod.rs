//! What can be wrong in a catalog whose fields are all well-formed: one file a rule, one
//! registry. Rules see the catalog only, neither its text nor the disk.

mod code_out_of_type;
mod code_outside_group;
mod duplicate_code;
mod duplicate_group;
mod duplicate_name;
mod missing_message;
mod overlapping_ranges;
mod parameter_mismatch;
mod reserved_code;
mod reserved_name;
mod undeclared_parameter;
mod unknown_group;
mod unknown_replacement;
mod unknown_rule;
mod unused_parameter;

use crate::model::{Catalog, Diagnostic, Entry, Severity, Span};

/// Something that can be wrong in a catalog.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The kebab-case name, which states the defect.
    pub name: &'static str,
    /// How grave a finding is. A warning can be silenced for an entry with `allow`; an error
    /// makes the catalog unusable and can't.
    pub level: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    check: fn(&Catalog, &mut Findings<'_>),
}

/// Every rule, by name.
pub static RULES: [Rule; 15] = [
    code_out_of_type::RULE,
    code_outside_group::RULE,
    duplicate_code::RULE,
    duplicate_group::RULE,
    duplicate_name::RULE,
    missing_message::RULE,
    overlapping_ranges::RULE,
    parameter_mismatch::RULE,
    reserved_code::RULE,
    reserved_name::RULE,
    undeclared_parameter::RULE,
    unknown_group::RULE,
    unknown_replacement::RULE,
    unknown_rule::RULE,
    unused_parameter::RULE,
];

impl Rule {
    /// Whether users decide how grave its findings are; those of the other rules make a spec
    /// invalid.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.level == Severity::Warning
    }
}

/// How grave the findings of a rule are to be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// They stop the run.
    Error,
    /// They are shown.
    Warning,
    /// They are not looked for.
    Off,
}

impl Level {
    /// Every level with the name used in `codegen.yaml`.
    pub const ALL: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("off", Self::Off)];
}

/// Looks at a catalog with every rule. `levels` are those that users decided on, by rule.
pub fn lint(catalog: &Catalog, levels: &[(String, Level)], findings: &mut Vec<Diagnostic>) {
    for rule in &RULES {
        let decided = levels.iter().find(|(name, _)| name == rule.name).map(|(_, level)| *level);
        let severity = match decided.filter(|_| rule.is_optional()) {
            Some(Level::Off) => continue,
            Some(Level::Error) => Severity::Error,
            Some(Level::Warning) => Severity::Warning,
            None => rule.level,
        };
        (rule.check)(catalog, &mut Findings { rule, severity, all: findings });
    }
}

/// Where a rule puts what it finds.
struct Findings<'a> {
    rule: &'a Rule,
    severity: Severity,
    all: &'a mut Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Begins a finding of this rule.
    fn at(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        match self.severity {
            Severity::Error => Diagnostic::error(self.rule.name, message, span),
            Severity::Warning => Diagnostic::warning(self.rule.name, message, span),
        }
    }

    fn push(&mut self, finding: Diagnostic) {
        self.all.push(finding);
    }

    /// Whether an entry silences the rule.
    fn silenced(&self, entry: &Entry) -> bool {
        self.rule.is_optional() && entry.allow.iter().any(|name| name.value == self.rule.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_unique_and_in_order() {
        let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }

    #[test]
    fn every_rule_says_what_it_finds() {
        for rule in &RULES {
            assert!(!rule.summary.is_empty(), "{}", rule.name);
            assert!(
                rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{}",
                rule.name
            );
        }
    }
}
