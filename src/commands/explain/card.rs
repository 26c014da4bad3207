//! An entry as a card: what stands in the spec, and what follows from it.

use std::fmt::Write as _;

use crate::model::{Catalog, Deprecated, Entry, Localized, ParamType, Spanned, visible};

/// The card of an entry. `constants` says how each target writes it, `place` where it is defined.
pub(super) fn card(
    catalog: &Catalog,
    at: usize,
    constants: &[(String, String)],
    place: &str,
) -> String {
    let entry = &catalog.entries[at];
    let group = catalog.group_of(entry).map(|group| &catalog.groups[group]);
    let mut text = format!("{} {}\n", visible(&entry.code.value.to_string()), entry.name.value);
    let tag = |locale: usize| catalog.locales[locale].value.tag().to_owned();
    let messages = entry.message.iter();
    let messages: Vec<_> =
        messages.map(|(locale, text)| (tag(locale), text.value.display())).collect();
    rows(&mut text, &messages);

    let mut facts: Vec<(String, String)> = Vec::new();
    let mut fact = |name: &str, value: Option<String>| {
        facts.extend(value.map(|value| (name.to_owned(), value)));
    };
    fact("kind", Some(entry.kind.name().to_owned()));
    fact("group", group.map(|group| group.name.value.clone()));
    fact("owner", group.and_then(|group| group.owner.clone()));
    fact("HTTP", entry.http.map(|http| http.to_string()));
    fact("gRPC", entry.grpc.map(|grpc| format!("{} ({})", grpc.name(), grpc.number())));
    fact("retryable", entry.retryable.then(|| "yes".to_owned()));
    fact("since", entry.since.clone());
    fact("deprecated", entry.deprecated.as_ref().map(|d| deprecated(catalog, d)));
    fact("formerly", joined(entry.aliases.iter().map(|alias| alias.value.as_str())));
    fact("parameters", joined(params(entry).iter().map(String::as_str)));
    fact("tags", joined(entry.tags.iter().map(String::as_str)));
    fact("docs", entry.docs.clone());
    fact("defined", Some(place.to_owned()));
    rows(&mut text, &facts);

    for (name, texts) in [("description", &entry.description), ("remedy", &entry.remedy)] {
        rows(&mut text, &by_locale(catalog, name, texts));
    }
    rows(&mut text, constants);
    text
}

/// Lines of two columns, after a blank one.
fn rows(text: &mut String, rows: &[(String, String)]) {
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    if !rows.is_empty() {
        text.push('\n');
    }
    for (name, value) in rows {
        let mut lines = value.trim_end().split('\n');
        let first = lines.next().unwrap_or_default();
        // Writing to a text can't fail.
        let _ = writeln!(text, "{}", format!("  {name:<width$}  {}", visible(first)).trim_end());
        for line in lines {
            let _ = writeln!(text, "{}", format!("  {:<width$}  {}", "", visible(line)).trim_end());
        }
    }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let words: Vec<&str> = words.collect();
    (!words.is_empty()).then(|| words.join(", "))
}

fn by_locale(
    catalog: &Catalog,
    name: &str,
    texts: &Localized<Spanned<String>>,
) -> Vec<(String, String)> {
    let tag = |locale: usize| catalog.locales[locale].value.tag();
    let row = |(locale, text): (usize, &Spanned<String>)| {
        (format!("{name} ({})", tag(locale)), text.value.clone())
    };
    texts.iter().map(row).collect()
}

fn params(entry: &Entry) -> Vec<String> {
    let shown = |param: &crate::model::Param| match param.param_type {
        ParamType::Text => param.name.value.clone(),
        ParamType::Int => format!("{} (int)", param.name.value),
    };
    entry.params.iter().map(shown).collect()
}

fn deprecated(catalog: &Catalog, deprecated: &Deprecated) -> String {
    let since = deprecated.since.as_ref().map(|since| format!("since {since}"));
    let instead = deprecated.replacement.as_ref().map(|replacement| {
        let entry = catalog.entries.iter().find(|e| e.name.value == replacement.value);
        let code = entry.map_or(String::new(), |entry| format!(" ({})", entry.code.value));
        format!("use {}{code}", replacement.value)
    });
    let facts: Vec<String> = since.into_iter().chain(instead).collect();
    let facts = if facts.is_empty() { "yes".to_owned() } else { facts.join(", ") };
    match &deprecated.reason {
        Some(reason) => format!("{facts}: {reason}"),
        None => facts,
    }
}
