//! Changes of a catalog as a whole: its type, its locales, what is reserved.

use super::change::Detail;
use super::rules as r;
use super::sink::Sink;
use crate::model::{Catalog, Range, Span};

/// The changes of the catalog as a whole.
pub(super) fn compare(old: &Catalog, new: &Catalog, sink: &mut Sink<'_>) {
    let place = new.places.start;
    if old.code_type != new.code_type {
        let (was, is) = (old.code_type.name(), new.code_type.name());
        let message = format!("the codes were of type `{was}`, and are of type `{is}`");
        sink.catalog(&r::TYPE_CHANGED, new.places.code_type.unwrap_or(place), message)
            .here(format!("was `{was}`"));
    }
    locales(old, new, place, sink);
    titles(old, new, place, sink);
    reserved(old, new, sink);
}

fn locales(old: &Catalog, new: &Catalog, place: Span, sink: &mut Sink<'_>) {
    let has = |catalog: &Catalog, tag: &str| catalog.locales.iter().any(|l| l.value.is(tag));
    for locale in old.locales.iter().filter(|l| !has(new, l.value.tag())) {
        let message = format!("the locale `{}` is gone", locale.value.tag());
        let now = new.locales.first().map_or(place, |first| first.span);
        sink.catalog(&r::LOCALE_REMOVED, now, message)
            .here("not among these any more")
            .label(locale.span, "was here");
    }
    for locale in new.locales.iter().filter(|l| !has(old, l.value.tag())) {
        let message = format!("the locale `{}` is new", locale.value.tag());
        sink.catalog(&r::LOCALE_ADDED, locale.span, message).here("added here");
    }
    let fallback = |catalog: &Catalog| catalog.locales[catalog.fallback].value.tag().to_owned();
    let (was, is) = (fallback(old), fallback(new));
    if has(new, &was) && !was.eq_ignore_ascii_case(&is) {
        let message = format!("the fallback was `{was}`, and is `{is}`");
        sink.catalog(&r::FALLBACK_CHANGED, new.locales[new.fallback].span, message)
            .here(format!("was `{was}`"));
    }
}

fn titles(old: &Catalog, new: &Catalog, place: Span, sink: &mut Sink<'_>) {
    let mut details = Vec::new();
    let mut compare = |label: String, before: Option<String>, after: Option<String>| {
        if before != after {
            details.push(Detail { label, before, after });
        }
    };
    let id = |catalog: &Catalog| catalog.id.as_ref().map(|id| id.value.clone());
    compare("catalog".to_owned(), id(old), id(new));
    for (at, locale) in new.locales.iter().enumerate() {
        let tag = locale.value.tag();
        let was = old.locales.iter().position(|l| l.value.is(tag));
        let was = was.and_then(|at| old.title.get(at)).map(|t| t.value.clone());
        compare(format!("title ({tag})"), was, new.title.get(at).map(|t| t.value.clone()));
    }
    if let Some(first) = details.first() {
        let place = new.title.iter().next().map_or(place, |(_, title)| title.span);
        let message = format!("the catalog has another {}", first.label);
        sink.catalog(&r::DETAILS_CHANGED, place, message).details(details);
    }
}

/// What was reserved stays so, or it is used by an entry, which is told of that entry.
fn reserved(old: &Catalog, new: &Catalog, sink: &mut Sink<'_>) {
    let ranges = &new.reserved.ranges;
    for range in &old.reserved.ranges {
        let used = |n: i128| {
            new.entries.iter().any(|e| matches!(e.code.value, crate::model::Code::Int(c) if c == n))
        };
        let Some(number) = first_free(range.value, ranges.iter().map(|r| r.value)) else {
            continue;
        };
        if !used(number) {
            let message = format!("the code `{number}` is not reserved any more");
            freed(range.span, message, sink);
        }
    }
    for text in &old.reserved.texts {
        let is_kept = new.reserved.texts.iter().any(|t| t.value == text.value)
            || new.entries.iter().any(|e| e.code.value.to_string() == text.value);
        if !is_kept {
            freed(text.span, format!("the code `{}` is not reserved any more", text.value), sink);
        }
    }
    for name in &old.reserved.names {
        let is_kept = new.reserved.names.iter().any(|n| n.value == name.value)
            || new.entries.iter().any(|e| e.name.value == name.value);
        if !is_kept {
            freed(name.span, format!("the name `{}` is not reserved any more", name.value), sink);
        }
    }
}

fn freed(place: Span, message: String, sink: &mut Sink<'_>) {
    sink.catalog(&r::RESERVATION_REMOVED, place, message)
        .here("was reserved here")
        .help("what was given up stays reserved");
}

/// The first number of a range that none of others has.
fn first_free(range: Range, others: impl Iterator<Item = Range>) -> Option<i128> {
    let mut others: Vec<Range> = others.collect();
    others.sort_by_key(|r| r.first);
    let mut next = range.first;
    for other in others {
        if other.contains(next) {
            next = other.last + 1;
        }
    }
    (next <= range.last).then_some(next)
}
