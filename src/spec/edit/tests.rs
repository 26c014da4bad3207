//! What edits make of texts, style by style. Every text is read again by `apply` itself; here it
//! is the bytes that count.

mod insert;
mod remove;
mod scalar;
mod several;

use super::{Edited, Outcome, Refusal, apply};
use crate::model::node::{Node, Value};
use crate::model::{Action, Edit, Sources, Span};
use crate::spec::yaml;

/// A text as action.
fn text(text: &str) -> Action {
    Action::Text(text.to_owned())
}

/// Makes edits, each a mend of its own, at the nodes that are typed like this.
fn edited(source: &str, edits: &[(&str, Action)]) -> (String, Vec<Outcome>) {
    let mut sources = Sources::default();
    let id = sources.add("codes.yaml", source);
    let root = yaml::parse(id, &sources).unwrap();
    let mut spans = Vec::new();
    collect(&root, &mut spans);
    let edit = |(typed, action): &(&str, Action)| {
        let span = spans.iter().find(|span| &source[span.range()] == *typed);
        vec![Edit {
            span: *span.unwrap_or_else(|| panic!("{typed} in {spans:?}")),
            action: action.clone(),
        }]
    };
    let edits: Vec<Vec<Edit>> = edits.iter().map(edit).collect();
    let mends: Vec<&[Edit]> = edits.iter().map(Vec::as_slice).collect();
    let Edited { mut texts, outcomes } = apply(&mends, &sources);
    (texts.pop().map_or(source.to_owned(), |(_, text)| text), outcomes)
}

/// Makes one edit.
fn one(source: &str, typed: &str, action: Action) -> String {
    let (text, outcomes) = edited(source, &[(typed, action)]);
    assert_eq!(outcomes, [Outcome::Done], "{source}");
    text
}

/// Why an edit can't be made; the text must be as it was.
fn refused(source: &str, typed: &str, action: Action) -> Refusal {
    let (text, outcomes) = edited(source, &[(typed, action)]);
    assert_eq!(text, source);
    match outcomes[..] {
        [Outcome::Refused(refusal)] => refusal,
        _ => panic!("{outcomes:?}"),
    }
}

/// The places of all nodes, those of keys and items before those of what they are in.
fn collect(node: &Node, spans: &mut Vec<Span>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| collect(item, spans)),
        Value::Map(pairs) => {
            for (key, value) in pairs {
                collect(key, spans);
                collect(value, spans);
            }
        }
        _ => {}
    }
    spans.push(node.span);
}
