//! What holds for any table: reading it never panics, every finding points into it, each row is
//! imported or listed, and what is imported is read back from the spec to the letter.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

// Here only tables count.
#[allow(dead_code, unreachable_pub)]
#[path = "../fuzz/checks/mod.rs"]
mod checks;

use checks::import;
use checks::tables::{assert_says, catalog};
use codegen::model::{
    Code, CodeType, Draft, DraftEntry, DraftName, Edit, Kind, Locale, Localized, Origin, Sources,
};
use codegen::spec;
use codegen::spec::edit::{self, Outcome};
use proptest::prelude::*;

/// What people, and those who mean no good, put into tables.
const SNIPPETS: [&str; 48] = [
    "",
    " ",
    "\n",
    "\r\n",
    "\t",
    "|",
    "\\|",
    "\\",
    "---",
    "|---|---|\n",
    "#",
    "## 设备\n",
    "```\n",
    "<!--",
    "-->",
    ">",
    "<br>",
    "<b>",
    "&lt;",
    "&#0;",
    "`",
    "**",
    "[a](b)",
    "[",
    "\"",
    "\"\"",
    ",",
    ";",
    "{",
    "}",
    "{}",
    ":",
    "code",
    "错误码",
    "中文",
    "HTTP",
    "name",
    "100",
    "-1",
    "１００：",
    "112～116",
    "1-100000000000",
    "0x1F",
    "签名错误",
    "\u{feff}",
    "\u{202e}",
    "😀",
    "99999999999999999999999999999999999999999",
];

fn text() -> impl Strategy<Value = String> {
    let joined = |at: Vec<usize>| at.into_iter().map(|at| SNIPPETS[at]).collect::<String>();
    let snippets = move |most| prop::collection::vec(0..SNIPPETS.len(), 0..most).prop_map(joined);
    let cell = prop_oneof![snippets(3), "[0-9]{1,2}", "[a-z 错误]{1,6}"];
    let row = prop::collection::vec(cell, 1..5);
    let rows = prop::collection::vec(row, 1..8);
    let table = (rows, 0..3_usize).prop_map(|(rows, format)| {
        let (head, separator, ends) = [
            ("|错误码|中文|英文|\n|---|---|---|\n", "|", "|"),
            ("code,zh,en\n", ",", ""),
            ("code\tzh\ten\n", "\t", ""),
        ][format];
        let rows = rows.iter().map(|row| format!("{ends}{}{ends}\n", row.join(separator)));
        head.to_owned() + &rows.collect::<String>()
    });
    prop_oneof![any::<String>(), snippets(40), table]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic_and_loss(text in text()) {
        import(text.as_bytes());
    }

    #[test]
    fn a_draft_is_read_back_to_the_letter(draft in drafts()) {
        let text = spec::emit(&draft);
        assert_says(&text, &draft);
        let read = catalog(&text);
        let names: Vec<&str> = read.entries.iter().map(|e| e.name.value.as_str()).collect();
        let wanted: Vec<&str> = draft.entries.iter().map(|e| e.name.text.as_str()).collect();
        prop_assert_eq!(names, wanted);
        for (entry, own) in read.entries.iter().zip(&draft.entries) {
            prop_assert_eq!(entry.http, own.http);
            prop_assert_eq!(entry.kind, own.kind);
        }
    }

    #[test]
    fn a_draft_goes_into_a_spec_once(old in drafts(), new in drafts()) {
        // Texts that differ from others only in white space at their ends are no change.
        let new = trimmed(new);
        let (merged, added) = merged(&spec::emit(&old), &new);
        assert_says(&merged, &new);
        let others = old.entries.iter().filter(|own| new.entries.iter().all(|e| e.code != own.code));
        let rest = Draft { entries: others.cloned().collect(), ..old.clone() };
        assert_says(&merged, &rest);
        prop_assert!(added >= new.entries.len().saturating_sub(old.entries.len()));
        prop_assert_eq!(self::merged(&merged, &new), (merged, 0));
    }
}

fn drafts() -> impl Strategy<Value = Draft> {
    let message = prop_oneof![any::<String>(), "[a-z{}:#'\" ,\\\\|“”‘’\u{4e00}-\u{4e10}\n]{0,12}"];
    let texts = prop::collection::vec(prop::option::of(message), 2);
    let entry = (texts, prop::option::of(100_u16..600), any::<bool>());
    let entries = prop::collection::btree_map(-3_i32..12, entry, 1..8);
    (entries, any::<bool>()).prop_map(|(entries, is_flipped)| {
        let tags = if is_flipped { ["ja", "en"] } else { ["en", "zh"] };
        let mut sources = Sources::default();
        let id = sources.add("", "");
        let span = sources.start_of(id);
        let entries = entries.into_iter().map(|(code, (texts, http, is_success))| DraftEntry {
            span,
            code: Code::Int(code.into()),
            name: DraftName { text: format!("N{}", code + 3), origin: Origin::Proposed },
            kind: if is_success { Kind::Success } else { Kind::Error },
            message: Localized(texts.into_iter().map(|t| t.filter(|t| !t.is_empty())).collect()),
            description: Localized(vec![None, None]),
            remedy: Localized(vec![None, None]),
            http,
            group: None,
        });
        Draft {
            title: None,
            locales: tags.iter().map(|tag| Locale::parse(tag).unwrap()).collect(),
            code_type: CodeType::I32,
            groups: Vec::new(),
            entries: entries.collect(),
        }
    })
}

/// The draft as a table gives it.
fn trimmed(mut draft: Draft) -> Draft {
    let trim = |text: String| {
        let lines = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    };
    for entry in &mut draft.entries {
        let texts = std::mem::take(&mut entry.message.0);
        let texts = texts.into_iter().map(|text| text.map(trim).filter(|text| !text.is_empty()));
        entry.message = Localized(texts.collect());
    }
    draft
}

/// The spec with a draft in it, and how many entries that added.
fn merged(text: &str, draft: &Draft) -> (String, usize) {
    let mut text = text.to_owned();
    let mut added = 0;
    for _ in 0..12 {
        let mut sources = Sources::default();
        let id = sources.add("codes.yaml", text.as_str());
        let root = spec::yaml::parse(id, &sources).unwrap();
        let files = [spec::File { root: &root, source: sources.get(id) }];
        let mut findings = Vec::new();
        let steps = spec::merge::merge(draft, &catalog(&text), &files, &mut findings);
        assert!(findings.is_empty(), "{findings:#?}");
        if steps.is_empty() {
            return (text, added);
        }
        let edits: Vec<&[Edit]> = steps.iter().map(|step| step.edits.as_slice()).collect();
        let edited = edit::apply(&edits, &sources);
        for (step, outcome) in steps.iter().zip(&edited.outcomes) {
            assert!(!matches!(outcome, Outcome::Refused(_)), "{step:#?}\n{text}");
            added += if *outcome == Outcome::Done { step.added } else { 0 };
        }
        text = edited.texts.into_iter().next().unwrap().1;
    }
    panic!("there is always more to do\n{text}");
}
