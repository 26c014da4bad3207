//! What holds for edits of any text: they change nothing else, and once is enough.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs)]

use codegen::model::node::{Node, Value};
use codegen::model::{Action, Diagnostic, Edit, SourceId, Sources, Span};
use codegen::spec::edit::{self, Outcome};
use codegen::{lint, output, spec};
use proptest::prelude::*;
use proptest::sample::Index;

/// Specs that are typed in every way there is, and wrong in ways that can be mended.
const SPECS: [&str; 4] = [
    include_str!("cmd/lint-fix/in/spec/codes.yaml"),
    include_str!("cmd/lint-fix-styles/in/spec/codes.yaml"),
    include_str!("cmd/lint-fix-endings/in/spec/codes.yaml"),
    include_str!("conformance/cases/full/codes.yaml"),
];

/// What is right, and what somebody else would type.
const DEFECTS: [(&str, &str); 11] = [
    ("http: 409", "http: '4_09'"),
    ("retryable: true", "Retryable: Yes"),
    ("since: 2.1.0", "since: 2.10"),
    ("pt-BR", "pt_BR"),
    ("kind: success", "Kind: SUCCESS"),
    ("grpc: ABORTED", "grpc: \"aborted\""),
    ("ORDER_CONFLICT", "orderConflict"),
    ("order-v2", "Order V2"),
    ("format: 1", "format: '01'"),
    ("code: -1", "code: >-\n      -1"),
    ("    message:", "    # a comment\n    message:"),
];

/// What a slip of the keyboard puts into a spec.
const SLIPS: [&str; 16] =
    ["", " ", "\n", ": ", "#", "'", "\"", "- ", "[", "}", ",", "&a ", "*a", "!!str ", "| ", "错"];

/// Texts that are easy and hard to write.
const TEXTS: [&str; 16] = [
    "",
    "x",
    " x ",
    "x y",
    "错误。",
    "a: b",
    "a # b",
    "it's",
    "\"",
    "\\",
    "one\ntwo",
    "one\n\n two\n",
    "\n",
    "true",
    "- [x",
    "\u{200b}\u{7}\u{2028}\t",
];

struct Read {
    sources: Sources,
    id: SourceId,
    root: Node,
}

fn read(text: &str) -> Option<Read> {
    let mut sources = Sources::default();
    let id = sources.add("codes.yaml", text);
    let root = spec::yaml::parse(id, &sources).ok()?;
    Some(Read { sources, id, root })
}

fn findings(read: &Read) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let head = spec::head(&read.root, &mut findings);
    let main = spec::File { root: &read.root, source: read.sources.get(read.id) };
    let catalog = spec::catalog(head, main, &[], &mut findings);
    lint::lint(&catalog, &[], &mut findings);
    output::sort(&mut findings);
    findings
}

/// Mends a spec as often as there is something to mend, and checks every round.
fn mended(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..12 {
        let Some(read) = read(&text) else { return text };
        let findings = findings(&read);
        let mends: Vec<&[Edit]> =
            findings.iter().map(|f| f.edits.as_slice()).filter(|e| !e.is_empty()).collect();
        let Some(new) = applied(&read, &text, &mends) else { return text };
        text = new;
    }
    panic!("there is no end to what can be mended in\n{text}");
}

/// Makes edits; the new text, if it is another, reads and differs only where it is to.
fn applied(old: &Read, text: &str, mends: &[&[Edit]]) -> Option<String> {
    let edited = edit::apply(mends, &old.sources);
    assert_eq!(edited.outcomes.len(), mends.len());
    let [(source, new)] = edited.texts.as_slice() else {
        assert!(edited.texts.is_empty());
        return None;
    };
    assert_eq!(*source, old.id);
    assert!(read(new).is_some(), "does not read:\n{new}");
    let done = mends.iter().zip(&edited.outcomes).filter(|(_, o)| **o == Outcome::Done);
    let mut changed: Vec<_> =
        done.flat_map(|(edits, _)| *edits).map(|e| touched(text, e)).collect();
    changed.sort_unstable();
    assert!(!changed.is_empty());
    assert!(keeps_the_rest(text, new, &changed), "{changed:?} of\n{text}\nbecame\n{new}");
    Some(new.clone())
}

