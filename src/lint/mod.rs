//! What can be wrong: one file a rule, one registry. A rule that looks for its defect sees the
//! catalog only, neither its text nor the disk. Those in a folder are only described here: their
//! defect is met by whoever reads the spec, or fits it to a target.

mod code_out_of_type;
mod code_outside_group;
mod config;
mod contradicting_status;
mod deprecated_replacement;
mod divergent_translation;
mod duplicate_code;
mod duplicate_group;
mod duplicate_message;
mod duplicate_name;
mod empty_message;
mod findings;
mod fixed_level;
mod full_width_character;
mod hidden_character;
mod inconsistent_punctuation;
mod missing_locale;
mod missing_message;
mod number_mismatch;
mod overlapping_ranges;
mod page;
mod parameter_mismatch;
mod reading;
mod replacement_cycle;
mod replacements;
mod reserved_code;
mod reserved_name;
mod rule;
mod several_success;
mod target;
mod text;
mod undeclared_parameter;
mod unknown_group;
mod unknown_replacement;
mod unknown_rule;
mod unordered_codes;
mod unreserved_gap;
mod untranslated_message;
mod untrimmed_message;
mod unused_allow;
mod unused_parameter;
mod width;

use std::collections::HashSet;

use self::findings::{Findings, level};
use self::rule::Check;
use crate::model::words::did_you_mean;
use crate::model::{Catalog, Diagnostic, Severity};

pub use page::page;
pub use rule::{Level, Rule, Standing};
pub use text::listed;

/// Every rule, by name.
pub static RULES: &[Rule] = &[
    code_out_of_type::RULE,
    code_outside_group::RULE,
    contradicting_status::RULE,
    reading::cut_off_text::RULE,
    deprecated_replacement::RULE,
    divergent_translation::RULE,
    duplicate_code::RULE,
    reading::duplicate_field::RULE,
    duplicate_group::RULE,
    reading::duplicate_locale::RULE,
    duplicate_message::RULE,
    duplicate_name::RULE,
    reading::empty_include::RULE,
    empty_message::RULE,
    reading::empty_range::RULE,
    reading::empty_spec::RULE,
    reading::empty_text::RULE,
    fixed_level::RULE,
    full_width_character::RULE,
    hidden_character::RULE,
    target::identifier_collision::RULE,
    inconsistent_punctuation::RULE,
    target::invalid_escape::RULE,
    reading::invalid_grpc::RULE,
    target::invalid_header::RULE,
    reading::invalid_http::RULE,
    reading::invalid_include::RULE,
    reading::invalid_locale::RULE,
    reading::invalid_message::RULE,
    reading::invalid_name::RULE,
    config::invalid_option::RULE,
    config::invalid_path::RULE,
    target::invalid_region::RULE,
    config::invalid_version::RULE,
    reading::missing_field::RULE,
    target::missing_header::RULE,
    missing_locale::RULE,
    missing_message::RULE,
    reading::no_codes::RULE,
    reading::not_utf8::RULE,
    number_mismatch::RULE,
    overlapping_ranges::RULE,
    parameter_mismatch::RULE,
    replacement_cycle::RULE,
    reserved_code::RULE,
    reserved_name::RULE,
    several_success::RULE,
    target::template::RULE,
    reading::typographic_quotes::RULE,
    undeclared_parameter::RULE,
    reading::unknown_field::RULE,
    reading::unknown_format::RULE,
    unknown_group::RULE,
    reading::unknown_locale::RULE,
    config::unknown_option::RULE,
    unknown_replacement::RULE,
    unknown_rule::RULE,
    config::unknown_target::RULE,
    target::unknown_template::RULE,
    reading::unknown_value::RULE,
    unordered_codes::RULE,
    unreserved_gap::RULE,
    target::unsupported_code::RULE,
    target::unsupported_type::RULE,
    untranslated_message::RULE,
    untrimmed_message::RULE,
    unused_allow::RULE,
    unused_parameter::RULE,
    reading::wrong_type::RULE,
    reading::yaml_syntax::RULE,
];

/// Looks at a catalog with every rule. `levels` are those that users decided on, by rule.
pub fn lint(catalog: &Catalog, levels: &[(String, Level)], findings: &mut Vec<Diagnostic>) {
    let mut used = HashSet::new();
    let is_whole = !findings.iter().any(Diagnostic::is_error);
    findings::heed(catalog, levels, &mut used, findings);
    let mut run = |rule, check: fn(&Catalog, &mut Findings<'_>)| {
        let severity = match level(rule, levels) {
            Level::Off => return,
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
        };
        let (used, all) = (&mut used, &mut *findings);
        check(catalog, &mut Findings { rule, severity, levels, is_whole, used, all });
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

/// What to do about a name that no rule has: the nearest of those that were meant, if one is near.
#[must_use]
pub fn instead_of(name: &str, meant: fn(&Rule) -> bool) -> String {
    let names = RULES.iter().filter(|rule| meant(rule)).map(|rule| rule.name);
    did_you_mean(name, names).unwrap_or_else(|| "`codegen rules` lists the rules".to_owned())
}
