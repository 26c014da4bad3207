//! What can be wrong in a catalog whose fields are all well-formed: one file a rule, one
//! registry. Rules see the catalog only, neither its text nor the disk.

mod code_out_of_type;
mod code_outside_group;
mod duplicate_code;
mod duplicate_group;
mod duplicate_name;
mod findings;
mod missing_message;
mod overlapping_ranges;
mod parameter_mismatch;
mod reserved_code;
mod reserved_name;
mod rule;
mod undeclared_parameter;
mod unknown_group;
mod unknown_replacement;
mod unknown_rule;
mod unused_parameter;

use std::collections::HashSet;

use self::findings::{Findings, level};
use self::rule::Check;
use crate::model::{Catalog, Diagnostic, Severity};

pub use rule::{Level, Rule, Standing};

/// Every rule, by name.
pub static RULES: &[Rule] = &[
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

/// Looks at a catalog with every rule. `levels` are those that users decided on, by rule.
pub fn lint(catalog: &Catalog, levels: &[(String, Level)], findings: &mut Vec<Diagnostic>) {
    let mut used = HashSet::new();
    let mut run = |rule, check: fn(&Catalog, &mut Findings<'_>)| {
        let severity = match level(rule, levels) {
            Level::Off => return,
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
        };
        check(catalog, &mut Findings { rule, severity, levels, used: &mut used, all: findings });
    };
    for rule in RULES {
        if let Check::Catalog(check) = rule.check {
            run(rule, check);
        }
    }
    for rule in RULES {
        if let Check::Last(check) = rule.check {
            run(rule, check);
        }
    }
}

/// The rule with this name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