/// The bytes that an edit may change: its span, with the header of a block scalar and what stands
/// at the end of its last line; of an item or field that goes, all lines that it is in.
fn touched(text: &str, edit: &Edit) -> (usize, usize) {
    let range = edit.span.range();
    if edit.action == Action::RemoveItem {
        let line = |at: usize| text[..at].rfind('\n').map_or(0, |i| i + 1);
        let start = line(range.start);
        // The last item of a block goes with the field in the line above.
        let is_in_block = text[start..range.start].trim() == "-";
        let start = if is_in_block { line(start.saturating_sub(1)) } else { start };
        return (start, text[range.end..].find('\n').map_or(text.len(), |i| range.end + i + 1));
    }
    let above = text[..range.start].trim_end();
    let header = above.rfind('\n').map_or(0, |i| i + 1);
    let is_first = text[header..range.start].contains('\n');
    match above[header..].find(['|', '>']) {
        Some(at) if is_first => {
            let blanks = text[range.end..].len() - text[range.end..].trim_start_matches(' ').len();
            (header + at, range.end + blanks)
        }
        _ => (range.start, range.end),
    }
}

/// Whether the bytes that were not to change are there in order.
fn keeps_the_rest(old: &str, new: &str, changed: &[(usize, usize)]) -> bool {
    let mut kept = Vec::new();
    let mut at = 0;
    for (start, end) in changed {
        kept.push(&old[at..(*start).max(at)]);
        at = (*end).max(at);
    }
    let (first, last) = (kept.remove(0), &old[at..]);
    let Some(inner) = new.strip_prefix(first).and_then(|new| new.strip_suffix(last)) else {
        return false;
    };
    let mut rest = inner;
    kept.iter().all(|part| match rest.find(part) {
        Some(found) => {
            rest = &rest[found + part.len()..];
            true
        }
        None => false,
    })
}

/// Every node with its path: the turn in each collection on the way.
fn nodes<'a>(node: &'a Node, path: &mut Vec<usize>, all: &mut Vec<(Vec<usize>, &'a Node)>) {
    all.push((path.clone(), node));
    let children: Vec<&Node> = match &node.value {
        Value::List(items) => items.iter().collect(),
        Value::Map(pairs) => pairs.iter().flat_map(|(key, value)| [key, value]).collect(),
        _ => Vec::new(),
    };
    for (turn, child) in children.into_iter().enumerate() {
        path.push(turn);
        nodes(child, path, all);
        path.pop();
    }
}

/// A text with its line breaks as `is_crlf` says.
fn ended(text: &str, is_crlf: bool) -> String {
    let unix = text.replace("\r\n", "\n");
    if is_crlf { unix.replace('\n', "\r\n") } else { unix }
}

