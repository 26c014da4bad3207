//! What users can set about a target: the options that it declares, and the values they take.
//! Where a value was set is the caller's affair.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::fields;
use crate::model::node::{Node, Value};
use crate::model::words::{did_you_mean, one_of, quoted};
use crate::model::{Catalog, Diagnostic, Range, Span};

/// Something about a target that its users can set.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OptionSpec {
    /// Its name.
    pub name: String,
    /// Its value unless it is set; its kind is the kind of every value.
    pub default: OptionValue,
    /// Which values it takes, of that kind.
    pub accepts: Accepts,
    /// What it does.
    pub description: String,
}

/// The values that an option takes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Accepts {
    /// All of the kind of its default.
    Anything,
    /// Identifiers of the language.
    Identifier {
        /// Words that are none, or that the templates use in the same scope.
        refused: Vec<String>,
        /// The scope that the identifier is in, where it could meet others.
        scope: Option<String>,
    },
    /// These texts.
    OneOf(Vec<String>),
    /// These numbers.
    Within(Range),
    /// Tags of locales that the catalog has.
    Locales,
}

/// The value of an option.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum OptionValue {
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(i128),
    /// Text.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

/// The options of a target as they are set, by name; each with its place where it was typed in a
/// file.
pub type Options = BTreeMap<String, (OptionValue, Option<Span>)>;

impl OptionSpec {
    /// Whether it takes a value.
    #[must_use]
    pub fn takes(&self, value: &OptionValue) -> bool {
        if std::mem::discriminant(value) != std::mem::discriminant(&self.default) {
            return false;
        }
        match (&self.accepts, value) {
            (Accepts::Identifier { refused, .. }, OptionValue::Text(text)) => {
                text.starts_with(|c: char| c.is_ascii_alphabetic())
                    && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
                    && !refused.contains(text)
            }
            (Accepts::OneOf(choices), OptionValue::Text(text)) => choices.contains(text),
            (Accepts::Within(range), OptionValue::Number(number)) => range.contains(*number),
            _ => true,
        }
    }

    /// What it takes, in words.
    #[must_use]
    pub fn expected(&self) -> String {
        match (&self.accepts, &self.default) {
            (Accepts::Identifier { scope: None, .. }, _) => {
                "a letter, then letters, digits and `_`, and no reserved word of the language"
                    .to_owned()
            }
            (Accepts::Identifier { .. }, _) => {
                "a letter, then letters, digits and `_`, and no word of the language or of the \
                 generated code"
                    .to_owned()
            }
            (Accepts::OneOf(choices), _) => one_of(choices),
            (Accepts::Within(range), _) => {
                format!("a number from {} to {}", range.first, range.last)
            }
            (Accepts::Locales, _) => "a list of locales".to_owned(),
            (Accepts::Anything, OptionValue::Flag(_)) => one_of(["true", "false"]),
            (Accepts::Anything, OptionValue::Number(_)) => "a whole number".to_owned(),
            (Accepts::Anything, OptionValue::Text(_)) => "text".to_owned(),
            (Accepts::Anything, OptionValue::List(_)) => "a list of texts".to_owned(),
        }
    }

    /// The value that a text on the command line stands for, where the option takes it; items of
    /// a list are separated by commas.
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<OptionValue> {
        let value = match &self.default {
            OptionValue::Flag(_) => OptionValue::Flag(text.parse().ok()?),
            OptionValue::Number(_) => OptionValue::Number(text.parse().ok()?),
            OptionValue::Text(_) => OptionValue::Text(text.to_owned()),
            OptionValue::List(_) => {
                let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
                OptionValue::List(items.map(str::to_owned).collect())
            }
        };
        self.takes(&value).then_some(value)
    }

