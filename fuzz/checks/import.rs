//! Any bytes as a table, in every format.

use codegen::import::{self, Choice, Page, Shape};
use codegen::model::{Catalog, Code, Diagnostic, Draft, DraftEntry, Edit, Sources, Span};
use codegen::spec;
use codegen::spec::edit::{self, Outcome};

use super::read::{Levels, read};
use super::tables::{assert_says, catalog};

/// What tables are brought into.
const SPEC: &str = "\
format: 1
locales: [zh, en]
groups:
  - { name: common }   # the first
reserved: { codes: [7] }
codes:
  - { code: 0, name: OK, kind: success, message: { en: Done. } }
  - code: 100
    name: SIGNATURE_ERROR
    message:
      zh: '签名错误'
";

/// As many as `codegen import --into` makes.
const ROUNDS: usize = 12;

/// Reads bytes as a table of each format; what is imported makes a sound spec, goes into another,
/// and comes back from the tables that it is exported to.
pub fn import(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let (place, pages) = pages(&text);
    let mut is_any = false;
    for (page, mut findings) in pages {
        let draft = import::draft(&page, place, &[], None, &mut findings);
        for label in findings.iter().flat_map(|finding| &finding.labels) {
            assert!(text.get(label.span.range()).is_some(), "{label:?} in {findings:?}");
        }
        assert_nothing_is_lost(&page, &draft, &findings);
        into(&page, place);
        if draft.entries.is_empty() {
            continue;
        }
        is_any = true;
        let emitted = spec::emit(&draft);
        let read = catalog(&emitted);
        let codes: Vec<&Code> = read.entries.iter().map(|e| &e.code.value).collect();
        let wanted: Vec<&Code> = draft.entries.iter().map(|e| &e.code).collect();
        assert_eq!(codes, wanted);
        assert_says(&emitted, &draft);
        for shape in [Shape::Csv, Shape::Tsv, Shape::Json, Shape::Markdown] {
            exported(&read, shape);
        }
    }
    is_any
}

/// Brings a page into a spec, as often as that changes anything.
fn into(page: &Page, place: Span) {
    let mut text = SPEC.to_owned();
    let mut known = catalog(&text);
    let draft = import::draft(page, place, &[], Some(&known), &mut Vec::new());
    for _ in 0..ROUNDS {
        let mut sources = Sources::default();
        let id = sources.add("codes.yaml", text.as_str());
        let root = spec::yaml::parse(id, &sources).unwrap();
        let files = [spec::File { root: &root, source: sources.get(id) }];
        let steps = spec::merge::merge(&draft, &known, &files, &mut Vec::new());
        let edits: Vec<&[Edit]> = steps.iter().map(|step| step.edits.as_slice()).collect();
        let edited = edit::apply(&edits, &sources);
        let done = steps.iter().zip(&edited.outcomes).filter(|(_, how)| **how == Outcome::Done);
        let added: usize = done.map(|(step, _)| step.added).sum();
        let Some((_, new)) = edited.texts.into_iter().next() else { return };
        text = new;
        let count = known.entries.len();
        let read = read(&text, &Levels::new());
        let Some(catalog) = read.catalog else { panic!("it reads no more:\n{text}") };
        known = catalog;
        assert_eq!(known.entries.len(), count + added, "{text}");
        let errors: Vec<_> = read.findings.iter().filter(|f| f.is_error()).collect();
        if !errors.is_empty() {
            // Nothing would be written. No other error comes of a table.
            let is_type = errors.iter().all(|error| error.rule == "code-out-of-type");
            assert!(is_type, "{errors:#?}\n{text}");
            return;
        }
    }
    panic!("there is always more to bring into\n{text}");
}

/// Exports a catalog, and reads the table.
fn exported(catalog: &Catalog, shape: Shape) {
    let text = import::export(catalog, shape);
    assert!(text.ends_with('\n'), "{text}");
    let mut sources = Sources::default();
    let id = sources.add("table", text.as_str());
    let mut findings = Vec::new();
    let page = match shape {
        Shape::Csv => import::delimited(id, &sources, Some(','), &mut findings),
        Shape::Tsv => import::delimited(id, &sources, Some('\t'), &mut findings),
        Shape::Markdown => import::markdown(id, &sources, &mut findings),
        Shape::Json => import::objects(&spec::yaml::parse(id, &sources).unwrap(), &mut findings),
    };
    // Codes that no column of codes has elsewhere must be told: `--column code=1`.
    let told: Vec<Choice> = Choice::parse("code=1").into_iter().collect();
    let draft = import::draft(&page, sources.start_of(id), &told, Some(catalog), &mut findings);
    let codes: Vec<&Code> = draft.entries.iter().map(|entry| &entry.code).collect();
    let wanted: Vec<&Code> = catalog.entries.iter().map(|entry| &entry.code.value).collect();
    assert_eq!(codes, wanted, "{shape:?}: {findings:#?}\n{text}");
}

/// Reads a text in every format; gives where it begins, and the pages with what was found.
fn pages(text: &str) -> (Span, Vec<(Page, Vec<Diagnostic>)>) {
    let mut sources = Sources::default();
    let id = sources.add("table", text);
    let mut pages = Vec::new();
    let mut read = |read: &dyn Fn(&mut Vec<Diagnostic>) -> Page| {
        let mut findings = Vec::new();
        let page = read(&mut findings);
        pages.push((page, findings));
    };
    read(&|findings| import::markdown(id, &sources, findings));
    for separator in [None, Some('\t')] {
        read(&|findings| import::delimited(id, &sources, separator, findings));
    }
    if let Ok(root) = spec::yaml::parse(id, &sources) {
        read(&|findings| import::objects(&root, findings));
    }
    (sources.start_of(id), pages)
}

fn is_within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Every row with anything in it is imported, or something is said of it or of its table.
fn assert_nothing_is_lost(page: &Page, draft: &Draft, findings: &[Diagnostic]) {
    let told = |place: Span| {
        let is_it = |label: Span| is_within(label, place);
        findings.iter().any(|f| f.labels.first().is_some_and(|label| is_it(label.span)))
    };
    for table in &page.tables {
        let has_codes = !findings.iter().any(|f| {
            f.rule == "table-without-codes"
                && f.labels.first().is_some_and(|label| is_within(label.span, table.span))
        });
        for row in table.rows.iter().filter(|row| has_codes && !row.is_blank()) {
            // The key of an object stands before it.
            let places = || row.cells.iter().map(|cell| cell.span).chain([row.span]);
            let is_of_row = |entry: &DraftEntry| places().any(|place| is_within(entry.span, place));
            let is_imported = draft.entries.iter().any(is_of_row);
            // A row whose codes stand further up may complete those.
            let completes = || row.cells.iter().any(|cell| told(cell.span));
            let is_known = is_imported || told(row.span) || completes();
            let is_absorbed = || {
                draft.entries.iter().any(|entry| {
                    row.cells
                        .iter()
                        .any(|cell| entry.message.iter().any(|(_, text)| *text == cell.value))
                })
            };
            assert!(is_known || is_absorbed(), "{row:?} in {findings:#?}");
        }
    }
}
