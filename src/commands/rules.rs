//! `codegen rules`: what can be wrong or change, why it matters, and how it is mended.

use super::{Console, Failure, Status};
use crate::compat::{self, ChangeRule};
use crate::import::{self, Reason};
use crate::lint::{self, Rule};

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
        Rules::List => {
            let (rules, changes) = (lint::listed(), compat::listed());
            let reasons = import::listed();
            format!(
                "{rules}\nchanges since a baseline:\n\n{changes}\nrows left out by an import:\n\n{reasons}"
            )
        }
        Rules::Explain(names) => explained(names)?,
        Rules::Page => lint::page() + &compat::page() + &import::page(),
    };
    console.data(&text)?;
    Ok(Status::Clean)
}

fn explained(names: &[String]) -> Result<String, Failure> {
    let mut blocks = Vec::new();
    let mut unknown = Vec::new();
    for name in names {
        let change = || compat::kind(name).map(ChangeRule::explained);
        let reason = || import::reason(name).map(Reason::explained);
        match lint::rule(name).map(Rule::explained).or_else(change).or_else(reason) {
            Some(text) => blocks.push(text),
            None => unknown.push(Failure::UnknownRule(name.clone())),
        }
    }
    if unknown.is_empty() { Ok(blocks.join("\n")) } else { Err(Failure::Several(unknown)) }
}
