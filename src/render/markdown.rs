//! Markdown within Markdown: what a spec has as Markdown stays so in a place of a page, such as
//! an item of a list, and nothing in it reaches beyond that place.
//!
//! Outside code, `<`, `{` and `$` become entities, so there is no HTML, and no expression of a
//! dialect; autolinks become plain ones. Links keep safe schemes only. Definitions, which would
//! count for the whole page, are resolved or become text. Headings sink to the lowest level, out
//! of the outline of the page. Tabs become spaces, hidden characters visible. As one change can
//! turn what follows into something else, the text is read again until there is nothing to change.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use super::escape::Hidden;

/// Texts that take more are shown as code.
const MOST_PASSES: usize = 10;
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];
const TAB: usize = 4;

/// What must not stand outside code, and what stands for it.
const ENTITIES: [(&str, &str); 7] = [
    ("<", "&lt;"),
    ("\\<", "&lt;"),
    ("{", "&#123;"),
    ("\\{", "&#123;"),
    ("$", "&#36;"),
    ("\\$", "&#36;"),
    // Only a definition needs the two together.
    ("]:", "]&#58;"),
];

/// The text for a place whose lines begin with `indent` spaces. It goes on after a space where it
/// begins with a paragraph, else below an empty line.
#[must_use]
pub(super) fn contain(text: &str, indent: usize, hidden: &Hidden) -> String {
    let text = settled(&visible(text, hidden));
    let indent = " ".repeat(indent);
    let mut out = match Parser::new_ext(&text, common()).next() {
        None => return String::new(),
        Some(Event::Start(Tag::Paragraph)) => format!(" {}", text.trim()),
        Some(_) => {
            let blank = text.len() - text.trim_start().len();
            let start = text[..blank].rfind('\n').map_or(0, |end| end + 1);
            format!("\n\n{}", text[start..].trim_end())
        }
    };
    out = out.replace('\n', &format!("\n{indent}"));
    // Blank lines stay empty.
    out.split('\n').map(|l| if l.trim().is_empty() { "" } else { l }).collect::<Vec<_>>().join("\n")
}

/// What most engines read beyond the standard.
fn common() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// The text with line feeds only, spaces for tabs, and hidden characters shown.
fn visible(text: &str, hidden: &Hidden) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\n' => out.push(c),
            '\t' => out.push_str(&" ".repeat(TAB - column % TAB)),
            _ => hidden.push(c, &mut out),
        }
        column = match c {
            '\n' => 0,
            '\t' => column + TAB - column % TAB,
            _ => column + 1,
        };
    }
    out
}

fn settled(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_PASSES {
        let mended = mend(&text);
        if mended == text {
            return text;
        }
        text = mended;
    }
    fenced(&text)
}

fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}

/// Reads the text once, and changes what must not stay.
fn mend(text: &str) -> String {
    let mut edits = Edits::default();
    edits.find(text, common());
    edits.find(text, Options::empty());
    let mut out = String::with_capacity(text.len() + 16);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let is_escape = c == '\\' && rest[1..].starts_with(|c: char| c.is_ascii_punctuation());
        let verbatim = if is_escape { 2 } else { c.len_utf8() };
        let entity = || ENTITIES.iter().find(|(from, _)| rest.starts_with(from));
        let (end, instead) = match edits.0.get(&at) {
            Some((end, instead)) => (*end, instead.as_str()),
            None => entity()
                .map_or((at + verbatim, &rest[..verbatim]), |(from, to)| (at + from.len(), *to)),
        };
        out.push_str(instead);
        at = end;
    }
    out
}

/// What to write instead of a part of a text: by its start, its end and the new text. Code that
/// stays as it is counts among them.
#[derive(Default)]
struct Edits(BTreeMap<usize, (usize, String)>);

impl Edits {
    fn add(&mut self, range: Range<usize>, instead: impl Into<String>) {
        self.0.insert(range.start, (range.end, instead.into()));
    }

