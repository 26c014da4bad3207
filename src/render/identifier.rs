//! How a name becomes an identifier: case, affixes, reserved words. Each target declares its own.

use heck::{ToKebabCase, ToLowerCamelCase, ToPascalCase, ToShoutySnakeCase, ToSnakeCase};

/// An identifier that a target declares.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Identifier {
    /// What is named.
    pub of: Named,
    /// Whether only entries with parameters have it.
    pub with_params: bool,
    /// How its letters are cased.
    pub case: Case,
    /// Words written in capitals in `pascal` and `camel` case, such as `ID`.
    pub initialisms: Vec<String>,
    /// The cased name stands where `{}` does.
    pub form: String,
    /// Identifiers of one scope must differ; those of different scopes may meet.
    pub scope: String,
    /// Words that can't be identifiers, each with what is written instead: `{}` is the word.
    pub reserved: Vec<(String, String)>,
}

/// What an identifier names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Named {
    /// An entry.
    Entry,
    /// A parameter; unique within its entry.
    Param,
    /// A locale.
    Locale,
    /// A group.
    Group,
}

impl Named {
    /// Every kind of thing with the name used in a manifest.
    pub const ALL: [(&'static str, Self); 4] = [
        ("entry", Self::Entry),
        ("param", Self::Param),
        ("locale", Self::Locale),
        ("group", Self::Group),
    ];
}

/// A way to write words as one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Case {
    /// As it stands in the spec.
    Keep,
    /// `quotaExceeded`
    Camel,
    /// `quota-exceeded`
    Kebab,
    /// `QuotaExceeded`
    Pascal,
    /// `QUOTA_EXCEEDED`
    Screaming,
    /// `quota_exceeded`
    Snake,
}

impl Case {
    /// Every case with the name used in a manifest.
    pub const ALL: [(&'static str, Self); 6] = [
        ("keep", Self::Keep),
        ("camel", Self::Camel),
        ("kebab", Self::Kebab),
        ("pascal", Self::Pascal),
        ("screaming", Self::Screaming),
        ("snake", Self::Snake),
    ];
}

impl Identifier {
    /// The identifier of a name.
    #[must_use]
    pub fn of(&self, name: &str) -> String {
        let cased = match self.case {
            Case::Keep => name.to_owned(),
            Case::Kebab => name.to_kebab_case(),
            Case::Screaming => name.to_shouty_snake_case(),
            Case::Snake => name.to_snake_case(),
            Case::Pascal => self.with_initialisms(name, true),
            Case::Camel => self.with_initialisms(name, false),
        };
        let formed = self.form.replace("{}", &cased);
        match self.reserved.iter().find(|(word, _)| *word == formed) {
            Some((_, instead)) => instead.replace("{}", &formed),
            None => formed,
        }
    }

    fn with_initialisms(&self, name: &str, upper_first: bool) -> String {
        if self.initialisms.is_empty() {
            return if upper_first { name.to_pascal_case() } else { name.to_lower_camel_case() };
        }
        let words = name.to_snake_case();
        let mut out = String::with_capacity(name.len());
        for (at, word) in words.split('_').enumerate() {
            if at == 0 && !upper_first {
                out.push_str(word);
            } else if let Some((initialism, rest)) = self.initialism(word) {
                out.push_str(initialism);
                out.push_str(rest);
            } else {
                out.push_str(&word.to_pascal_case());
            }
        }
        out
    }

    /// The initialism that a word is, or begins with where a digit follows: `http2`.
    fn initialism<'a>(&self, word: &'a str) -> Option<(&str, &'a str)> {
        let letters = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
        [word.len(), letters].into_iter().find_map(|end| {
            let (start, rest) = word.split_at(end);
            let found = self.initialisms.iter().find(|i| i.eq_ignore_ascii_case(start))?;
            Some((found.as_str(), rest))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identifier(case: Case) -> Identifier {
        Identifier {
            of: Named::Entry,
            with_params: false,
            case,
            initialisms: Vec::new(),
            form: "{}".to_owned(),
            scope: String::new(),
            reserved: Vec::new(),
        }
    }

    #[test]
    fn every_case_writes_the_words() {
        let written = |case, name| identifier(case).of(name);
        assert_eq!(written(Case::Keep, "RULE_ID"), "RULE_ID");
        assert_eq!(written(Case::Pascal, "RULE_ID"), "RuleId");
        assert_eq!(written(Case::Camel, "RULE_ID"), "ruleId");
        assert_eq!(written(Case::Kebab, "RULE_ID"), "rule-id");
        assert_eq!(written(Case::Snake, "RULE_ID"), "rule_id");
        assert_eq!(written(Case::Screaming, "zh-Hant-TW"), "ZH_HANT_TW");
    }

    #[test]
    fn initialisms_stay_in_capitals() {
        let mut go = identifier(Case::Pascal);
        go.initialisms = vec!["ID".to_owned(), "API".to_owned()];
        go.form = "Format{}".to_owned();
        assert_eq!(go.of("RULE_ID_IDEA"), "FormatRuleIDIdea");
        assert_eq!(go.of("API2_ID3X_APIS"), "FormatAPI2ID3xApis");
    }

    #[test]
    fn a_reserved_word_is_mended_as_declared() {
        let mut rust = identifier(Case::Snake);
        rust.reserved = vec![("type".into(), "r#{}".into()), ("self".into(), "{}_".into())];
        assert_eq!(rust.of("type"), "r#type");
        assert_eq!(rust.of("self"), "self_");
        assert_eq!(rust.of("limit"), "limit");
    }
}
