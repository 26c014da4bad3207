//! The files that a spec includes: they lie below its folder, each is read once, and the spec
//! itself is none of them.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use super::files::Files;
use super::{Failure, paths};
use crate::model::words::quoted;
use crate::model::{Diagnostic, Span, Spanned};

/// The rule broken by what can't be included.
pub(super) const INVALID: &str = "invalid-include";

/// The files that the patterns of a spec match, those of one pattern by name; each with the place
/// of its pattern.
pub(super) fn included(
    files: Files<'_>,
    spec: &Path,
    patterns: &[Spanned<String>],
    findings: &mut Vec<Diagnostic>,
) -> Result<Vec<(PathBuf, Span)>, Failure> {
    let folder = spec.parent().unwrap_or(Path::new(""));
    let shown = quoted(&paths::shown(folder));
    let mut all: Vec<(PathBuf, Span)> = Vec::new();
    let mut known = HashSet::new();
    for pattern in patterns {
        let place = pattern.span;
        let named = quoted(&pattern.value);
        if leaves(&pattern.value) {
            findings.push(
                Diagnostic::error(INVALID, format!("{named} leaves the folder of the spec"), place)
                    .here(format!("expected a path below {shown}"))
                    .help("move the files below it, or the spec further up"),
            );
            continue;
        }
        if let Err(error) = glob::Pattern::new(&pattern.value) {
            let message = format!("{named} is not a pattern: {}", error.msg);
            findings.push(
                Diagnostic::error(INVALID, message, place)
                    .here("expected a path such as `iot/*.yaml`"),
            );
            continue;
        }
        let matched = files.matching(folder, &pattern.value)?;
        let mut others = matched.iter().filter(|path| !files.is_same(path, spec)).peekable();
        if others.peek().is_none() {
            let message = if matched.is_empty() {
                format!("no file matches {named}")
            } else {
                format!("{named} matches nothing but the spec itself")
            };
            findings.push(
                Diagnostic::error("empty-include", message, place)
                    .here(format!("looked for in {shown}")),
            );
        }
        for path in others {
            if !files.is_below(path, spec) {
                let message =
                    format!("{} is a link to a file elsewhere", quoted(&files.shown(path)));
                findings.push(
                    Diagnostic::error(INVALID, message, place)
                        .here(format!("expected files below {shown}"))
                        .help("put the file itself there"),
                );
            } else if known.insert(path.clone()) {
                all.push((path.clone(), place));
            }
        }
    }
    Ok(all)
}

/// Whether a pattern is absolute, or goes up.
fn leaves(pattern: &str) -> bool {
    let is_rooted = |c: Component<'_>| matches!(c, Component::Prefix(_) | Component::RootDir);
    Path::new(pattern).components().any(is_rooted)
        || pattern.starts_with(['/', '\\'])
        || pattern.split(['/', '\\']).any(|part| part == "..")
}

#[cfg(test)]
mod tests {
    use super::leaves;

    #[test]
    fn a_pattern_stays_below_its_folder() {
        for pattern in ["iot/*.yaml", "**/a.yaml", "./a.yaml", "a..b/c", "...yaml"] {
            assert!(!leaves(pattern), "{pattern}");
        }
        for pattern in ["/etc/*.yaml", "../a.yaml", "a/../../b", "..", "\\a", "a\\..\\b"] {
            assert!(leaves(pattern), "{pattern}");
        }
    }
}
