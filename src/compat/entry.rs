//! Entries that are there still, and changed in anything but their messages.

use super::change::Detail;
use super::rules as r;
use super::sink::Sink;
use crate::model::{Catalog, Deprecated, Entry, Localized, Spanned};

type Side<'a> = (&'a Catalog, &'a Entry);

/// The changes of an entry that is there still.
pub(super) fn compare(before: Side<'_>, after: Side<'_>, sink: &mut Sink<'_>) {
    identity(before, after, sink);
    facts(before, after, sink);
    deprecation(before.1, after.1, sink);
    details(before, after, sink);
}

fn identity((_, before): Side<'_>, (_, after): Side<'_>, sink: &mut Sink<'_>) {
    let (was, is) = (&before.name.value, &after.name.value);
    if before.code.value != after.code.value {
        let (old, new) = (&before.code.value, &after.code.value);
        sink.entry(
            &r::CODE_RENUMBERED,
            after,
            after.code.span,
            format!("the code of `{is}` was `{old}`, and is `{new}` now"),
        )
        .here(format!("was `{old}`"))
        .label(before.code.span, "as it was")
        .help(format!("keep `{old}`; a new meaning needs a new entry"));
    }
    if was != is {
        let has_alias = after.aliases.iter().any(|alias| alias.value == *was);
        let rule = if has_alias { &r::RENAMED_WITH_ALIAS } else { &r::NAME_CHANGED };
        let message = format!("`{was}` is called `{is}` now");
        let told = sink.entry(rule, after, after.name.span, message);
        let told = told.here(format!("was `{was}`")).label(before.name.span, "as it was");
        if !has_alias {
            told.help(format!("keep the old name as a former one: `aliases: [{was}]`"));
        }
    }
    aliases(before, after, sink);
}

fn aliases(before: &Entry, after: &Entry, sink: &mut Sink<'_>) {
    let has = |entry: &Entry, name: &str| {
        entry.name.value == name || entry.aliases.iter().any(|alias| alias.value == name)
    };
    let name = &after.name.value;
    for alias in before.aliases.iter().filter(|alias| !has(after, &alias.value)) {
        let message = format!("`{name}` lost its former name `{}`", alias.value);
        sink.entry(&r::ALIAS_REMOVED, after, after.place("aliases"), message)
            .label(alias.span, "was here")
            .help("former names stay: nobody else may have them");
    }
    // A former name that was its name until now is told by the renaming.
    for alias in after.aliases.iter().filter(|alias| !has(before, &alias.value)) {
        let message = format!("`{}` finds `{name}`, too", alias.value);
        sink.entry(&r::ALIAS_ADDED, after, alias.span, message).here("added here");
    }
}

fn facts((old, before): Side<'_>, (new, after): Side<'_>, sink: &mut Sink<'_>) {
    let name = &after.name.value;
    let mut fact = |rule, field: &str, was: Option<String>, is: Option<String>| {
        if was == is {
            return;
        }
        let shown = |value: &Option<String>| {
            value.as_ref().map_or_else(|| "none".to_owned(), |value| format!("`{value}`"))
        };
        let message = format!("the {field} of `{name}` was {}, and is {}", shown(&was), shown(&is));
        let key = field.split(' ').next().unwrap_or(field).to_lowercase();
        sink.entry(rule, after, after.place(&key), message)
            .here(format!("was {}", shown(&was)))
            .label(before.place(&key), "as it was");
    };
    let text = |value: &str| Some(value.to_owned());
    fact(&r::KIND_CHANGED, "kind", text(before.kind.name()), text(after.kind.name()));
    let number = |value: Option<u16>| value.map(|v| v.to_string());
    fact(&r::HTTP_CHANGED, "HTTP status", number(before.http), number(after.http));
    let status = |entry: &Entry| entry.grpc.map(|g| g.name().to_owned());
    fact(&r::GRPC_CHANGED, "gRPC status", status(before), status(after));
    let group = |catalog: &Catalog, entry: &Entry| {
        catalog.group_of(entry).map(|at| catalog.groups[at].name.value.clone())
    };
    fact(&r::GROUP_CHANGED, "group", group(old, before), group(new, after));
    if before.retryable != after.retryable {
        let (was, is) = if after.retryable { ("was not", "is") } else { ("was", "is not") };
        let message = format!("`{name}` {was} retryable, and {is}");
        sink.entry(&r::RETRYABLE_CHANGED, after, after.place("retryable"), message)
            .here(format!("{was} retryable"))
            .label(before.place("retryable"), "as it was");
    }
}

fn deprecation(before: &Entry, after: &Entry, sink: &mut Sink<'_>) {
    let (name, place) = (&after.name.value, after.place("deprecated"));
    match (&before.deprecated, &after.deprecated) {
        (None, Some(_)) => {
            let message = format!("`{name}` is deprecated now");
            sink.entry(&r::CODE_DEPRECATED, after, place, message);
        }
        (Some(_), None) => {
            let message = format!("`{name}` is not deprecated any more");
            sink.entry(&r::DEPRECATION_REMOVED, after, place, message)
                .label(before.place("deprecated"), "was here");
        }
        _ => {}
    }
}

/// What only people read.
fn details((old, before): Side<'_>, (new, after): Side<'_>, sink: &mut Sink<'_>) {
    let mut found = Vec::new();
    let mut compare = |label: &str, was: Option<String>, is: Option<String>| {
        if was != is {
            found.push((Detail { label: label.to_owned(), before: was, after: is }, after));
        }
    };
    for locale in &new.locales {
        let tag = locale.value.tag();
        let text = |catalog: &Catalog, texts: &Localized<Spanned<String>>| {
            let at = catalog.locales.iter().position(|l| l.value.is(tag))?;
            texts.get(at).map(|text| text.value.clone())
        };
        let description = |catalog, entry: &Entry| text(catalog, &entry.description);
        compare(&format!("description ({tag})"), description(old, before), description(new, after));
        let remedy = |catalog, entry: &Entry| text(catalog, &entry.remedy);
        compare(&format!("remedy ({tag})"), remedy(old, before), remedy(new, after));
    }
    compare("docs", before.docs.clone(), after.docs.clone());
    compare("since", before.since.clone(), after.since.clone());
    let tags = |entry: &Entry| (!entry.tags.is_empty()).then(|| entry.tags.join(", "));
    compare("tags", tags(before), tags(after));
    if let (Some(was), Some(is)) = (&before.deprecated, &after.deprecated) {
        compare("deprecated since", was.since.clone(), is.since.clone());
        compare("deprecated for", was.reason.clone(), is.reason.clone());
        let instead = |d: &Deprecated| d.replacement.as_ref().map(|r| r.value.clone());
        compare("deprecated, use", instead(was), instead(is));
    }
    let Some((first, _)) = found.first() else { return };
    let key = first.label.split([' ', ',']).next().unwrap_or_default().to_owned();
    let labels: Vec<&str> = found.iter().map(|(detail, _)| detail.label.as_str()).collect();
    let message = format!("`{}` has another {}", after.name.value, labels.join(", another "));
    let details = found.into_iter().map(|(detail, _)| detail).collect();
    sink.entry(&r::DETAILS_CHANGED, after, after.place(&key), message).details(details);
}
