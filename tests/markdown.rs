//! The pages of documentation, read by a parser: their tables say what the spec says, to the
//! letter, and no text of a spec reaches beyond its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "conformance/expected.rs"]
mod expected;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn specs() -> Vec<PathBuf> {
    let mut specs =
        vec![root().join("spec/codes.yaml"), root().join("tests/fixtures/markdown.yaml")];
    for case in fs::read_dir(root().join("tests/conformance/cases")).unwrap() {
        specs.push(case.unwrap().path().join("codes.yaml"));
    }
    assert!(specs.len() > 4, "found {} specs", specs.len());
    specs
}

/// The pages of a spec: name and text.
fn pages(spec: &Path) -> Vec<(String, String)> {
    let out = tempfile::tempdir().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(["--lang", "markdown", "--spec"])
        .arg(spec)
        .arg("--out")
        .arg(out.path())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let page = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    let files = fs::read_dir(out.path().join("markdown")).unwrap();
    files.map(|file| page(file.unwrap().path())).collect()
}

fn index(spec: &Path) -> String {
    pages(spec).into_iter().find(|(name, _)| name == "index").unwrap().1
}

fn parse(page: &str) -> Parser<'_> {
    Parser::new_ext(page, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The cells of the first table of a page, its head among them.
fn table(page: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
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
fn unshow(cell: &str) -> String {
    let mut parts = cell.split('⟨');
    let mut out = parts.next().unwrap().replace('⏎', "\n");
    for part in parts {
        let (hex, rest) = part.strip_prefix("U+").unwrap().split_once('⟩').unwrap();
        out.push(char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap());
        out.push_str(&rest.replace('⏎', "\n"));
    }
    out
}

/// The rows of the page over all locales, in the order of the spec, and its locales.
fn expected_rows(spec: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let text = fs::read_to_string(spec).unwrap();
    let order: Value = serde_yaml_upstream::from_str(&text).unwrap();
    let tags: Vec<String> = order["locales"].as_array().map_or_else(
        || vec!["en".to_owned()],
        |tags| tags.iter().map(|tag| tag.as_str().unwrap().to_owned()).collect(),
    );
    let read = expected::read(spec);
    let entries = read["codes"].as_array().unwrap();
    let rows = order["codes"].as_array().unwrap().iter().map(|typed| {
        let entry = entries.iter().find(|entry| entry["code"] == typed["code"]).unwrap();
        let mut row = vec![entry["code"].to_string(), entry["name"].as_str().unwrap().to_owned()];
        row.extend(tags.iter().map(|tag| entry["messages"][tag].as_str().unwrap().to_owned()));
        row
    });
    let rows = rows.collect();
    (tags, rows)
}

#[test]
fn tables_say_what_the_spec_says() {
    for spec in specs() {
        let (tags, rows) = expected_rows(&spec);
        let pages = pages(&spec);
        assert_eq!(pages.len(), tags.len() + 1, "{}", spec.display());
        for (name, page) in pages {
            let mut table = table(&page).into_iter();
            let mut head = vec!["Code".to_owned(), "Name".to_owned()];
            let mut wanted = rows.clone();
            if let Some(locale) = tags.iter().position(|tag| *tag == name) {
                head.push("Message".to_owned());
                for row in &mut wanted {
                    *row = vec![row[0].clone(), row[1].clone(), row[2 + locale].clone()];
                }
            } else {
                head.extend(tags.clone());
            }
            assert_eq!(table.next().unwrap(), head, "{name} of {}", spec.display());
            let table: Vec<_> = table.collect();
            assert_eq!(table.len(), wanted.len(), "{name} of {}", spec.display());
            for (found, wanted) in table.iter().zip(&wanted) {
                assert_eq!(found, wanted, "{name} of {}", spec.display());
            }
        }
    }
}

#[test]
fn the_real_table_is_the_seed() {
    let seed = fs::read_to_string(root().join("tests/fixtures/seed.md")).unwrap();
    let rows: Vec<Vec<String>> = seed
        .lines()
        .filter_map(|line| line.trim().strip_prefix('|')?.strip_suffix('|'))
        .map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect();
    let rows = &rows[2..];
    assert_eq!(rows.len(), 95);
    let table = table(&index(&root().join("spec/codes.yaml")));
    assert_eq!(table[0], ["Code", "Name", "zh", "en"]);
    let table: Vec<Vec<String>> =
        table[1..].iter().map(|r| vec![r[0].clone(), r[2].clone(), r[3].clone()]).collect();
    assert_eq!(table, rows);
}

/// What stands in a page, but for text.
#[derive(Default)]
struct Outline {
    ids: Vec<String>,
    links: BTreeSet<String>,
    headings: Vec<HeadingLevel>,
    lists: usize,
}

/// Fails where a page has what no template wrote.
fn outline(page: &str, what: &str) -> Outline {
    let mut outline = Outline::default();
    let mut depth = 0_usize;
    let parser = parse(page);
    assert_eq!(parser.reference_definitions().iter().count(), 0, "{what}");
    for event in parser {
        match &event {
            Event::Start(Tag::Heading { level, .. }) if *level != HeadingLevel::H6 => {
                assert_eq!(depth, 0, "a heading within {what}");
                outline.headings.push(*level);
            }
            Event::Start(Tag::List(_)) if depth == 0 => outline.lists += 1,
            Event::Start(Tag::CodeBlock(_)) => assert!(depth > 0, "code in {what}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let lower = dest_url.to_lowercase();
                let scheme = lower.split_once(':').map_or("", |(scheme, _)| scheme);
                assert!(["", "http", "https"].contains(&scheme), "{dest_url} in {what}");
                outline.links.insert(dest_url.to_string());
            }
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

#[test]
fn no_text_leaves_its_place() {
    for spec in specs() {
        let (_, rows) = expected_rows(&spec);
        for (name, page) in pages(&spec) {
            let what = format!("{name} of {}", spec.display());
            let outline = outline(&page, &what);
            let ids: BTreeSet<String> = outline.ids.iter().cloned().collect();
            let wanted: BTreeSet<String> = rows.iter().map(|r| format!("code-{}", r[0])).collect();
            assert_eq!(ids, wanted, "{what}");
            assert_eq!(outline.ids.len(), rows.len(), "{what}");
            for link in outline.links.iter().filter_map(|link| link.strip_prefix("#code-")) {
                assert!(ids.contains(&format!("code-{link}")), "#code-{link} in {what}");
            }
            let count = |level| outline.headings.iter().filter(|l| **l == level).count();
            assert_eq!(count(HeadingLevel::H1), 1, "{what}");
            assert_eq!(count(HeadingLevel::H3), rows.len(), "{what}");
            assert_eq!(outline.lists, rows.len(), "{what}");
            assert!(!page.contains('\t') && !page.contains('\u{202e}'), "{what}");
        }
    }
}

#[test]
fn codes_that_are_text_have_anchors_of_their_own() {
    let codes =
        ["a", "A", "a.b", "a/b", "a.2f.b", "\"<&>'", "(x)", "{x}", "é 中", "a\n", "`|`", "-1"];
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("codes.yaml");
    let entry = |(at, code)| serde_json::json!({ "code": code, "name": format!("N{at}") });
    let entries: Vec<Value> = codes.iter().enumerate().map(entry).collect();
    let text = serde_json::json!({ "format": 1, "type": "string", "codes": entries }).to_string();
    fs::write(&spec, text).unwrap();
    let page = index(&spec);
    let table = table(&page);
    let read: Vec<&str> = table[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(read, codes);
    let outline = outline(&page, "codes that are text");
    let ids: BTreeSet<&String> = outline.ids.iter().collect();
    assert_eq!(ids.len(), codes.len());
    let links: BTreeSet<String> = outline.ids.iter().map(|id| format!("#{id}")).collect();
    assert_eq!(outline.links, links);
}
