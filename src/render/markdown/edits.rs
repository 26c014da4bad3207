//! What to change in a Markdown text, found in what a parser reads in it.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use super::TAB;
use super::code::{fenced, ticks};

const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// What begins a heading that no outline shows.
const LOWEST: &str = "######";

/// What to write instead of parts of a text. Code that stays as it is counts among them.
pub(super) struct Edits<'a> {
    text: &'a str,
    /// By the start: the end and the new text.
    found: BTreeMap<usize, (usize, String)>,
    spans: HashSet<Range<usize>>,
}

/// A tag that is open.
struct Open<'a> {
    tag: Tag<'a>,
    /// The end of what it holds so far.
    inner_end: Option<usize>,
}

impl<'a> Edits<'a> {
    /// What to change whichever of the dialects the text is read in.
    pub(super) fn of(text: &'a str, dialects: &[Options]) -> Self {
        let ticks = ticks(text);
        let mut edits = Self { text, found: BTreeMap::new(), spans: ticks.spans };
        // Code that would be no harm as text may be either.
        if edits.spans.iter().any(|span| text[span.clone()].contains(['<', '{'])) {
            for range in ticks.in_addresses {
                edits.add(range.clone(), "&#96;".repeat(range.len()));
            }
        }
        for dialect in dialects {
            edits.read(*dialect);
        }
        edits
    }

    /// The end of the edit that begins at a place, and the new text.
    pub(super) fn at(&self, start: usize) -> Option<(usize, &str)> {
        self.found.get(&start).map(|(end, instead)| (*end, instead.as_str()))
    }

    fn add(&mut self, range: Range<usize>, instead: impl Into<String>) {
        self.found.insert(range.start, (range.end, instead.into()));
    }

    fn read(&mut self, dialect: Options) {
        let parser = Parser::new_ext(self.text, dialect).into_offset_iter();
        for (_, definition) in parser.reference_definitions().iter() {
            self.add(definition.span.clone(), "");
        }
        let mut open: Vec<Open<'_>> = Vec::new();
        for (event, range) in parser {
            match event {
                Event::Start(tag) => {
                    open.push(Open { tag, inner_end: None });
                    continue;
                }
                Event::End(_) => {
                    if let Some(closed) = open.pop() {
                        self.close(&closed, range.clone(), open.is_empty());
                    }
                }
                // Tables make more of it code than there is without them.
                Event::Code(_) if dialect.is_empty() && self.spans.contains(&range) => {
                    self.add(range.clone(), &self.text[range.clone()]);
                }
                _ => {}
            }
            if let Some(around) = open.last_mut() {
                around.inner_end = Some(range.end);
            }
        }
    }

    fn close(&mut self, closed: &Open<'_>, range: Range<usize>, is_outermost: bool) {
        match &closed.tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.fence(range, closed.inner_end),
            // Not every dialect has it.
            Tag::CodeBlock(CodeBlockKind::Indented) if is_outermost => {
                let start = self.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
                let lines = self.text[start..range.end].trim_end().split('\n');
                let code: Vec<&str> = lines.map(|l| l.get(TAB..).unwrap_or_default()).collect();
                self.add(start..range.end, format!("{}\n", fenced(&code.join("\n"))));
            }
            Tag::Heading { .. } => self.heading(range, closed.inner_end),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                let label = entities(dest_url, "", "%20");
                self.add(range, format!("[{label}](mailto:{})", destination(dest_url)));
            }
            Tag::Link { link_type: LinkType::Autolink, dest_url, .. } if is_safe(dest_url) => {
                let label = entities(dest_url, "", "%20");
                self.add(range, format!("[{label}]({})", destination(dest_url)));
            }
            Tag::Link { link_type: LinkType::Autolink, .. } => {}
            Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. } => {
                self.link(range, closed.inner_end, dest_url, title);
            }
            _ => {}
        }
    }

    /// A block of code stays, unless what it holds could end it in some dialect.
    fn fence(&mut self, range: Range<usize>, inner_end: Option<usize>) {
        let typed = &self.text[range.clone()];
        let marker = typed.chars().next().unwrap_or_default();
        let (fence, _) = typed.split_at(typed.len() - typed.trim_start_matches(marker).len());
        let inner = &self.text[range.start + fence.len()..inner_end.unwrap_or(range.end)];
        if inner_end.is_none() || !inner.contains(fence) {
            self.add(range, typed);
        }
    }

    fn heading(&mut self, range: Range<usize>, inner_end: Option<usize>) {
        let typed = &self.text[range.clone()];
        let level = typed.len() - typed.trim_start_matches('#').len();
        let is_marked = typed[level..].chars().next().is_none_or(char::is_whitespace);
        if is_marked && matches!(level, 1..=6) {
            self.add(range.start..range.start + level, LOWEST);
        } else if let Some(end) = inner_end {
            let underline = &self.text[end..range.end];
            self.add(end..range.end, underline.replace(['=', '-'], ""));
        }
    }

    fn link(&mut self, range: Range<usize>, inner_end: Option<usize>, address: &str, title: &str) {
        let bracket = range.start + usize::from(self.text[range.start..].starts_with('!'));
        let inner_end = inner_end.unwrap_or(bracket + 1);
        if !is_safe(address) {
            self.add(bracket..bracket + 1, "&#91;");
        } else if self.text[inner_end..].starts_with(']') {
            // The parser leaves out the brackets of `[a][]`.
            let after = self.text[range.end..].starts_with("[]");
            let end = range.end + if after { 2 } else { 0 };
            let title = match entities(title, "", " ") {
                title if title.is_empty() => title,
                title => format!(" \"{title}\""),
            };
            self.add(inner_end..end, format!("]({}{title})", destination(address)));
        }
    }
}

/// Whether an address leads to a page and does nothing else.
fn is_safe(address: &str) -> bool {
    match address.find([':', '/', '?', '#']) {
        Some(end) if address[end..].starts_with(':') => {
            SCHEMES.iter().any(|scheme| scheme.eq_ignore_ascii_case(&address[..end]))
        }
        _ => true,
    }
}

fn destination(address: &str) -> String {
    entities(address, "_#~@!", "%20")
}

/// The text with entities for punctuation, but for what is harmless anywhere and what to `keep`.
fn entities(text: &str, keep: &str, blank: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == ' ' || c.is_control() {
            out.push_str(blank);
        } else if c.is_ascii_punctuation() && !"-./:?=,;%+".contains(c) && !keep.contains(c) {
            out.extend(["&#", &u32::from(c).to_string(), ";"]);
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_are_safe() {
        for address in ["https://x", "HTTP://x", "mailto:a@b", "#a", "/a:b", "a/b:c", "?a:b", ""] {
            assert!(is_safe(address), "{address}");
        }
        for address in ["javascript:x", "JavaScript:x", " javascript:x", "java\nscript:x", "a:b"] {
            assert!(!is_safe(address), "{address}");
        }
    }
}
