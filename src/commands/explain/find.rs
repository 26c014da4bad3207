//! Finds what is meant by a code, a name, or a part of a text.

use crate::model::words::nearest;
use crate::model::{Catalog, Code, Entry, Span};

/// So many near codes and names are suggested.
const NEAR: usize = 3;

/// What was found.
#[derive(Debug)]
pub(super) enum Found {
    /// One entry, by its place; the name that found it, where it has another one now.
    Entry { at: usize, former: Option<String> },
    /// A code or name that nothing may have.
    Reserved(Span),
    /// Entries whose texts have it, by their places.
    Several(Vec<usize>),
    /// Nothing; what it may have stood for.
    Nothing { near: Vec<String> },
}

/// Looks for a code first, then for a name, then in texts.
pub(super) fn find(catalog: &Catalog, wanted: &str) -> Found {
    let wanted = wanted.trim();
    let place = |is: &dyn Fn(&Entry) -> bool| catalog.entries.iter().position(is);
    let number = number(wanted);
    let is_code = |code: &Code| match code {
        Code::Int(code) => number == Some(*code),
        Code::Text(code) => code == wanted,
    };
    let name = wanted.to_uppercase().replace(['-', ' '], "_");
    if let Some(at) = place(&|entry| is_code(&entry.code.value)) {
        return Found::Entry { at, former: None };
    }
    if let Some(at) = place(&|entry| entry.name.value == name) {
        return Found::Entry { at, former: None };
    }
    if let Some(at) = place(&|entry| entry.aliases.iter().any(|alias| alias.value == name)) {
        return Found::Entry { at, former: Some(name) };
    }
    if let Some(span) = reserved(catalog, number, wanted, &name) {
        return Found::Reserved(span);
    }
    let words = wanted.to_lowercase();
    let found: Vec<usize> = (0..catalog.entries.len())
        .filter(|&at| !words.is_empty() && number.is_none() && has(&catalog.entries[at], &words))
        .collect();
    match found.as_slice() {
        [] => Found::Nothing { near: near(catalog, number, &name) },
        [at] => Found::Entry { at: *at, former: None },
        _ => Found::Several(found),
    }
}

/// A number as people paste it: with full-width digits, or a real minus sign.
fn number(typed: &str) -> Option<i128> {
    let plain = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10).unwrap_or(c),
        '\u{2212}' | '\u{ff0d}' => '-',
        c => c,
    };
    typed.chars().map(plain).collect::<String>().parse().ok()
}

fn reserved(catalog: &Catalog, number: Option<i128>, typed: &str, name: &str) -> Option<Span> {
    let reserved = &catalog.reserved;
    let range = reserved.ranges.iter().find(|r| number.is_some_and(|n| r.value.contains(n)));
    let text = || reserved.texts.iter().find(|t| t.value == typed).map(|t| t.span);
    let names = || reserved.names.iter().find(|n| n.value == name).map(|n| n.span);
    range.map(|r| r.span).or_else(text).or_else(names)
}

/// Whether a text of an entry has the words, which are in lower case.
fn has(entry: &Entry, words: &str) -> bool {
    let is_in = |text: &str| text.to_lowercase().contains(words);
    let messages = entry.message.iter().map(|(_, text)| text.value.raw.as_str());
    let texts = entry.description.iter().chain(entry.remedy.iter());
    messages.chain(texts.map(|(_, text)| text.value.as_str())).any(is_in)
        || is_in(&entry.name.value.replace('_', " "))
        || entry.tags.iter().any(|tag| is_in(tag))
}

fn near(catalog: &Catalog, number: Option<i128>, name: &str) -> Vec<String> {
    if let Some(number) = number {
        let mut codes: Vec<i128> = catalog
            .entries
            .iter()
            .filter_map(|entry| match entry.code.value {
                Code::Int(code) => Some(code),
                Code::Text(_) => None,
            })
            .collect();
        codes.sort_by_key(|code| (code.abs_diff(number), *code));
        codes.truncate(NEAR);
        codes.sort_unstable();
        return codes.iter().map(i128::to_string).collect();
    }
    let mut names: Vec<&str> = catalog
        .entries
        .iter()
        .flat_map(|entry| std::iter::once(&entry.name).chain(&entry.aliases))
        .map(|name| name.value.as_str())
        .collect();
    let mut found = Vec::new();
    while let Some(name) = nearest(name, names.iter().copied()).filter(|_| found.len() < NEAR) {
        names.retain(|other| *other != name);
        found.push(name.to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_taken_as_people_paste_them() {
        assert_eq!(number("171"), Some(171));
        assert_eq!(number("１７１"), Some(171));
        assert_eq!(number("−1"), Some(-1));
        assert_eq!(number("0x10"), None);
    }
}
