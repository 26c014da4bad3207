//! Findings as a code quality report, which GitLab shows in a merge request.
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Run;
use super::annotations::{Annotation, all};
use crate::model::{Severity, Source};

/// A list of all findings; empty where there is nothing to show. Ends with a line break.
#[must_use]
pub fn gitlab(run: &Run<'_>) -> String {
    let mut known = HashMap::new();
    let issues: Vec<Value> = all(run).iter().map(|one| issue(one, &mut known)).collect();
    format!("{:#}\n", Value::from(issues))
}

/// `known` counts how often each finding was said, as no two fingerprints may be the same.
fn issue(annotation: &Annotation, known: &mut HashMap<String, usize>) -> Value {
    let Annotation { severity, rule, path, range, message } = annotation;
    // GitLab drops what has no path; what concerns no file is put to the folder.
    let path = path.as_deref().unwrap_or(if range.is_some() { Source::STDIN } else { "." });
    let rule = if rule.is_empty() { "codegen" } else { rule };
    // Neither the line nor other places are in it: what only moves stays the same finding.
    let words = message.lines().next().unwrap_or_default();
    let said = format!("{rule}\n{path}\n{words}");
    let times = known.entry(said.clone()).or_insert(0);
    *times += 1;
    json!({
        "description": message,
        "check_name": rule,
        "fingerprint": format!("{:016x}", hash(&format!("{said}\n{times}"))),
        "severity": match severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        "location": {
            "path": path,
            "lines": { "begin": range.map_or(1, |(start, _)| start.line) },
        },
    })
}

/// FNV-1a, the same on every machine and in every version, which the hashes of `std` do not promise.
/// <https://datatracker.ietf.org/doc/html/rfc9923>
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
