//! A draft as the text of a spec, in the style of one that is written by hand: what it says is
//! the same to the letter when it is read again. Knows nothing of tables.

pub(super) mod entry;
mod scalar;
pub(super) mod write;

use self::entry::{text, title};
pub(super) use self::scalar::double_quoted;
use crate::model::{Draft, Field, New};

/// The text of a spec.
#[must_use]
pub fn emit(draft: &Draft) -> String {
    let locales = &draft.locales;
    let mut head = vec![Field::new("format", New::Plain(super::document::FORMAT.to_string()))];
    head.extend(draft.title.as_ref().map(|words| title(words, locales)));
    head.push(text("type", draft.code_type.name()));
    if !locales.is_empty() {
        let tags = locales.iter().map(|locale| New::Text(locale.tag().to_owned()));
        head.push(Field::new("locales", New::List(tags.collect())));
    }
    let mut out = String::new();
    write::fields(&head, 0, &mut out);
    let groups = draft.groups.iter().map(|group| entry::group(group, locales));
    list("groups", groups.collect(), &mut out);
    let codes = draft.entries.iter().map(|own| {
        let group = own.group.and_then(|at| draft.groups.get(at));
        entry::entry(own, group.map(|group| group.name.as_str()), locales)
    });
    list("codes", codes.collect(), &mut out);
    out
}

/// A field with a list, set apart; nothing where it is empty.
fn list(name: &str, items: Vec<New>, out: &mut String) {
    if !items.is_empty() {
        out.push('\n');
        write::fields(&[Field::new(name, New::Items(items))], 0, out);
    }
}
