//! Names: of entries in upper case, of groups and catalogs in kebab-case.

use crate::model::fields;
use crate::model::node::Node;
use crate::model::words::quoted;
use crate::model::{Diagnostic, Spanned, is_entry_name, is_kebab};

/// The rule broken by a name that does not follow its pattern.
pub(super) const INVALID: &str = "invalid-name";

/// The name of an entry, or a former one.
pub(super) fn entry(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<Spanned<String>> {
    let name = fields::word(node, "a name such as `SIGNATURE_ERROR`", findings)?;
    let mended = words(&name.value).join("_").to_uppercase();
    let letters = "upper case letters, digits and single `_`";
    findings.extend(invalid(&name, is_entry_name, letters, &mended));
    Some(name)
}

/// A kebab-case name.
pub(super) fn kebab(
    node: &Node,
    of: &str,
    findings: &mut Vec<Diagnostic>,
) -> Option<Spanned<String>> {
    let name = fields::word(node, &format!("the name of {of}"), findings)?;
    let mended = words(&name.value).join("-").to_lowercase();
    let letters = "lower case letters, digits and single `-`";
    findings.extend(invalid(&name, is_kebab, letters, &mended));
    Some(name)
}

/// The name of an entry that is the same as one that is none, but for case and separators.
pub(super) fn respelt_entry(name: &str) -> Option<String> {
    let mended = words(name).join("_").to_uppercase();
    (is_spelling(name) && !is_entry_name(name) && is_entry_name(&mended)).then_some(mended)
}

/// The same, in kebab-case.
pub(super) fn respelt_kebab(name: &str) -> Option<String> {
    let mended = words(name).join("-").to_lowercase();
    (is_spelling(name) && !is_kebab(name) && is_kebab(&mended)).then_some(mended)
}

/// Whether there is no doubt where the words of a name begin; `userIDs` and `HTTPError` leave
/// some.
fn is_spelling(name: &str) -> bool {
    let is_acronym = |three: &[u8]| {
        three[0].is_ascii_uppercase()
            && three[1].is_ascii_uppercase()
            && three[2].is_ascii_lowercase()
    };
    name.bytes().all(|b| b.is_ascii_alphanumeric() || b" -_.".contains(&b))
        && !name.as_bytes().windows(3).any(is_acronym)
}

/// What is wrong with a name. It is taken as it is all the same: what else is wrong with the
/// thing that it names can then be told too.
fn invalid(
    name: &Spanned<String>,
    is_valid: fn(&str) -> bool,
    letters: &str,
    mended: &str,
) -> Option<Diagnostic> {
    if is_valid(&name.value) {
        return None;
    }
    let message = format!("{} is not a name", quoted(&name.value));
    let finding = Diagnostic::error(INVALID, message, name.span)
        .here(format!("expected {letters}, beginning with a letter"));
    Some(finding.help_opt(is_valid(mended).then(|| format!("write `{mended}`"))))
}

/// The words of a name in any case: `rateLimit`, `Rate-Limit` and `RATE_LIMIT` have the same.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut last_lower = false;
    for c in name.chars() {
        let breaks = !c.is_alphanumeric() || (last_lower && c.is_uppercase());
        if breaks {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.push(c);
        }
        last_lower = c.is_lowercase() || c.is_numeric();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_respelt_where_nothing_else_is_wrong() {
        let respelt = |name| respelt_entry(name);
        for name in ["rateLimit", "Rate-Limit", "rate.limit", "rate__LIMIT", "_rate limit_"] {
            assert_eq!(respelt(name).as_deref(), Some("RATE_LIMIT"), "{name}");
        }
        for name in ["RATE_LIMIT", "3D", "ERR!", "rate/limit", "straße", "ſ", "HTTPError", "", "-"]
        {
            assert_eq!(respelt(name), None, "{name}");
        }
        assert_eq!(respelt_kebab("My API").as_deref(), Some("my-api"));
        assert_eq!(respelt_kebab("my-api"), None);
    }

    #[test]
    fn words_are_found_in_any_case() {
        for name in ["rateLimit", "Rate-Limit", "RATE_LIMIT", " rate  limit "] {
            assert_eq!(words(name).join("_").to_uppercase(), "RATE_LIMIT");
        }
    }
}
