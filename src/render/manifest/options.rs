//! Reads the options that a manifest declares.

use crate::model::fields::{self, Fields};
use crate::model::node::{Node, Value};
use crate::model::words::quoted;
use crate::model::{Diagnostic, Span};
use crate::render::option::{Accepts, OptionSpec, OptionValue};

const FIELDS: [&str; 7] =
    ["default", "description", "identifier", "scope", "choices", "range", "locales"];
/// Each says which values an option takes; one is enough.
const LIMITS: [&str; 4] = ["identifier", "choices", "range", "locales"];

/// Reads an option. `reserved` are the words of the language, `taken` the identifiers that the
/// templates use, with their scope.
pub(super) fn option(
    name: &str,
    node: &Node,
    reserved: &[(String, String)],
    taken: &[(String, String)],
    findings: &mut Vec<Diagnostic>,
) -> Option<OptionSpec> {
    let fields = Fields::of(node, "option", &FIELDS, findings)?;
    let default = fields.require("default", findings);
    let description = fields
        .require("description", findings)
        .and_then(|n| fields::text(n, "what the option does", findings))?;
    let accepts = accepts(&fields, reserved, taken, findings)?;
    let default = default?;
    let value = match &default.value {
        Value::Bool(flag) => OptionValue::Flag(*flag),
        Value::Int(number) => OptionValue::Number(*number),
        Value::List(_) => OptionValue::List(fields::texts(default, "texts", findings)),
        _ => {
            let expected = "text, a whole number, a list, `true` or `false`";
            OptionValue::Text(fields::text(default, expected, findings)?.value)
        }
    };
    let option = OptionSpec {
        name: name.to_owned(),
        default: value,
        accepts,
        description: description.value,
    };
    if let Some(kind) = other_kind(&option) {
        findings.push(fields::wrong_type(default, kind));
        return None;
    }
    if !option.takes(&option.default) {
        let message = format!("{} can't be `{name}`", quoted(&option.default.typed()));
        findings.push(
            Diagnostic::error("invalid-option", message, default.span)
                .here(format!("expected {}", option.expected())),
        );
        return None;
    }
    Some(option)
}

/// The kind that the default would have to be of for its limit, where it is of another.
fn other_kind(option: &OptionSpec) -> Option<&'static str> {
    match (&option.accepts, &option.default) {
        (Accepts::Anything, _)
        | (Accepts::Identifier { .. } | Accepts::OneOf(_), OptionValue::Text(_))
        | (Accepts::Within(_), OptionValue::Number(_))
        | (Accepts::Locales, OptionValue::List(_)) => None,
        (Accepts::Identifier { .. } | Accepts::OneOf(_), _) => Some("text"),
        (Accepts::Within(_), _) => Some("a whole number"),
        (Accepts::Locales, _) => Some("a list"),
    }
}

fn accepts(
    fields: &Fields<'_>,
    reserved: &[(String, String)],
    taken: &[(String, String)],
    findings: &mut Vec<Diagnostic>,
) -> Option<Accepts> {
    let limits: Vec<&str> = LIMITS.into_iter().filter(|name| fields.get(name).is_some()).collect();
    if let [first, second, ..] = limits[..] {
        findings.push(clash(first, second, fields.key(second), fields.key(first)));
        return None;
    }
    let mut flag =
        |name| fields.get(name).and_then(|n| fields::boolean(n, findings)).unwrap_or_default();
    let (is_identifier, is_locales) = (flag("identifier"), flag("locales"));
    let scope = fields.get("scope").and_then(|n| fields::text(n, "a scope", findings));
    if let Some(scope) = scope.as_ref().filter(|_| !is_identifier) {
        findings.push(
            Diagnostic::error("invalid-option", "`scope` stands without `identifier`", scope.span)
                .here("only an identifier is in a scope")
                .help("add `identifier: true`"),
        );
    }
    Some(if is_identifier {
        let scope = scope.map(|scope| scope.value);
        let used = taken.iter().filter(|(of, _)| Some(of) == scope.as_ref()).map(|(_, word)| word);
        let refused = reserved.iter().map(|(word, _)| word).chain(used).cloned().collect();
        Accepts::Identifier { refused, scope }
    } else if is_locales {
        Accepts::Locales
    } else if let Some(node) = fields.get("choices") {
        Accepts::OneOf(fields::texts(node, "texts", findings))
    } else if let Some(node) = fields.get("range") {
        Accepts::Within(super::read::range(node, findings)?)
    } else {
        Accepts::Anything
    })
}

fn clash(first: &str, second: &str, place: Span, first_place: Span) -> Diagnostic {
    let message = format!("`{second}` can't stand beside `{first}`");
    Diagnostic::error("invalid-option", message, place)
        .here("says again which values are taken")
        .label(first_place, "says so already")
        .help("remove one of the two")
}
