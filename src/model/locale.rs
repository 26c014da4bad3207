//! Language tags, after BCP 47 (RFC 5646).

/// A language tag such as `en`, `zh-Hans` or `pt-BR`, as it was typed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Locale(String);

impl Locale {
    /// Takes a tag: a language, then optional script, region and variants, with `-` between.
    /// `None` where it is not well-formed.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let language = parts.next()?;
        let alphabetic = |s: &str| s.bytes().all(|b| b.is_ascii_alphabetic());
        if !(matches!(language.len(), 2 | 3 | 5..=8) && alphabetic(language)) {
            return None;
        }
        let mut parts = parts.peekable();
        parts.next_if(|p| p.len() == 4 && alphabetic(p));
        parts.next_if(|p| {
            (p.len() == 2 && alphabetic(p))
                || (p.len() == 3 && p.bytes().all(|b| b.is_ascii_digit()))
        });
        let variant = |p: &str| {
            let long = matches!(p.len(), 5..=8);
            let short = p.len() == 4 && p.as_bytes()[0].is_ascii_digit();
            (long || short) && p.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        parts.all(variant).then(|| Self(tag.to_owned()))
    }

    /// The tag as typed.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Its language, the first part of the tag.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// Whether both tags mean the same locale; case doesn't count (RFC 5646, section 2.1.1).
    #[must_use]
    pub fn is(&self, tag: &str) -> bool {
        self.0.eq_ignore_ascii_case(tag)
    }

    /// Whether this tag is `other` without its last parts: `zh` of `zh-Hant-TW` (RFC 4647, 3.4).
    #[must_use]
    pub fn is_parent_of(&self, other: &Self) -> bool {
        other.0.len() > self.0.len()
            && other.0.as_bytes()[self.0.len()] == b'-'
            && other.0[..self.0.len()].eq_ignore_ascii_case(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_formed_tags_are_taken() {
        for tag in ["en", "zh", "zh-Hans", "zh-Hant-TW", "pt-BR", "es-419", "sl-rozaj", "de-1996"] {
            assert_eq!(Locale::parse(tag).as_ref().map(Locale::tag), Some(tag));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for tag in
            ["", "e", "english language", "zh_CN", "en-", "-en", "zh-CN-Hans", "中文", "abcd"]
        {
            assert_eq!(Locale::parse(tag), None, "{tag}");
        }
    }

    #[test]
    fn a_parent_is_a_tag_cut_at_a_hyphen() {
        let parse = |tag| Locale::parse(tag).unwrap();
        assert!(parse("ZH").is_parent_of(&parse("zh-Hans")));
        assert!(!parse("zh").is_parent_of(&parse("zh")));
        assert!(!parse("en").is_parent_of(&parse("eng")));
    }
}
