//! Texts that are valid YAML, yet lose a part of what was typed, or keep what was meant as a
//! sign. What stands around a text without quotes tells of it: in quotes, nothing is lost.

use std::collections::HashSet;

use super::aliases::name_at;
use super::mend::quotes::{between_typographic, requoted};
use super::mend::words::shown;
use super::tree::span;
use crate::model::node::{Node, Value};
use crate::model::{Diagnostic, Source, Span};

const CUT_OFF: &str = "cut-off-text";
const TYPOGRAPHIC: &str = "typographic-quotes";

/// Looks for such texts in the tree of a source.
#[must_use]
pub fn doubts(root: &Node, source: &Source) -> Vec<Diagnostic> {
    let mut look = Look { text: &source.text, used: None, findings: Vec::new() };
    look.at(root);
    look.findings
}

struct Look<'a> {
    text: &'a str,
    /// What aliases may name, once that was asked for.
    used: Option<HashSet<&'a str>>,
    findings: Vec<Diagnostic>,
}

impl Look<'_> {
    fn at(&mut self, node: &Node) {
        match &node.value {
            Value::List(items) => items.iter().for_each(|item| self.at(item)),
            Value::Map(pairs) => pairs.iter().for_each(|(_, value)| self.at(value)),
            Value::Text(read) => {
                let typed = self.text.get(node.span.range()).unwrap_or_default();
                // Quotes, block scalars and aliases say what they are.
                if !typed.is_empty() && !typed.starts_with(['"', '\'', '|', '>', '*']) {
                    let found = hash(node.span, read, self.text);
                    let found = found.into_iter().chain(self.property(node.span, read));
                    let found: Vec<_> = found.chain(quotes(node.span, typed)).collect();
                    self.findings.extend(found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Int(_) | Value::Float(_) => {}
        }
    }

    /// An anchor that nothing uses, or a tag of one's own, before a text: the text was hardly
    /// meant to begin after it.
    fn property(&mut self, place: Span, read: &str) -> Option<Diagnostic> {
        let text = self.text;
        let start = place.range().start;
        let before = text[..start].trim_end_matches(' ');
        let from = before.rfind([' ', '\n', '[', '{', ','])? + 1;
        let word = &before[from..];
        let (sign, name) = (word.chars().next()?, word.get(1..)?);
        let used = || text.match_indices('*').map(|(at, _)| name_at(text, at + 1)).collect();
        // Tags of YAML itself begin with two marks, or are written out.
        let is_lost = match sign {
            '&' => !self.used.get_or_insert_with(used).contains(name),
            '!' => !name.starts_with(['!', '<']),
            _ => false,
        };
        if !is_lost {
            return None;
        }
        let what =
            if sign == '&' { "an anchor that nothing uses" } else { "a tag that nothing reads" };
        let lost = span(place.source, from, before.len());
        let whole = format!("{}{read}", &text[from..start]);
        Some(
            Diagnostic::warning(CUT_OFF, format!("a text begins after {}", shown(word)), lost)
                .here(format!("to YAML, this is {what}"))
                .help(format!("put the text in quotes: {}", shown(&requoted(&whole))))
                .help(format!("or remove {}", shown(word))),
        )
    }
}

/// A `#` that was hardly meant to begin a comment: a number or a word follows it at once, or a
/// bracket that the text opens is closed behind it.
fn hash(place: Span, read: &str, text: &str) -> Option<Diagnostic> {
    let end = place.range().end;
    let rest = text[end..].trim_start_matches([' ', '\t']).strip_prefix('#')?;
    let from = text.len() - rest.len() - 1;
    let rest = rest.lines().next()?.trim_end();
    let next = rest.chars().next()?;
    let is_prose = read.contains(' ') || !read.is_ascii();
    let is_glued = next.is_ascii_digit() || (is_prose && next.is_alphanumeric());
    let is_split = |open: char, close: char| {
        read.matches(open).count() > read.matches(close).count() && rest.contains(close)
    };
    if !is_glued && !is_split('(', ')') && !is_split('（', '）') {
        return None;
    }
    let to = from + 1 + rest.len();
    let lost = span(place.source, from, to);
    let finding = Diagnostic::warning(CUT_OFF, "a text ends before a `#`", lost)
        .here("to YAML, this is a comment")
        .help(format!(
            "put the text in quotes: `{}`",
            requoted(&format!("{read}{}", &text[end..to]))
        ));
    Some(finding.help_opt(is_glued.then(|| "or write a space after the `#`".to_owned())))
}

/// A text between quotes of a text processor, which YAML keeps as a part of it.
fn quotes(place: Span, typed: &str) -> Option<Diagnostic> {
    let inner = between_typographic(typed)?;
    let (open, close) = (typed.chars().next()?, typed.chars().next_back()?);
    Some(
        Diagnostic::warning(
            TYPOGRAPHIC,
            format!("`{open}` and `{close}` are a part of the text"),
            place.part(0, open.len_utf8()),
        )
        .here("not a quote of YAML")
        .label(place.part(typed.len() - close.len_utf8(), typed.len()), "nor is this")
        .help(format!("write {}", shown(&requoted(inner))))
        .help(format!("or, to keep them, {}", shown(&requoted(typed)))),
    )
}
