//! What edits come to in the bytes of a YAML text, for those who show it and don't do it. It
//! knows scalars in one line; of others it says nothing.

use std::fmt::Write as _;

use crate::model::{Action, Edit, Replacement, Sources};

/// What takes the place of which bytes; empty unless all of it can be told.
#[must_use]
pub fn replacements(edits: &[Edit], sources: &Sources) -> Vec<Replacement> {
    edits.iter().map(|edit| replacement(edit, sources)).collect::<Option<_>>().unwrap_or_default()
}

fn replacement(edit: &Edit, sources: &Sources) -> Option<Replacement> {
    let source = sources.get(edit.span.source);
    let typed = source.text.get(edit.span.range())?;
    let line = source.line_range(source.line(edit.span.start)).start;
    let before = source.text.get(line..edit.span.range().start)?;
    // The text of a block scalar begins in a line of its own.
    if typed.is_empty() || typed.contains('\n') || before.trim().is_empty() {
        return None;
    }
    let text = match &edit.action {
        Action::Text(text) => double_quoted(text),
        Action::Plain(value) => value.clone(),
        Action::RemoveItem => return None,
    };
    Some(Replacement { span: edit.span, text })
}

/// A text in double quotes (YAML 1.2.2, sections 5.7 and 7.3.1).
fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // Writing to a string can't fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::node::{Node, Value};
    use crate::spec::yaml;

    /// What replaces the value of the only field, and the value as it is read then.
    fn replaced(yaml: &str, action: Action) -> Option<(String, Value)> {
        let (sources, value) = value(yaml);
        let edit = Edit { span: value.span, action };
        let [new] = replacements(&[edit], &sources).try_into().ok()?;
        let (before, after) = yaml.split_at(new.span.range().start);
        let changed = format!("{before}{}{}", new.text, &after[new.span.range().len()..]);
        Some((new.text, self::value(&changed).1.value))
    }

    fn value(yaml: &str) -> (Sources, Node) {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", yaml);
        let Value::Map(fields) = yaml::parse(id, &sources).unwrap().value else { panic!() };
        (sources, fields.into_iter().next().unwrap().1)
    }

    #[test]
    fn a_text_reads_back_as_itself() {
        let text = "错 \"a\" \\ \u{1} \u{85}\u{2028}\n# b: c";
        for typed in ["a: b", "a: 'b' # c", "{ a: \"b\" }", "a: b\r\n"] {
            let (_, value) = replaced(typed, Action::Text(text.to_owned())).unwrap();
            assert_eq!(value, Value::Text(text.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_plain_value_stays_plain() {
        let plain = |typed| replaced(typed, Action::Plain("123".to_owned()));
        assert_eq!(plain("a: \"0123\""), Some(("123".to_owned(), Value::Int(123))));
    }

    #[test]
    fn of_what_is_not_sure_nothing_is_said() {
        for typed in ["a: |\n  b\n", "a: >-\n  b\n", "a:\n  b", "a: b\n  c", "a: &x\n  b", "a:"] {
            assert_eq!(replaced(typed, Action::Text("x".to_owned())), None, "{typed}");
        }
        assert_eq!(replaced("a: b", Action::RemoveItem), None);
    }
}
