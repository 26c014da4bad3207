//! `codegen explain`: all that is known of a code, found by its number, its name or its text.

mod card;
mod find;

use self::card::card;
use self::find::{Found, find};
use super::settings::{self, Overrides, Settings};
use super::{Console, Failure, Status, inspect, paths};
use crate::model::words::{all_of, quoted};
use crate::model::{Catalog, Sources, Span, visible};
use crate::output::Explained;
use crate::render::{self, Context};

/// What to explain.
#[derive(Clone, Debug, Default)]
pub struct Explain {
    /// What the command line says of spec and targets.
    pub overrides: Overrides,
    /// A code, a name, or a part of a text.
    pub wanted: String,
}

/// Says what a code means.
pub fn explain(
    request: &Explain,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let settings = settings::settle(&request.overrides, sources, console)?;
    let Some(catalog) = inspect::sound(&settings, console, sources)? else {
        return Ok(Status::Findings);
    };
    let wanted = &request.wanted;
    match find(&catalog, wanted) {
        Found::Entry { at, former } => {
            if let Some(former) = former {
                let name = &catalog.entries[at].name.value;
                console.note(&format!("`{former}` is called `{name}` now"))?;
            }
            let constants = constants(&settings, &catalog, at)?;
            let place = place(catalog.entries[at].code.span, sources);
            let card = card(&catalog, at, &constants, &place);
            console.entries(
                &card,
                vec![Explained::new(&render::described(&catalog, at), &constants, &place)],
            )?;
            Ok(Status::Clean)
        }
        Found::Reserved(span) => {
            let place = place(span, sources);
            console.data(&format!("{} is reserved: {place}\n", quoted(wanted)))?;
            Ok(Status::Clean)
        }
        Found::Several(entries) => {
            let lines: String = entries.iter().map(|&at| line(&catalog, at)).collect();
            let place = |at: usize| place(catalog.entries[at].code.span, sources);
            let all = entries
                .iter()
                .map(|&at| Explained::new(&render::described(&catalog, at), &[], &place(at)));
            console.entries(&lines, all.collect())?;
            console.note(&format!("{} entries", entries.len()))?;
            Ok(Status::Clean)
        }
        Found::Nothing { near } => {
            let help = if near.is_empty() {
                String::new()
            } else {
                let verb = if near.len() == 1 { "is" } else { "are" };
                format!("\n  help: near it {verb} {}", all_of(near))
            };
            console.error(&format!("nothing is found for {}{help}", quoted(wanted)))?;
            Ok(Status::Findings)
        }
    }
}

/// An entry in one line.
fn line(catalog: &Catalog, at: usize) -> String {
    let entry = &catalog.entries[at];
    let text = entry.message.get(catalog.fallback);
    let text = text.or_else(|| entry.message.iter().next().map(|(_, text)| text));
    let text = text.map_or(String::new(), |text| visible(&text.value.display()).into_owned());
    format!("{}  {}  {text}\n", visible(&entry.code.value.to_string()), entry.name.value)
        .replace("  \n", "\n")
}

/// How the constant of an entry is written, by target.
fn constants(
    settings: &Settings,
    catalog: &Catalog,
    at: usize,
) -> Result<Vec<(String, String)>, Failure> {
    let context = Context::of(catalog);
    let mut constants = Vec::new();
    for chosen in &settings.targets {
        let constant = chosen.target.constant(catalog, &context, &chosen.options, at);
        if let Some(constant) = constant.map_err(Failure::Invalid)? {
            constants.push((chosen.target.name.clone(), constant));
        }
    }
    Ok(constants)
}

fn place(span: Span, sources: &Sources) -> String {
    let source = sources.get(span.source);
    format!("{}:{}", paths::shown(source.name.as_ref()), source.line(span.start))
}
