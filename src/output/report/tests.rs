//! What no case of the command line can show: every column of an excerpt, and edits.

use unicode_width::UnicodeWidthChar;

use super::*;
use crate::model::{Action, Edit, SourceId, Span, visible};

const TEXT: &str = "a: 错误。 😀e\u{301} ｆｕ\u{200b}\u{202e}x\t\u{1b}[31my\u{3000}한 end";

fn source(text: &str) -> (Sources, SourceId) {
    let mut sources = Sources::default();
    let id = sources.add("spec/错.yaml", text);
    (sources, id)
}

fn span(source: SourceId, start: usize, end: usize) -> Span {
    let offset = |at| u32::try_from(at).unwrap();
    Span { source, start: offset(start), end: offset(end) }
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

/// What stands above the carets of an excerpt of one line.
fn pointed_at(drawn: &str) -> String {
    let mut rows = drawn.lines().skip_while(|row| !row.starts_with("1 | "));
    let (shown, carets) = (&rows.next().unwrap()[4..], &rows.next().unwrap()[4..]);
    let start = carets.find('^').unwrap();
    let end = carets.rfind('^').unwrap() + 1;
    let mut column = 0;
    let mut above = String::new();
    for c in shown.chars() {
        let width = c.width().unwrap();
        // A mark without a width of its own belongs to what is before it.
        let is_above = width > 0 && (start..end).contains(&column);
        column += width;
        if is_above {
            above.push(c);
        }
    }
    above
}

#[test]
fn carets_stand_under_what_they_point_at() {
    for (before, after) in [(0, 0), (0, 3000), (3000, 0), (3000, 3000)] {
        let text = format!("{}{TEXT}{}", "前".repeat(before), "后".repeat(after));
        let (sources, id) = source(&text);
        let start = text.find(TEXT).unwrap();
        for (at, c) in TEXT.char_indices().filter(|(_, c)| c.width() != Some(0)) {
            let at = start + at;
            let finding = Diagnostic::error("rule", "wrong", span(id, at, at + c.len_utf8()));
            let expected = match c {
                '\t' => "    ".to_owned(),
                c => visible(&c.to_string()).into_owned(),
            };
            for width in [0, 80, 140] {
                let drawn = plain(&human(&[&finding.clone().here("here")], &sources, width, false));
                assert_eq!(pointed_at(&drawn), expected, "{drawn}");
                let column = text[..at].chars().count() + 1;
                assert!(drawn.contains(&format!("spec/错.yaml:1:{column}\n")), "{drawn}");
            }
        }
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    let text = "错 x".repeat(2000);
    let (sources, id) = source(&text);
    for (start, end) in [(0, 0), (0, 9000), (3000, 3001), (0, 5), (9995, 10_000), (10_000, 10_000)]
    {
        for words in ["", "a few words beside it"] {
            let finding = Diagnostic::error("rule", "wrong", span(id, start, end)).here(words);
            for width in [60, 80, 140] {
                let drawn = plain(&human(&[&finding], &sources, width, false));
                for row in drawn.lines() {
                    let columns: usize = row.chars().filter_map(UnicodeWidthChar::width).sum();
                    assert!(columns <= width, "{columns} columns of {width}:\n{drawn}");
                }
            }
        }
    }
}

#[test]
fn marks_without_a_width_are_cut_too() {
    let (sources, id) = source(&format!("a{}", "\u{301}".repeat(10_000)));
    let finding = Diagnostic::error("rule", "wrong", span(id, 0, 1));
    assert!(human(&[&finding], &sources, 80, false).chars().count() < 600);
}

#[test]
fn an_empty_line_is_a_line() {
    let (sources, id) = source("\n\na: b\n");
    let finding = Diagnostic::error("rule", "wrong", span(id, 5, 6)).label(span(id, 0, 0), "begin");
    assert_eq!(
        plain(&human(&[&finding], &sources, 80, false)),
        "error[rule]: wrong\n --> spec/错.yaml:3:4\n  |\n1 |\n  | - begin\n2 |\n3 | a: b\n  |    ^\n\n"
    );
}

#[test]
fn a_finding_with_many_places_shows_a_few() {
    let (sources, id) = source(&"a\n".repeat(3000));
    let mut finding = Diagnostic::error("rule", "wrong", span(id, 0, 1));
    for n in 1..1000 {
        finding = finding.label(span(id, n * 4, n * 4 + 1), "too");
    }
    let drawn = plain(&human(&[&finding], &sources, 80, true));
    assert_eq!(drawn.matches("too").count(), 7);
    assert!(drawn.contains("  = note: and 992 more places\n"), "{drawn}");
}

fn with_edits() -> (Sources, Diagnostic) {
    let (sources, id) = source("# 错\na: 错, b: c\n");
    let finding = Diagnostic::warning("rule", "wrong", span(id, 9, 12)).help("mend it");
    let finding = finding.edit(span(id, 9, 12), Action::Text(String::new()));
    (sources, finding)
}

fn run<'a>(
    sources: &'a Sources,
    findings: &'a [Diagnostic],
    replacements: &'a [Vec<Replacement>],
) -> Run<'a> {
    let (error, files) = (None, None);
    Run {
        status: 0,
        error,
        findings,
        sources,
        replacements,
        files,
        output: "",
        entries: &[],
        folder: "a",
    }
}

