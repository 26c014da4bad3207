//! Refuses templates of a shape that the engine would not survive, or has no place for when it
//! tells of it. It looks at their tags only.

use std::collections::BTreeMap;

use super::errors::span;
use super::meter::DEEPEST;
use super::prepare::tags;
use super::words::end_of_string;
use super::{Origin, Template};
use crate::model::{Diagnostic, Span};

/// The engine reads each `elif` within the one before it, on the stack.
const LONGEST_CHAIN: usize = 100;

/// Finds includes and `extends` that lead in a circle or too deep, and overlong chains of `elif`.
pub(super) fn check(templates: &BTreeMap<String, Template>) -> Result<(), Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let mut shapes = BTreeMap::new();
    for (name, template) in templates {
        let Origin::File(source) = template.origin else { continue };
        let place = |start, end| span(source, &(start..end));
        shapes.insert(name.as_str(), shape(&template.original, place, &mut findings));
    }
    for word in ["include", "extends"] {
        let depths = BTreeMap::new();
        let mut walk =
            Walk { word, shapes: &shapes, depths, is_too_deep: false, findings: &mut findings };
        for name in shapes.keys() {
            // One chain that is too deep would be told once for each of its parts.
            if !walk.is_too_deep {
                walk.visit(&mut vec![name]);
            }
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

/// What a template names in a tag: the word of the tag, the other template, and the place.
type Needs<'a> = Vec<(&'a str, &'a str, Span)>;

fn shape<'a>(
    text: &'a str,
    place: impl Fn(usize, usize) -> Span,
    findings: &mut Vec<Diagnostic>,
) -> Needs<'a> {
    let mut needs = Vec::new();
    let mut chains = Vec::new();
    for tag in tags(text) {
        let (word, start) = tag.word(text);
        match word {
            "include" | "extends" => {
                let from = start + word.len();
                let quote = from + text[from..tag.end].find(['"', '\'', '`']).unwrap_or_default();
                let end = end_of_string(text, quote);
                if let Some(name) = text.get(quote + 1..end.saturating_sub(1)) {
                    needs.push((word, name, place(start, end)));
                }
            }
            "if" => chains.push(0),
            "endif" => drop(chains.pop()),
            "elif" => {
                let Some(length) = chains.last_mut() else { continue };
                *length += 1;
                if *length == LONGEST_CHAIN + 1 {
                    let message = format!("an `if` has more than {LONGEST_CHAIN} `elif`");
                    findings.push(
                        Diagnostic::error("template", message, place(start, start + word.len()))
                            .here("one too many")
                            .help("look the value up in a map, such as `{\"a\": 1}[key]`"),
                    );
                }
            }
            _ => {}
        }
    }
    needs
}

/// Follows one kind of tag from template to template.
struct Walk<'a, 'f> {
    word: &'static str,
    shapes: &'a BTreeMap<&'a str, Needs<'a>>,
    /// How many templates each leads through, itself included.
    depths: BTreeMap<&'a str, usize>,
    is_too_deep: bool,
    findings: &'f mut Vec<Diagnostic>,
}

impl<'a> Walk<'a, '_> {
    /// Visits the last template of a path; gives how many it leads through.
    fn visit(&mut self, path: &mut Vec<&'a str>) -> usize {
        let Some(name) = path.last().copied() else { return 0 };
        if let Some(depth) = self.depths.get(name) {
            return *depth;
        }
        let mut depth = 0;
        let (shapes, own) = (self.shapes, self.word);
        let needs = shapes.get(name).into_iter().flatten();
        for (_, other, place) in needs.filter(|(word, ..)| *word == own) {
            if let Some(first) = path.iter().position(|seen| seen == other) {
                self.findings.push(circle(self.word, &path[first..], *place));
                continue;
            }
            path.push(other);
            // Looked at only as far as is allowed, so that the walk itself stays on the stack.
            let below = if path.len() > DEEPEST { 0 } else { self.visit(path) };
            path.pop();
            if path.len() + below.max(1) > DEEPEST && !self.is_too_deep {
                self.is_too_deep = true;
                self.findings.push(too_deep(self.word, *place));
            }
            depth = depth.max(below);
        }
        self.depths.insert(name, depth + 1);
        depth + 1
    }
}

fn circle(word: &str, path: &[&str], place: Span) -> Diagnostic {
    let verb = verb(word);
    let message = match path {
        [own] => format!("`{own}` {verb} itself"),
        [first, others @ ..] => {
            let steps: Vec<String> =
                others.iter().chain([first]).map(|name| format!("`{name}`")).collect();
            format!("`{first}` {verb} {}", steps.join(&format!(", which {verb} ")))
        }
        [] => String::new(),
    };
    Diagnostic::error("template", message, place)
        .here("leads back to where it began")
        .help("what repeats itself is a loop, or a component with a condition")
}

fn too_deep(word: &str, place: Span) -> Diagnostic {
    let message = format!("a template {} another more than {DEEPEST} deep", verb(word));
    Diagnostic::error("template", message, place).here("the limit is reached here")
}

fn verb(word: &str) -> &'static str {
    if word == "extends" { "extends" } else { "includes" }
}
