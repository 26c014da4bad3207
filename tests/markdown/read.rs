//! Reads pages with a Markdown parser.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

fn parse(page: &str) -> Parser<'_> {
    Parser::new_ext(page, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The cells of the first table of a page, its head among them.
pub(crate) fn table(page: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for event in parse(page) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => rows.last_mut().unwrap().push(String::new()),
            Event::Text(text) if !rows.is_empty() => {
                rows.last_mut().unwrap().last_mut().unwrap().push_str(&text);
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    rows.iter().map(|row| row.iter().map(|cell| unshow(cell)).collect()).collect()
}

/// Reads back what stands for hidden characters.
pub(crate) fn unshow(cell: &str) -> String {
    let mut parts = cell.split('⟨');
    let mut out = parts.next().unwrap().replace('⏎', "\n");
    for part in parts {
        let (hex, rest) = part.strip_prefix("U+").unwrap().split_once('⟩').unwrap();
        out.push(char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap());
        out.push_str(&rest.replace('⏎', "\n"));
    }
    out
}

/// What stands in a page, but for text.
#[derive(Default)]
pub(crate) struct Outline {
    /// The ids of elements, in order.
    pub(crate) ids: Vec<String>,
    /// The addresses in the first table, in order.
    pub(crate) rows: Vec<String>,
    /// All addresses.
    pub(crate) links: BTreeSet<String>,
    /// The levels of headings, but for those within lists: in texts of a spec they are the lowest.
    pub(crate) headings: Vec<usize>,
    /// How many lists there are, but for those within lists.
    pub(crate) lists: usize,
}

/// Fails where a page has what no template wrote.
pub(crate) fn outline(page: &str, what: &str) -> Outline {
    let mut outline = Outline::default();
    let mut depth = 0_usize;
    let mut is_below = false;
    let parser = parse(page);
    assert_eq!(parser.reference_definitions().iter().count(), 0, "{what}");
    for event in parser {
        match &event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                outline.headings.push(*level as usize);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                assert_eq!(*level, HeadingLevel::H6, "a heading within {what}");
            }
            Event::Start(Tag::List(_)) if depth == 0 => outline.lists += 1,
            Event::Start(Tag::CodeBlock(_)) => assert!(depth > 0, "code in {what}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let lower = dest_url.to_lowercase();
                let scheme = lower.split_once(':').map_or("", |(scheme, _)| scheme);
                assert!(["", "http", "https"].contains(&scheme), "{dest_url} in {what}");
                outline.links.insert(dest_url.to_string());
                // The first link is above the table where it leads to another page.
                if !is_below && dest_url.starts_with('#') {
                    outline.rows.push(dest_url.to_string());
                }
            }
            Event::End(TagEnd::Table) => is_below = true,
            Event::Html(html) => {
                let comment = html.trim_end().strip_prefix("<!-- ").expect(html);
                assert!(comment.strip_suffix(" -->").is_some_and(|c| !c.contains('>')), "{html}");
            }
            Event::InlineHtml(html) if **html == *"</a>" => {}
            Event::InlineHtml(html) => {
                let id = html.strip_prefix("<a id=\"").and_then(|h| h.strip_suffix("\">"));
                outline.ids.push(id.unwrap_or_else(|| panic!("{html} in {what}")).to_owned());
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    outline
}