#[test]
fn edits_are_told_by_what_they_come_to() {
    let (sources, finding) = with_edits();
    let findings = [finding];
    let new = |edit: &Edit| Replacement { span: edit.span, text: "\"\"".into() };
    let replaced = [findings[0].edits.iter().map(new).collect()];
    let run = run(&sources, &findings, &replaced);
    let json: serde_json::Value = serde_json::from_str(&json(&run)).unwrap();
    let place = serde_json::json!({
        "file": "spec/错.yaml",
        "start": { "line": 2, "column": 4, "offset": 9 },
        "end": { "line": 2, "column": 5, "offset": 12 },
    });
    assert_eq!(json["findings"][0]["mendable"], true);
    assert_eq!(
        json["findings"][0]["edits"],
        serde_json::json!([{ "location": place, "text": "\"\"" }])
    );
    assert_eq!(json["summary"]["mendable"], 1);
    let sarif: serde_json::Value = serde_json::from_str(&sarif(&run, &|_| None)).unwrap();
    assert_eq!(
        sarif["runs"][0]["results"][0]["fixes"],
        serde_json::json!([{ "artifactChanges": [{
            "artifactLocation": { "uri": "a/spec/%E9%94%99.yaml" },
            "replacements": [{
                "deletedRegion": {
                    "startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5,
                },
                "insertedContent": { "text": "\"\"" },
            }],
        }] }])
    );
}

#[test]
fn what_edits_come_to_may_be_unknown() {
    let (sources, finding) = with_edits();
    let findings = [finding];
    let run = run(&sources, &findings, &[]);
    let json: serde_json::Value = serde_json::from_str(&json(&run)).unwrap();
    assert_eq!(json["findings"][0]["mendable"], true);
    assert_eq!(json["findings"][0]["edits"], serde_json::json!([]));
    assert!(!sarif(&run, &|_| None).contains("fixes"));
}

#[test]
fn nothing_is_lost_where_few_annotations_are_shown() {
    let (sources, id) = source(&"a\n".repeat(20_000));
    let findings: Vec<Diagnostic> = (0..300)
        .map(|n| {
            let rule = ["one", "two", "three"][if n < 5 { 0 } else { 1 + n % 2 }];
            Diagnostic::error(rule, "wrong", span(id, n * 100, n * 100 + 1))
        })
        .collect();
    let text = github(&run(&sources, &findings, &[]));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 9, "{text}");
    let more = |line: &&str| {
        let (before, _) = line.split_once(" more of ")?;
        before.rsplit(' ').next()?.parse::<usize>().ok()
    };
    let told: usize = lines.iter().filter_map(more).sum();
    assert_eq!(told + lines.len(), 300, "{text}");
    assert!(text.contains(" and 44 more places\n"), "{text}");
    assert!(text.contains(" and 45 more places\n"), "{text}");
}
