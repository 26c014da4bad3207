//! Entries that came and went.

use super::pairs::Pairs;
use super::rules as r;
use super::sink::Sink;
use crate::model::{Catalog, Code, Entry};

/// What became of codes whose entry is gone, and entries that were not there.
pub(super) fn compare(pairs: &Pairs<'_>, old: &Catalog, new: &Catalog, sink: &mut Sink<'_>) {
    let is_reused = |entry: &Entry| pairs.reused.iter().any(|(_, now)| std::ptr::eq(*now, entry));
    for (before, after) in &pairs.reused {
        let (was, is) = (&before.name.value, &after.name.value);
        let code = &after.code.value;
        sink.entry(
            &r::CODE_REUSED,
            after,
            after.code.span,
            format!("code `{code}` was `{was}`, and is `{is}` now"),
        )
        .here("used for something else here")
        .label(before.code.span, format!("was `{was}` here"))
        .help(format!("give `{is}` a code that nothing had, and move `{code}` to `reserved`"))
        .help(format!("if `{is}` is `{was}` renamed, say so: `aliases: [{was}]`"));
    }
    for entry in &pairs.gone {
        let number = &entry.code.value;
        if pairs.reused.iter().any(|(before, _)| std::ptr::eq(*before, *entry)) {
            continue;
        }
        let is_kept = is_reserved(new, number);
        let (rule, said) = if is_kept {
            (&r::CODE_RETIRED, "is gone, and its code reserved")
        } else {
            (&r::CODE_REMOVED, "is gone, and its code not reserved")
        };
        let name = &entry.name.value;
        let message = format!("`{name}` ({number}) {said}");
        let told = sink.entry(rule, entry, entry.code.span, message).here("was here");
        if !is_kept {
            told.help(format!(
                "reserve what is given up: `reserved: {{ codes: [{number}], names: [{name}] }}`"
            ));
        }
    }
    for entry in pairs.added.iter().filter(|entry| !is_reused(entry)) {
        let (name, code) = (&entry.name.value, &entry.code.value);
        if is_reserved(old, code) {
            let message = format!("`{name}` has the code `{code}`, which was reserved");
            sink.entry(&r::RESERVED_CODE_USED, entry, entry.code.span, message)
                .here("was reserved")
                .help("choose a code that nothing had");
            continue;
        }
        let message = format!("`{name}` ({code}) is new");
        sink.entry(&r::CODE_ADDED, entry, entry.code.span, message).here("added here");
    }
    for entry in &new.entries {
        let was = old.reserved.names.iter().find(|n| n.value == entry.name.value);
        if let Some(was) = was {
            let name = &entry.name.value;
            let message = format!("the name `{name}` was reserved");
            sink.entry(&r::RESERVED_NAME_USED, entry, entry.name.span, message)
                .here("used here")
                .label(was.span, "was reserved here")
                .help("choose a name that nothing had");
        }
    }
}

fn is_reserved(catalog: &Catalog, code: &Code) -> bool {
    match code {
        Code::Int(number) => catalog.reserved.ranges.iter().any(|r| r.value.contains(*number)),
        Code::Text(text) => catalog.reserved.texts.iter().any(|t| t.value == *text),
    }
}