fn spoil(text: &str, defects: &[bool], slips: &[(Index, usize, usize)]) -> String {
    let mut text = text.to_owned();
    for ((right, wrong), _) in DEFECTS.iter().zip(defects).filter(|(_, is_in)| **is_in) {
        text = text.replace(right, wrong);
    }
    for (at, removed, slip) in slips {
        let boundaries: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
        let from = at.index(boundaries.len());
        let to = (from + removed).min(boundaries.len() - 1);
        text.replace_range(boundaries[from]..boundaries[to], SLIPS[*slip]);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mended_spec_differs_only_where_it_was_wrong_and_once_is_enough(
        spec in 0..SPECS.len(),
        is_crlf in any::<bool>(),
        defects in prop::collection::vec(any::<bool>(), DEFECTS.len()),
        slips in prop::collection::vec((any::<Index>(), 0_usize..4, 0..SLIPS.len()), 0..3),
    ) {
        let once = mended(&ended(&spoil(SPECS[spec], &defects, &slips), is_crlf));
        prop_assert_eq!(mended(&once), once);
    }

    #[test]
    fn any_text_can_be_put_in_any_place(
        spec in 0..SPECS.len(),
        is_crlf in any::<bool>(),
        edits in prop::collection::vec((any::<Index>(), 0..TEXTS.len(), 0..3_usize), 1..6),
    ) {
        let text = ended(SPECS[spec], is_crlf);
        let old = read(&text).unwrap();
        let mut all = Vec::new();
        nodes(&old.root, &mut Vec::new(), &mut all);
        all.retain(|(_, node)| !matches!(node.value, Value::List(_) | Value::Map(_)));
        let edits: Vec<(Vec<usize>, Edit)> = edits.iter().map(|(at, new, action)| {
            let (path, node) = &all[at.index(all.len())];
            let new = TEXTS[*new].to_owned();
            let action = if *action == 0 { Action::Plain(new) } else { Action::Text(new) };
            (path.clone(), Edit { span: node.span, action })
        }).collect();
        let mends: Vec<&[Edit]> = edits.iter().map(|(_, edit)| std::slice::from_ref(edit)).collect();
        let edited = edit::apply(&mends, &old.sources);
        let new = applied(&old, &text, &mends).unwrap_or(text);
        let new = read(&new).unwrap();
        let mut now = Vec::new();
        nodes(&new.root, &mut Vec::new(), &mut now);
        for ((path, edit), outcome) in edits.iter().zip(&edited.outcomes) {
            let Action::Text(wanted) = &edit.action else { continue };
            match outcome {
                Outcome::Done => {
                    let found = now.iter().find(|(other, _)| other == path).map(|(_, node)| *node);
                    prop_assert_eq!(found.and_then(Node::as_text), Some(wanted.as_str()));
                }
                Outcome::Later => {}
                // What is no text may swallow what stands behind it.
                Outcome::Refused(_) => prop_assert!(
                    edits.iter().any(|(_, edit)| matches!(edit.action, Action::Plain(_))),
                    "{wanted:?} at {path:?} in\n{}",
                    old.sources.get(old.id).text
                ),
            }
        }
    }

    #[test]
    fn any_item_can_go(spec in 0..SPECS.len(), at in any::<Index>(), is_crlf in any::<bool>()) {
        let text = ended(SPECS[spec], is_crlf);
        let old = read(&text).unwrap();
        let mut all = Vec::new();
        nodes(&old.root, &mut Vec::new(), &mut all);
        let items: Vec<Span> = all.iter().flat_map(|(_, node)| match &node.value {
            Value::List(items) => items.iter().map(|item| item.span).collect(),
            _ => Vec::new(),
        }).collect();
        let edit = [Edit { span: items[at.index(items.len())], action: Action::RemoveItem }];
        let edited = edit::apply(&[&edit], &old.sources);
        if edited.outcomes == [Outcome::Done] {
            let new = &edited.texts[0].1;
            prop_assert!(read(new).is_some());
            // Nothing but whole comments may be left of what was between.
            prop_assert!(new.len() < text.len());
            let mut rest = text.chars();
            prop_assert!(new.chars().all(|c| rest.any(|other| other == c)), "{new}");
        }
    }
}

#[test]
fn there_is_something_to_mend() {
    for spec in &SPECS[..3] {
        assert_ne!(mended(spec), *spec);
    }
    let defects = [true; DEFECTS.len()];
    assert_ne!(spoil(SPECS[3], &defects, &[]), SPECS[3]);
    let read = read(&mended(&spoil(SPECS[3], &defects, &[]))).unwrap();
    let errors: Vec<_> = findings(&read).into_iter().filter(Diagnostic::is_error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
