//! A random catalog, wrong here and there, with every rule on.

use codegen::lint::{self, Level, Standing};
use codegen::model::Severity;

use super::catalog::catalog;
use super::choices::Choices;
use super::read::{Levels, Read, read};
use super::{mended, shown};

/// As many as `codegen lint --fix` makes: what is left then would be mended by the next run.
const ROUNDS: usize = 12;

/// Looks at a random catalog with every rule, and mends it.
pub fn lint(bytes: &[u8]) -> bool {
    let text = catalog(&mut Choices::new(bytes), true);
    let all = read(&text, &levels(Level::Warning));
    shown::check(&all);
    assert_eq!(read(&text, &levels(Level::Warning)).findings, all.findings, "{text}");
    graveness(&all, Severity::Warning);
    let errors = read(&text, &levels(Level::Error));
    graveness(&errors, Severity::Error);
    let off = read(&text, &levels(Level::Off));
    for finding in &off.findings {
        let rule = lint::rule(finding.rule).unwrap();
        assert!(rule.standing == Standing::Validity || finding.severity == Severity::Warning);
        assert!(all.findings.iter().any(|other| other.rule == finding.rule), "{finding:?}");
    }
    mended::mended(&text, &levels(Level::Warning), ROUNDS);
    all.findings.len() > off.findings.len()
}

/// Every rule that users decide on, with this level.
fn levels(level: Level) -> Levels {
    let optional = lint::RULES.iter().filter(|rule| rule.is_optional());
    optional.map(|rule| (rule.name.to_owned(), level)).collect()
}

/// What users decide on counts, for what is found in the catalog.
fn graveness(read: &Read, severity: Severity) {
    for finding in &read.findings {
        let rule = lint::rule(finding.rule).unwrap();
        assert!(!rule.is_optional() || finding.severity == severity, "{finding:?}");
    }
}