    /// The value that stands in a file.
    pub fn read(&self, node: &Node, findings: &mut Vec<Diagnostic>) -> Option<OptionValue> {
        let expected = self.expected();
        let value = match (&self.default, &node.value) {
            (OptionValue::Flag(_), _) => OptionValue::Flag(fields::boolean(node, findings)?),
            (OptionValue::Number(_), _) => {
                OptionValue::Number(fields::integer(node, &expected, findings)?)
            }
            (OptionValue::Text(_), _) => {
                OptionValue::Text(fields::text(node, &expected, findings)?.value)
            }
            // One item needs no brackets.
            (OptionValue::List(_), Value::Text(one)) => OptionValue::List(vec![one.clone()]),
            (OptionValue::List(_), _) => {
                let of = if self.accepts == Accepts::Locales { "locales" } else { "texts" };
                OptionValue::List(fields::texts(node, of, findings))
            }
        };
        if self.takes(&value) {
            return Some(value);
        }
        let message = format!("{} can't be `{}`", quoted(&value.typed()), self.name);
        let finding = Diagnostic::error("invalid-option", message, node.span);
        let near = match (&self.accepts, &value) {
            (Accepts::OneOf(choices), OptionValue::Text(text)) => {
                did_you_mean(text, choices.iter().map(String::as_str))
            }
            _ => None,
        };
        findings.push(finding.here(format!("expected {expected}")).help_opt(near));
        None
    }

    /// The value as templates see it: locales are spelt as in the catalog, in its order, each once.
    #[must_use]
    pub fn resolved(&self, value: &OptionValue, catalog: &Catalog) -> OptionValue {
        match (&self.accepts, value) {
            (Accepts::Locales, OptionValue::List(tags)) => {
                let locales = catalog.locales.iter().map(|l| &l.value);
                let named = locales.filter(|locale| tags.iter().any(|tag| locale.is(tag)));
                OptionValue::List(named.map(|locale| locale.tag().to_owned()).collect())
            }
            _ => value.clone(),
        }
    }

    /// Finds the locales of a value that the catalog lacks.
    pub(super) fn check(
        &self,
        (value, place): &(OptionValue, Option<Span>),
        target: &str,
        catalog: &Catalog,
        findings: &mut Vec<Diagnostic>,
    ) {
        let (Accepts::Locales, OptionValue::List(tags)) = (&self.accepts, value) else { return };
        let known = || catalog.locales.iter().map(|l| l.value.tag());
        let is_known = |tag: &str| catalog.locales.iter().any(|l| l.value.is(tag));
        for tag in tags.iter().filter(|tag| !is_known(tag)) {
            let message = format!(
                "`{}` of the target `{target}` names {}, which is no locale of the catalog",
                self.name,
                quoted(tag)
            );
            // What was set on the command line has no place but that of the locales there are.
            let place = place.unwrap_or(catalog.locales[0].span);
            findings.push(
                Diagnostic::error("unknown-locale", message, place)
                    .here(format!("expected {}", one_of(known())))
                    .help_opt(did_you_mean(tag, known())),
            );
        }
    }
}

impl OptionValue {
    /// The value as it is typed on the command line.
    #[must_use]
    pub fn typed(&self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::List(items) => items.join(","),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(default: OptionValue, accepts: Accepts) -> OptionSpec {
        OptionSpec { name: "x".into(), default, accepts, description: String::new() }
    }

    #[test]
    fn an_option_that_is_an_identifier_takes_nothing_else() {
        let accepts = Accepts::Identifier { refused: vec!["type".into()], scope: None };
        let package = option(OptionValue::Text("codes".into()), accepts);
        assert!(["codes", "x1_y", "Codes"].iter().all(|text| package.parse(text).is_some()));
        assert!(
            !["", "type", "1x", "_", "a-b", "a.b", "é", "a\nb"]
                .iter()
                .any(|text| package.parse(text).is_some())
        );
    }

    #[test]
    fn a_text_becomes_a_value_of_the_kind_of_the_default() {
        let flag = option(OptionValue::Flag(false), Accepts::Anything);
        assert_eq!(flag.parse("true"), Some(OptionValue::Flag(true)));
        assert_eq!(flag.parse("yes"), None);
        let range = Range { first: 1, last: 3 };
        let level = option(OptionValue::Number(1), Accepts::Within(range));
        assert_eq!(level.parse("3"), Some(OptionValue::Number(3)));
        assert_eq!(level.parse("4"), None);
        let one = option(OptionValue::Text("a".into()), Accepts::OneOf(vec!["a".into()]));
        assert_eq!(one.parse("b"), None);
        let list = option(OptionValue::List(Vec::new()), Accepts::Locales);
        let both = OptionValue::List(vec!["zh".into(), "en".into()]);
        assert_eq!(list.parse("zh, en,"), Some(both));
    }
}
