//! `codegen rules`: what can be wrong, why it matters, and how it is mended.

use super::{Console, Failure, Status};
use crate::lint;

/// What to say of the rules.
#[derive(Clone, Debug)]
pub enum Rules {
    /// Each in one line.
    List,
    /// All about those with these names.
    Explain(Vec<String>),
    /// All about each, as a page of Markdown.
    Page,
}

/// Says what the rules are.
pub fn rules(request: &Rules, console: &mut Console) -> Result<Status, Failure> {
    let text = match request {
        Rules::List => lint::listed(),
        Rules::Explain(names) => explained(names)?,
        Rules::Page => lint::page(),
    };
    console.data(&text)?;
    Ok(Status::Clean)
}

fn explained(names: &[String]) -> Result<String, Failure> {
    let mut blocks = Vec::new();
    let mut unknown = Vec::new();
    for name in names {
        match lint::rule(name) {
            Some(rule) => blocks.push(rule.explained()),
            None => unknown.push(Failure::UnknownRule(name.clone())),
        }
    }
    if unknown.is_empty() { Ok(blocks.join("\n")) } else { Err(Failure::Several(unknown)) }
}
