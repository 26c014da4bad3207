//! What a region asks for: who fills it, with which codes and locales. Knows nothing of documents.

use super::read::Region;
use super::{Context, Filler};
use crate::model::words::{did_you_mean, one_of, quoted};
use crate::model::{Catalog, Diagnostic, Locale, Spanned};
use crate::render::Target;
use crate::render::option::{OptionSpec, Options};

const RULE: &str = "invalid-region";

/// What any region can be narrowed to.
const NARROWING: [&str; 3] = ["group", "tag", "locale"];

/// More names are not listed.
const MOST: usize = 12;

/// What a region asks for.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    target: &'a Target,
    template: &'a str,
    options: Options,
    locales: Vec<&'a str>,
    /// Whether each entry of the catalog is shown.
    keeps: Vec<bool>,
}

/// Every kind of regions, once.
pub(super) fn kinds<'a>(fillers: &[Filler<'a>]) -> Vec<&'a str> {
    let mut kinds = Vec::new();
    for (kind, _) in fillers.iter().flat_map(|filler| &filler.target.manifest.regions) {
        if !kinds.contains(&kind.as_str()) {
            kinds.push(kind.as_str());
        }
    }
    kinds
}

impl<'a> Choice<'a> {
    /// Understands what a region asks for; what can't be is found.
    pub(super) fn of(
        region: &Region,
        fillers: &[Filler<'a>],
        catalog: &'a Catalog,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let known = findings.len();
        let Some((filler, template)) = fillers.iter().find_map(|filler| {
            let mut own = filler.target.manifest.regions.iter();
            own.find(|(name, _)| *name == region.kind.value).map(|(_, of)| (filler, &of.value))
        }) else {
            let known = kinds(fillers);
            findings.push(if known.is_empty() {
                Diagnostic::error(RULE, "no target fills regions", region.kind.span)
                    .here("would stay as it is")
                    .help("choose a target that has `regions` in its target.yaml")
            } else {
                unknown("kind of regions", &region.kind, &known)
            });
            return None;
        };
        let mut choice = Self {
            target: filler.target,
            template,
            options: filler.options.clone(),
            locales: Vec::new(),
            keeps: vec![true; catalog.entries.len()],
        };
        for (at, (key, value)) in region.settings.iter().enumerate() {
            if let Some((first, _)) =
                region.settings[..at].iter().find(|(k, _)| k.value == key.value)
            {
                let message = format!("`{}` is set twice", key.value);
                findings.push(
                    Diagnostic::error(RULE, message, key.span)
                        .here("set again here")
                        .label(first.span, "first set here")
                        .help("separate several values by commas"),
                );
                continue;
            }
            choice.set(key, value, catalog, findings);
        }
        if findings.len() == known && !choice.keeps.contains(&true) {
            let message = "no entry is in the region";
            findings.push(
                Diagnostic::error(RULE, message, region.kind.span)
                    .here("would be empty")
                    .help("an entry is in it that has one of the groups and one of the tags"),
            );
        }
        (findings.len() == known).then_some(choice)
    }

    fn set(
        &mut self,
        key: &Spanned<String>,
        value: &Spanned<String>,
        catalog: &'a Catalog,
        findings: &mut Vec<Diagnostic>,
    ) {
        match key.value.as_str() {
            "group" => {
                let names: Vec<&str> =
                    catalog.groups.iter().map(|group| group.name.value.as_str()).collect();
                let wanted = wanted("group", value, &names, findings);
                self.keep(|at| {
                    let group = catalog.group_of(&catalog.entries[at]);
                    group.is_some_and(|group| wanted.contains(&names[group]))
                });
            }
            "tag" => {
                let tags = catalog.entries.iter().flat_map(|entry| &entry.tags);
                let mut names: Vec<&str> = tags.map(String::as_str).collect();
                names.sort_unstable();
                names.dedup();
                let wanted = wanted("tag", value, &names, findings);
                self.keep(|at| {
                    let mut tags = catalog.entries[at].tags.iter();
                    tags.any(|tag| wanted.contains(&tag.as_str()))
                });
            }
            "locale" => {
                let locales = || catalog.locales.iter().map(|locale| &locale.value);
                let names: Vec<&str> = locales().map(Locale::tag).collect();
                for item in items(value) {
                    match locales().find(|locale| locale.is(&item.value)) {
                        Some(locale) => self.locales.push(locale.tag()),
                        None => findings.push(unknown("locale", &item, &names)),
                    }
                }
            }
            _ => self.set_option(key, value, findings),
        }
    }

    /// Keeps entries, told by their places, that are kept so far.
    fn keep(&mut self, keeps: impl Fn(usize) -> bool) {
        for (at, kept) in self.keeps.iter_mut().enumerate() {
            *kept = *kept && keeps(at);
        }
    }

    fn set_option(
        &mut self,
        key: &Spanned<String>,
        value: &Spanned<String>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let own = &self.target.manifest.options;
        let Some(option) = own.iter().find(|option| option.name == key.value) else {
            let options = own.iter().map(|option| option.name.as_str());
            let names: Vec<&str> = NARROWING.into_iter().chain(options).collect();
            findings.push(unknown("name", key, &names));
            return;
        };
        match option.parse(&value.value) {
            Some(set) => {
                self.options.insert(key.value.clone(), (set, Some(value.span)));
            }
            None => findings.push(refused(option, value)),
        }
    }

    /// What fills the region.
    pub(super) fn render(
        &self,
        catalog: &Catalog,
        context: &Context,
    ) -> Result<String, Vec<Diagnostic>> {
        let mut findings = Vec::new();
        self.target.check_options(catalog, &self.options, &mut findings);
        if !findings.is_empty() {
            return Err(findings);
        }
        let context = context.with_region(catalog, |at| self.keeps[at], &self.locales);
        let context = self.target.context(catalog, &context, "", &self.options);
        self.target.engine.content(self.template, &context)
    }
}

/// The items of a value, separated by commas.
fn items(value: &Spanned<String>) -> Vec<Spanned<String>> {
    let mut at = 0;
    let item = |item: &str| {
        let place = value.span.part(at, at + item.len());
        at += item.len() + 1;
        Spanned::new(item.to_owned(), place)
    };
    value.value.split(',').map(item).collect()
}

/// Those of the known names that a value has; others are found.
fn wanted<'n>(
    what: &str,
    value: &Spanned<String>,
    known: &[&'n str],
    findings: &mut Vec<Diagnostic>,
) -> Vec<&'n str> {
    let mut wanted = Vec::new();
    for item in items(value) {
        match known.iter().find(|name| **name == item.value) {
            Some(name) => wanted.push(*name),
            None => findings.push(unknown(what, &item, known)),
        }
    }
    wanted
}

fn unknown(what: &str, typed: &Spanned<String>, known: &[&str]) -> Diagnostic {
    let message = format!("unknown {what} {}", quoted(&typed.value));
    let finding = Diagnostic::error(RULE, message, typed.span);
    let near = did_you_mean(&typed.value, known.iter().copied());
    match known {
        [] => finding.here(format!("there is no {what}")),
        // More would fill a screen.
        _ if known.len() > MOST => finding.here(format!("one of {}", known.len())).help_opt(near),
        _ => finding.here(format!("expected {}", one_of(known))).help_opt(near),
    }
}

fn refused(option: &OptionSpec, value: &Spanned<String>) -> Diagnostic {
    let message = format!("{} can't be `{}`", quoted(&value.value), option.name);
    Diagnostic::error("invalid-option", message, value.span)
        .here(format!("expected {}", option.expected()))
}
