//! Entries and groups of a draft as fields of a spec, in the usual order. Not how they are written.

use crate::model::{Code, DraftEntry, DraftGroup, Field, Kind, Locale, Localized, Message, New};

/// The item of `codes` for an entry. `group` is the name of the group that it must name.
pub(in crate::spec) fn entry(entry: &DraftEntry, group: Option<&str>, locales: &[Locale]) -> New {
    let mut fields = vec![
        Field::new("code", code(&entry.code)),
        Field { note: entry.name.mark(), ..text("name", &entry.name.text) },
    ];
    if entry.kind != Kind::Error {
        let note = Some("proposed".to_owned());
        fields.push(Field { note, ..text("kind", entry.kind.name()) });
    }
    fields.extend(group.map(|group| text("group", group)));
    fields.extend(entry.http.map(|http| Field::new("http", New::Plain(http.to_string()))));
    fields.extend(localized("message", &messages(&entry.message), locales));
    fields.extend(localized("description", &entry.description, locales));
    fields.extend(localized("remedy", &entry.remedy, locales));
    New::Map(fields)
}

/// The item of `groups` for a group.
pub(in crate::spec) fn group(group: &DraftGroup, locales: &[Locale]) -> New {
    New::Map(vec![text("name", &group.name), title(&group.title, locales)])
}

/// A title in the locale that it is known to be in, or for all of them.
pub(in crate::spec) fn title(title: &(Option<usize>, String), locales: &[Locale]) -> Field {
    let (locale, words) = title;
    match locale.and_then(|at| locales.get(at)) {
        Some(locale) => Field::new("title", New::Line(vec![text(locale.tag(), words)])),
        None => text("title", words),
    }
}

/// A field with a text for each locale that has one; none where there is no text.
pub(in crate::spec) fn localized(
    name: &str,
    texts: &Localized<String>,
    locales: &[Locale],
) -> Option<Field> {
    let fields = texts.iter().filter_map(|(at, words)| Some(text(locales.get(at)?.tag(), words)));
    let fields: Vec<Field> = fields.collect();
    (!fields.is_empty()).then(|| Field::new(name, New::Map(fields)))
}

/// Texts to the letter as messages, in which a brace that stands for itself is doubled.
pub(in crate::spec) fn messages(texts: &Localized<String>) -> Localized<String> {
    let message = |text: &Option<String>| text.as_ref().map(|text| Message::literal(text).raw);
    Localized(texts.0.iter().map(message).collect())
}

fn code(code: &Code) -> New {
    match code {
        Code::Int(number) => New::Plain(number.to_string()),
        Code::Text(text) => New::Text(text.clone()),
    }
}

pub(in crate::spec) fn text(name: &str, text: &str) -> Field {
    Field::new(name, New::Text(text.to_owned()))
}