    fn find(&mut self, text: &str, options: Options) {
        let parser = Parser::new_ext(text, options).into_offset_iter();
        for (_, definition) in parser.reference_definitions().iter() {
            self.add(definition.span.clone(), "");
        }
        let spans = spans_in_cells(text);
        // The tags that are open, each with the end of what it holds so far.
        let mut open: Vec<(Tag<'_>, Option<usize>)> = Vec::new();
        for (event, range) in parser {
            match event {
                Event::Start(tag) => {
                    open.push((tag, None));
                    continue;
                }
                Event::End(_) => {
                    if let Some((tag, inner_end)) = open.pop() {
                        self.tag(text, &tag, &range, inner_end, open.is_empty());
                    }
                }
                Event::Code(_) if options.is_empty() && spans.contains(&range) => {
                    self.add(range.clone(), &text[range.clone()]);
                }
                _ => {}
            }
            if let Some((_, inner_end)) = open.last_mut() {
                *inner_end = Some(range.end);
            }
        }
    }

    fn tag(
        &mut self,
        text: &str,
        tag: &Tag<'_>,
        range: &Range<usize>,
        inner_end: Option<usize>,
        is_outermost: bool,
    ) {
        let Range { start, end } = *range;
        let typed = &text[start..end];
        match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.add(start..end, typed),
            // Not every dialect has these.
            Tag::CodeBlock(CodeBlockKind::Indented) if is_outermost => {
                let start = text[..start].rfind('\n').map_or(0, |end| end + 1);
                let lines = text[start..end].trim_end().split('\n');
                let code: Vec<&str> = lines.map(|l| l.get(TAB..).unwrap_or_default()).collect();
                self.add(start..end, format!("{}\n", fenced(&code.join("\n"))));
            }
            Tag::Heading { .. } => {
                let level = typed.len() - typed.trim_start_matches('#').len();
                let after = typed[level..].chars().next();
                if matches!(level, 1..=6) && after.is_none_or(char::is_whitespace) {
                    self.add(start..start + level, "######");
                } else if let Some(inner_end) = inner_end {
                    let underline = &text[inner_end..end];
                    self.add(inner_end..end, underline.replace(['=', '-'], ""));
                }
            }
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.add(start..end, format!("[{0}](mailto:{0})", quoted(dest_url, "", "%20")));
            }
            Tag::Link { link_type: LinkType::Autolink, dest_url, .. } => {
                if is_safe(dest_url) {
                    let label = quoted(dest_url, "", "%20");
                    self.add(start..end, format!("[{label}]({})", address(dest_url)));
                }
            }
            Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. } => {
                let bracket = start + usize::from(typed.starts_with('!'));
                let inner_end = inner_end.unwrap_or(bracket + 1);
                if !is_safe(dest_url) {
                    self.add(bracket..bracket + 1, "&#91;");
                } else if text[inner_end..].starts_with(']') {
                    let end = end + if text[end..].starts_with("[]") { 2 } else { 0 };
                    let title = quoted(title, "", " ");
                    let title = if title.is_empty() { title } else { format!(" \"{title}\"") };
                    self.add(inner_end..end, format!("]({}{title})", address(dest_url)));
                }
            }
            _ => {}
        }
    }
}

/// The code spans that are seen where each cell of each line is read for itself: what is code
/// there and in the whole is code for every engine, whatever it takes for a table.
fn spans_in_cells(text: &str) -> HashSet<Range<usize>> {
    let ticks = |from: &str| from.len() - from.trim_start_matches('`').len();
    let mut spans = HashSet::new();
    let mut start = 0;
    for cell in text.split_inclusive(['\n', '|']) {
        let mut at = 0;
        while let Some(found) = cell[at..].find(['`', '\\']) {
            at += found;
            let opening = ticks(&cell[at..]);
            if opening == 0 {
                // An escape: what follows, were it a backtick, opens nothing.
                at += 1 + cell[at + 1..].chars().next().map_or(0, char::len_utf8);
                continue;
            }
            let mut close = at + opening;
            while let Some(found) = cell[close..].find('`') {
                close += found;
                let closing = ticks(&cell[close..]);
                close += closing;
                if closing == opening {
                    spans.insert(start + at..start + close);
                    break;
                }
            }
            at = if spans.contains(&(start + at..start + close)) { close } else { at + opening };
        }
        start += cell.len();
    }
    spans
}

/// Whether an address leads to another page and does nothing else.
fn is_safe(address: &str) -> bool {
    match address.find([':', '/', '?', '#']) {
        Some(end) if address[end..].starts_with(':') => {
            SCHEMES.iter().any(|scheme| scheme.eq_ignore_ascii_case(&address[..end]))
        }
        _ => true,
    }
}

fn address(address: &str) -> String {
    quoted(address, "_#~@!", "%20")
}

/// The text with entities for punctuation, but for what is harmless anywhere and what to `keep`.
fn quoted(text: &str, keep: &str, blank: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == ' ' || c.is_control() {
            out.push_str(blank);
        } else if c.is_ascii_punctuation() && !"-./:?=,;%+".contains(c) && !keep.contains(c) {
            out.push_str(&format!("&#{};", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}
