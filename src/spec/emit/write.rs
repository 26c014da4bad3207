//! Values as YAML text, in the style of a spec: a field a line, what is short between brackets.
//! Knows no schema.

use super::scalar;
use crate::model::{Field, New};

/// So many columns a level is indented by.
const STEP: usize = 2;

/// The fields of a mapping, each in lines of its own that begin with so many spaces.
pub(in crate::spec) fn fields(fields: &[Field], indent: usize, out: &mut String) {
    for field in fields {
        self::indent(indent, out);
        out.push_str(&scalar::text(&field.name, true));
        out.push(':');
        let note = field.note.as_ref().map(|note| format!(" # {note}")).unwrap_or_default();
        match &field.value {
            New::Map(inner) if !inner.is_empty() => {
                out.push_str(&note);
                out.push('\n');
                self::fields(inner, indent + STEP, out);
            }
            New::Items(items) if !items.is_empty() => {
                out.push_str(&note);
                out.push('\n');
                for own in items {
                    item(own, indent + STEP, out);
                }
            }
            value => {
                out.push(' ');
                out.push_str(&line(value, false));
                out.push_str(&note);
                out.push('\n');
            }
        }
    }
}

/// An item of a list, in lines of its own that begin with so many spaces.
pub(in crate::spec) fn item(value: &New, indent: usize, out: &mut String) {
    let start = out.len();
    match value {
        New::Map(inner) if !inner.is_empty() => fields(inner, indent + STEP, out),
        value => {
            self::indent(indent + STEP, out);
            out.push_str(&line(value, false));
            out.push('\n');
        }
    }
    let dash = start + indent;
    out.replace_range(dash..=dash, "-");
}

/// A value in one line, without comments. `is_in_line` tells whether brackets stand around it.
pub(in crate::spec) fn line(value: &New, is_in_line: bool) -> String {
    match value {
        New::Text(text) => scalar::text(text, is_in_line),
        New::Plain(plain) => plain.clone(),
        New::List(items) | New::Items(items) => {
            let items: Vec<String> = items.iter().map(|item| line(item, true)).collect();
            format!("[{}]", items.join(", "))
        }
        New::Map(fields) | New::Line(fields) if fields.is_empty() => "{}".to_owned(),
        New::Map(fields) | New::Line(fields) => format!("{{ {} }}", in_line(fields)),
    }
}

/// Fields as they stand between brackets.
pub(in crate::spec) fn in_line(fields: &[Field]) -> String {
    let field = |field: &Field| {
        format!("{}: {}", scalar::text(&field.name, true), line(&field.value, true))
    };
    fields.iter().map(field).collect::<Vec<_>>().join(", ")
}

fn indent(columns: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', columns));
}
