//! The patterns of names: of entries in upper case, of groups and catalogs in kebab-case.

/// `^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`
#[must_use]
pub fn is_entry_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.split('_').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
}

/// `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`
#[must_use]
pub fn is_kebab(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_pattern() {
        for good in ["A", "OK", "A1", "HTTP_404", "A_1_B"] {
            assert!(is_entry_name(good), "{good}");
        }
        for bad in ["", "a", "1A", "_A", "A_", "A__B", "A-B", "É", "A B"] {
            assert!(!is_entry_name(bad), "{bad}");
        }
    }

    #[test]
    fn kebab_case_has_single_hyphens() {
        for good in ["a", "iot-core", "a1-2"] {
            assert!(is_kebab(good), "{good}");
        }
        for bad in ["", "A", "1a", "-a", "a-", "a--b", "a_b", "é"] {
            assert!(!is_kebab(bad), "{bad}");
        }
    }
}
