//! Reads what a manifest declares as filters: identifiers and escapes.

use crate::model::Diagnostic;
use crate::model::fields::{self, Fields, open_map};
use crate::model::node::{Node, Value};
use crate::render::escape::Escape;
use crate::render::hidden::Hidden;
use crate::render::identifier::{Case, Identifier, Named};
use crate::render::pairs::Pairs;

const IDENTIFIER_FIELDS: [&str; 6] = ["of", "with_params", "case", "initialisms", "form", "scope"];
const ESCAPE_FIELDS: [&str; 7] =
    ["quotes", "one_line", "replace", "first", "last", "commonmark", "hidden"];
/// What an escape of plain text has and one of `CommonMark` has not.
const PLAIN_FIELDS: &[&str] = ESCAPE_FIELDS.split_at(5).0;
const COMMONMARK_FIELDS: [&str; 1] = ["indent"];

pub(super) fn identifier(
    node: &Node,
    reserved: &[(String, String)],
    findings: &mut Vec<Diagnostic>,
) -> Option<Identifier> {
    let fields = Fields::of(node, "identifier", &IDENTIFIER_FIELDS, findings)?;
    let of = fields
        .require("of", findings)
        .and_then(|n| fields::choice(n, "thing to name", &Named::ALL, findings));
    let case = fields.get("case").and_then(|n| fields::choice(n, "case", &Case::ALL, findings));
    let mut text = |name| fields.get(name).and_then(|n| fields::text(n, "text", findings));
    let form = text("form").map_or_else(|| "{}".to_owned(), |f| f.value);
    let scope = text("scope").map(|s| s.value).unwrap_or_default();
    Some(Identifier {
        of: of?,
        with_params: fields
            .get("with_params")
            .and_then(|n| fields::boolean(n, findings))
            .unwrap_or_default(),
        case: case.unwrap_or(Case::Keep),
        initialisms: fields
            .get("initialisms")
            .map(|n| fields::texts(n, "words", findings))
            .unwrap_or_default(),
        form,
        scope,
        reserved: reserved.to_vec(),
    })
}

pub(super) fn escape(node: &Node, findings: &mut Vec<Diagnostic>) -> Option<Escape> {
    let fields = Fields::of(node, "escape", &ESCAPE_FIELDS, findings)?;
    let quotes = fields.get("quotes").and_then(|n| fields::text(n, "a quote", findings));
    let mut pairs = |name| {
        let Some(node) = fields.get(name) else { return Pairs::default() };
        open_map(node, name, findings)
            .into_iter()
            .filter_map(|(from, _, to)| {
                Some((from.to_owned(), fields::text(to, "text", findings)?.value))
            })
            .collect()
    };
    let (replace, first, last) = (pairs("replace"), pairs("first"), pairs("last"));
    let hidden = fields.get("hidden").map_or_else(Hidden::default, |node| {
        let patterns = match &node.value {
            Value::List(_) => fields::texts(node, "one or two patterns", findings),
            _ => fields::text(node, "a pattern", findings).map(|t| t.value).into_iter().collect(),
        };
        let mut patterns = patterns.into_iter();
        Hidden { short: patterns.next(), long: patterns.next() }
    });
    let quote = quotes.map(|q| q.value).unwrap_or_default();
    let commonmark = fields.get("commonmark").and_then(|n| commonmark(n, &fields, findings));
    Some(Escape {
        quotes: (quote.clone(), quote),
        one_line: fields
            .get("one_line")
            .and_then(|n| fields::boolean(n, findings))
            .unwrap_or_default(),
        replace,
        first,
        last,
        commonmark,
        hidden,
    })
}

/// How far Markdown is indented.
fn commonmark(node: &Node, escape: &Fields<'_>, findings: &mut Vec<Diagnostic>) -> Option<usize> {
    for name in PLAIN_FIELDS.iter().filter(|name| escape.get(name).is_some()) {
        let message = format!("`{name}` can't stand beside `commonmark`");
        findings.push(
            Diagnostic::error("invalid-escape", message, escape.key(name))
                .here("for plain text only"),
        );
    }
    let fields = Fields::of(node, "`commonmark`", &COMMONMARK_FIELDS, findings)?;
    let indent = fields.require("indent", findings)?;
    let expected = "a number of spaces";
    let spaces = fields::integer(indent, expected, findings)?;
    let Some(spaces) = u8::try_from(spaces).ok() else {
        findings.push(fields::wrong_type(indent, expected));
        return None;
    };
    Some(spaces.into())
}
