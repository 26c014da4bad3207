//! The pages of documentation, read by parsers: their tables say what the spec says, to the
//! letter, no text of a spec reaches beyond its place, and every link leads somewhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "conformance/expected.rs"]
mod expected;
#[path = "conformance/language.rs"]
mod language;
#[path = "markdown/pages.rs"]
mod pages;
#[path = "conformance/random.rs"]
mod random;
#[path = "markdown/read.rs"]
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use language::Language;
use pages::{Run, Spec, root, seed, specs};
use read::{outline, table, unshow};
use serde_json::Value;

/// Names the first row that differs; two whole tables would be no message.
fn assert_same(found: &[Vec<String>], wanted: &[Vec<String>], what: &str) {
    assert_eq!(found.len(), wanted.len(), "{what}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert_eq!(found, wanted, "{what}");
    }
}

#[test]
fn tables_say_what_the_spec_says() {
    for spec in specs() {
        for run in Run::all(spec) {
            let names: Vec<&String> = run.pages.keys().collect();
            assert_eq!(names, run.names().iter().collect::<Vec<_>>(), "{}", run.name());
            for (name, page) in &run.pages {
                assert_same(&table(page), &run.table(name), &format!("{name} of {}", run.name()));
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
    let real = Spec::read("real", root().join("spec/codes.yaml"));
    let table = table(&Run::all(&real)[0].pages["index"]);
    assert_eq!(table[0], ["Code", "Name", "zh", "en"]);
    let table: Vec<Vec<String>> =
        table[1..].iter().map(|r| vec![r[0].clone(), r[2].clone(), r[3].clone()]).collect();
    assert_eq!(table, rows);
}

#[test]
fn no_text_leaves_its_place() {
    for spec in specs() {
        for run in Run::all(spec) {
            for (name, page) in &run.pages {
                let what = format!("{name} of {}", run.name());
                let outline = outline(page, &what);
                let count = |level| outline.headings.iter().filter(|l| **l == level).count();
                assert_eq!(outline.headings[0], run.heading, "{what}");
                assert_eq!(count(run.heading), 1, "{what}");
                assert!(count(run.heading + 1) > 0, "{what}");
                assert_eq!(count(run.heading + 2), spec.rows.len(), "{what}");
                let all: usize = (0..3).map(|below| count(run.heading + below)).sum();
                assert_eq!(all, outline.headings.len(), "{what}");
                assert_eq!(outline.lists, spec.lists(), "{what}");
                assert!(!page.contains('\t') && !page.contains('\u{202e}'), "{what}");
            }
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for spec in specs() {
        for run in Run::all(spec) {
            let names = run.names();
            let mut seen = BTreeSet::new();
            for (name, page) in &run.pages {
                let what = format!("{name} of {}", run.name());
                let outline = outline(page, &what);
                let ids: BTreeSet<&String> = outline.ids.iter().collect();
                assert_eq!(outline.ids.len(), spec.rows.len(), "{what}");
                assert_eq!(ids.len(), spec.rows.len(), "an id twice in {what}");
                // Each row leads to its own entry, whose id is a matter of its code alone.
                assert_eq!(outline.rows.len(), spec.rows.len(), "{what}");
                let links: BTreeSet<&String> = outline.rows.iter().collect();
                assert_eq!(links.len(), spec.rows.len(), "a link twice in {what}");
                for (row, link) in spec.rows.iter().zip(&outline.rows) {
                    assert!(ids.contains(&link[1..].to_owned()), "{link} in {what}");
                    if row[0].bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)) {
                        assert_eq!(*link, format!("#code-{}", row[0]), "{what}");
                    }
                }
                for link in outline.links.iter().filter(|link| link.starts_with("#code-")) {
                    assert!(ids.contains(&link[1..].to_owned()), "{link} in {what}");
                }
                let page_of = |link: &String| Some(link.strip_suffix(".md")?.to_owned());
                let pages: BTreeSet<String> = outline.links.iter().filter_map(page_of).collect();
                assert!(pages.iter().all(|page| names.contains(page)), "{pages:?} in {what}");
                assert_eq!(pages.is_empty(), names.len() == 1, "{what}");
                seen.extend(pages);
            }
            assert!(seen.len() == names.len() || names.len() == 1, "{seen:?} of {}", run.name());
        }
    }
}

#[test]
fn codes_that_are_text_have_anchors_that_stay() {
    let anchors = [
        ("a", "a"),
        ("A", "A"),
        ("a.b", "a.2e.b"),
        ("a/b", "a.2f.b"),
        ("a.2f.b", "a.2e.2f.2e.b"),
        ("\"<&>'", ".22..3c..26..3e..27."),
        ("(x)", ".28.x.29."),
        ("{x}", ".7b.x.7d."),
        ("é 中", "é.20.中"),
        ("a\n", "a.a."),
        ("`|`", ".60..7c..60."),
        ("-1", "-1"),
        ("\u{202e}\u{e0041}", ".202e..e0041."),
    ];
    let entry = |at: usize, code| serde_json::json!({ "code": code, "name": format!("N{at}") });
    let entries: Vec<Value> =
        anchors.iter().enumerate().map(|(at, (code, _))| entry(at, *code)).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("codes.yaml");
    let text = serde_json::json!({ "format": 1, "type": "string", "codes": entries });
    fs::write(&path, text.to_string()).unwrap();
    let spec = Spec::read("codes that are text", path).tame();
    let ids = outline(&Run::all(&spec)[0].pages["index"], &spec.name).ids;
    assert_eq!(ids, anchors.map(|(_, anchor)| format!("code-{anchor}")));
}

#[test]
fn the_documentation_shows_a_part_of_a_page() {
    let document = fs::read_to_string(root().join("docs/generated-code.md")).unwrap();
    let block = |info: &str| {
        let (_, rest) = document.split_once(&format!("\n```{info}\n")).unwrap();
        rest.split_once("\n```\n").unwrap().0
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("codes.yaml");
    fs::write(&path, block("yaml codes.yaml")).unwrap();
    let spec = Spec::read("documentation", path);
    let page = &Run::all(&spec)[0].pages["en"];
    assert!(page.contains(&format!("\n{}\n", block("markdown en.md"))), "{page}");
}

/// The linter and the formatter have nothing to say, and another engine reads the same tables.
#[test]
fn other_tools_read_the_same() {
    let tools = Language::read(&root().join("tests/markdown"), "lint");
    let Some(folder) = tools.tools(&root().join(".tools")) else { return };
    let work = root().join("target/markdown/pages");
    let _ = fs::remove_dir_all(&work);
    let mut wanted = BTreeMap::new();
    for spec in specs() {
        if spec.is_wild {
            // How a text of the spec uses Markdown is its author's affair.
            lay(spec, "wild", &work, &mut wanted);
            lay(&spec.tame(), "clean", &work, &mut wanted);
        } else {
            lay(spec, "clean", &work, &mut wanted);
        }
    }
    let printed = tools.run(&work, &folder);
    let tables: BTreeMap<String, Vec<Vec<String>>> = serde_json::from_str(&printed).unwrap();
    assert_eq!(tables.len(), wanted.len());
    for (file, table) in &tables {
        let table: Vec<Vec<String>> =
            table.iter().map(|row| row.iter().map(|cell| unshow(cell)).collect()).collect();
        assert_same(&table, &wanted[file], &format!("{file}, CODEGEN_SEED={}", seed()));
    }
}

/// Writes the pages of a spec, and what their tables must say.
fn lay(spec: &Spec, kind: &str, work: &Path, wanted: &mut BTreeMap<String, Vec<Vec<String>>>) {
    for run in Run::all(spec) {
        let folder = format!("{kind}/{}-{}", spec.name, run.heading);
        fs::create_dir_all(work.join(&folder)).unwrap();
        for (name, page) in &run.pages {
            let file = format!("{folder}/{name}.md");
            fs::write(work.join(&file), page).unwrap();
            wanted.insert(file, run.table(name));
        }
    }
}
