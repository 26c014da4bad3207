//! The registry of rules: each has its name, its texts and its place in the order, and whatever the
//! sources report is one of them. What rules find is tested in `tests/rules.rs`.
//!
//! `CASES=overwrite cargo test --test registry` writes `docs/rules.md`.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "support/expectations.rs"]
mod expectations;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::compat::CHANGES;
use codegen::import::{REASONS, reason};
use codegen::lint::{RULES, rule};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn assert_none(findings: &[String]) {
    assert!(findings.is_empty(), "{} findings\n\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn rules_are_in_order_and_say_what_they_are() {
    let mut findings = Vec::new();
    for pair in RULES.windows(2) {
        if pair[0].name >= pair[1].name {
            findings.push(format!("{} must stand after {}", pair[0].name, pair[1].name));
        }
    }
    for rule in RULES {
        let is_kebab = rule.name.starts_with(|c: char| c.is_ascii_lowercase())
            && rule.name.split('-').all(|word| {
                !word.is_empty() && word.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9'))
            });
        if !is_kebab {
            findings.push(format!("{} is not in kebab-case", rule.name));
        }
        let texts = [rule.finds, rule.why, rule.failing(), rule.passing()];
        if texts.iter().any(|text| text.trim().is_empty()) {
            findings.push(format!("{} lacks a text", rule.name));
        }
        if rule.finds.starts_with(char::is_uppercase) || rule.finds.ends_with('.') {
            findings.push(format!("{} finds something with a capital or a full stop", rule.name));
        }
        if !rule.why.starts_with(|c: char| c.is_uppercase() || c == '`') || !rule.why.ends_with('.')
        {
            findings.push(format!("{} has a reason that is no sentence", rule.name));
        }
    }
    assert!(RULES.len() >= 45, "{} rules", RULES.len());
    assert_none(&findings);
}

#[test]
fn kinds_of_changes_are_in_order_and_say_what_they_are() {
    assert!(CHANGES.windows(2).all(|pair| pair[0].name < pair[1].name));
    for change in CHANGES {
        let (finds, why) = (change.finds, change.why);
        assert!(finds.starts_with(|c: char| c.is_lowercase() || c == '`'), "{finds}");
        assert!(!finds.ends_with('.') && why.ends_with('.'), "{finds}: {why}");
        assert!(rule(change.name).is_none(), "{} is a rule, too", change.name);
    }
}

#[test]
fn reasons_are_in_order_and_say_what_they_are() {
    assert!(REASONS.windows(2).all(|pair| pair[0].name < pair[1].name));
    for own in REASONS {
        assert!(own.finds.starts_with(char::is_lowercase), "{}", own.finds);
        assert!(!own.finds.ends_with('.') && own.mend.ends_with(['.', '`']), "{}", own.mend);
        let others = rule(own.name).is_some() || CHANGES.iter().any(|c| c.name == own.name);
        assert!(!others, "{} is a rule or a change, too", own.name);
    }
}

#[test]
fn the_page_is_what_the_command_prints() {
    let printed = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(["rules", "--markdown"])
        .output()
        .unwrap()
        .stdout;
    let page = root().join("docs/rules.md");
    let expected = expectations::expected(&page, &printed, expectations::is_overwriting());
    let difference = expectations::difference("docs/rules.md", &expected, &printed);
    assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    let rules = RULES.iter().map(|rule| rule.name);
    let changes = CHANGES.iter().map(|change| change.name);
    for name in rules.chain(changes).chain(REASONS.iter().map(|reason| reason.name)) {
        let anchors = [format!("](#{name})"), format!("\n## {name}\n")];
        for anchor in anchors {
            let times = String::from_utf8_lossy(&expected).matches(&anchor).count();
            assert_eq!(times, 1, "{anchor}");
        }
    }
}

#[test]
fn what_the_sources_report_is_a_rule() {
    let sources = sources(&root().join("src"));
    let all: String = sources.iter().map(|(_, text)| text.as_str()).collect();
    let mut findings = Vec::new();
    let mut found = 0;
    for (path, text) in &sources {
        for argument in first_arguments(text) {
            found += 1;
            match name(argument, text, &all) {
                Some(name) if rule(name).is_some() => {}
                Some(name) if path.contains("/import/") && reason(name).is_some() => {}
                Some(name) => findings.push(format!("{path}: `{name}` is no rule")),
                // The one place where rules that look for themselves report.
                None if argument == "self.rule.name" => {}
                // The one place where kinds of changes do, which are a registry of their own.
                None if argument == "rule.name" && path.ends_with("compat/sink.rs") => {}
                None => findings.push(format!("{path}: `{argument}` names no rule by itself")),
            }
        }
    }
    assert!(found > 40, "{found} places report something");
    for own in REASONS {
        let is_given = |(_, text): &(String, String)| {
            first_arguments(text).any(|a| a.trim_matches('"') == own.name)
        };
        assert!(sources.iter().any(is_given), "{} is never given", own.name);
    }
    assert_none(&findings);
}

#[test]
fn an_unknown_name_is_found_in_a_source() {
    let text = r#"
        const RULE: &str = "one";
        Diagnostic::error(
            "two",
            message,
        );
        Diagnostic::warning(super::RULE, message, span);
        Diagnostic::error(name, message, span);
    "#;
    let names: Vec<_> = first_arguments(text).map(|a| name(a, text, "")).collect();
    assert_eq!(names, [Some("two"), None, Some("one")]);
}

/// The paths and texts of the sources below a folder, but for those of tests.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if !path.ends_with("tests.rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

/// What stands first in each call that makes a diagnostic.
fn first_arguments(text: &str) -> impl Iterator<Item = &str> {
    let calls = ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::note("];
    calls.into_iter().flat_map(|call| text.split(call).skip(1)).map(|rest| {
        let end = rest.find([',', ')']).unwrap_or(rest.len());
        rest[..end].trim()
    })
}

/// The text that an argument stands for: it is one itself, or a constant of its own source, or of
/// another.
fn name<'a>(argument: &'a str, own: &'a str, all: &'a str) -> Option<&'a str> {
    if let Some(text) = argument.strip_prefix('"') {
        return text.strip_suffix('"');
    }
    let constant = argument.rsplit("::").next()?;
    let declared = format!("const {constant}: &str = \"");
    let value = |text: &'a str| text.split_once(&declared)?.1.split('"').next();
    value(own).or_else(|| value(all))
}
