//! Messages that have other words or other parameters.

use super::change::Detail;
use super::rules as r;
use super::sink::Sink;
use crate::model::words::{and, quoted};
use crate::model::{Catalog, Entry, Message, Param, Span, Spanned};

type Side<'a> = (&'a Catalog, &'a Entry);

/// The changes of the messages of an entry that is there still.
pub(super) fn compare(before: Side<'_>, after: Side<'_>, sink: &mut Sink<'_>) {
    let renamed = params(before.1, after.1, sink);
    texts(before, after, renamed, sink);
}

/// Tells what became of the parameters; gives the old and new name of one that was renamed.
fn params<'a>(
    before: &'a Entry,
    after: &'a Entry,
    sink: &mut Sink<'_>,
) -> Option<(&'a str, &'a str)> {
    let used = |entry: &'a Entry| entry.params.iter().filter(|p| entry.uses(p));
    let find = |entry, param: &Param| used(entry).find(|p| p.name.value == param.name.value);
    let gone: Vec<&Param> = used(before).filter(|p| find(after, p).is_none()).collect();
    let added: Vec<&Param> = used(after).filter(|p| find(before, p).is_none()).collect();
    for param in used(after) {
        let Some(was) = find(before, param) else { continue };
        if was.param_type != param.param_type {
            let (old, new) = (was.param_type.name(), param.param_type.name());
            let message = param_of(after, param, &format!("was of type `{old}`, and is `{new}`"));
            sink.entry(&r::PARAMETER_RETYPED, after, param.name.span, message)
                .here(format!("was `{old}`"))
                .label(was.name.span, "as it was");
        }
    }
    if let ([was], [is]) = (gone.as_slice(), added.as_slice())
        && was.param_type == is.param_type
    {
        let (old, new) = (was.name.value.as_str(), is.name.value.as_str());
        let message = param_of(after, is, &format!("was called `{old}`"));
        sink.entry(&r::PARAMETER_RENAMED, after, is.name.span, message)
            .here(format!("was `{old}`"))
            .label(was.name.span, "as it was");
        return Some((old, new));
    }
    for param in added {
        let message = param_of(after, param, "is new");
        sink.entry(&r::PARAMETER_ADDED, after, param.name.span, message).here("added here");
    }
    for param in gone {
        let message = param_of(after, param, "is gone");
        sink.entry(&r::PARAMETER_REMOVED, after, after.place("message"), message)
            .label(param.name.span, "was here");
    }
    None
}

fn param_of(entry: &Entry, param: &Param, what: &str) -> String {
    format!("the parameter `{}` of `{}` {what}", param.name.value, entry.name.value)
}

/// Tells of other words, once for all locales.
fn texts(
    (old, before): Side<'_>,
    (new, after): Side<'_>,
    renamed: Option<(&str, &str)>,
    sink: &mut Sink<'_>,
) {
    let mut details = Vec::new();
    let mut places: Vec<(Span, String)> = Vec::new();
    let mut stayed = Vec::new();
    for (at, locale) in new.locales.iter().enumerate() {
        let tag = locale.value.tag();
        let was = old.locales.iter().position(|l| l.value.is(tag));
        let was = was.and_then(|at| before.message.get(at));
        let is = after.message.get(at);
        if raw(was, renamed) == raw(is, None) {
            stayed.extend(is.map(|_| format!("`{tag}`")));
            continue;
        }
        if let Some(now) = is {
            let said =
                was.map_or_else(|| "new".to_owned(), |w| format!("was {}", quoted(&w.value.raw)));
            places.push((now.span, said));
        }
        let text = |text: Option<&Spanned<Message>>| text.map(|t| t.value.raw.clone());
        details.push(Detail { label: tag.to_owned(), before: text(was), after: text(is) });
    }
    if details.is_empty() {
        return;
    }
    let tags: Vec<String> = details.iter().map(|d| format!("`{}`", d.label)).collect();
    let message = format!("`{}` has other words in {}", after.name.value, and(&tags));
    let mut places = places.into_iter();
    let (place, said) =
        places.next().unwrap_or_else(|| (after.place("message"), "a text is gone".to_owned()));
    let mut told =
        sink.entry(&r::MESSAGE_REWORDED, after, place, message).details(details).here(said);
    for (place, said) in places {
        told = told.label(place, said);
    }
    if !stayed.is_empty() {
        let (which, stayed) = (if stayed.len() == 1 { "text" } else { "texts" }, and(&stayed));
        let _ =
            told.help(format!("the {which} in {stayed} stayed: see that nothing is left behind"));
    }
}

fn raw(text: Option<&Spanned<Message>>, renamed: Option<(&str, &str)>) -> Option<String> {
    let raw = &text?.value.raw;
    Some(match renamed {
        Some((old, new)) => raw.replace(&format!("{{{old}}}"), &format!("{{{new}}}")),
        None => raw.clone(),
    })
}
