//! What a target can't express: refused before anything is rendered, on the entry concerned.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::identifier::Named;
use super::manifest::Manifest;
use super::option::{Accepts, OptionValue, Options};
use crate::model::words::one_of;
use crate::model::{Catalog, Code, Diagnostic, Span, Spanned};

/// Finds the entries that `target` can't express.
pub(super) fn check(
    target: &str,
    manifest: &Manifest,
    options: &Options,
    catalog: &Catalog,
    findings: &mut Vec<Diagnostic>,
) {
    codes(target, manifest, catalog, findings);
    let mut scopes = Scopes { target, seen: HashMap::new(), findings };
    for (scope, word) in &manifest.taken {
        scopes.seen.insert((scope.clone(), word.clone()), None);
    }
    for option in &manifest.options {
        if let Accepts::Identifier { scope: Some(scope), .. } = &option.accepts
            && let Some((OptionValue::Text(word), _)) = options.get(&option.name)
        {
            scopes.seen.insert((scope.clone(), word.clone()), None);
        }
    }
    for (filter, identifier) in &manifest.identifiers {
        let mut add = |owner: &str, name: &str, place: Span| {
            let scope = format!("{}{owner}", identifier.scope);
            scopes.add(scope, identifier.of(name), name, place);
        };
        match identifier.of {
            Named::Entry => catalog
                .entries
                .iter()
                .filter(|e| !identifier.with_params || e.has_params())
                .for_each(|e| add("", &e.name.value, e.name.span)),
            Named::Locale => {
                catalog.locales.iter().for_each(|l| add("", l.value.tag(), l.span));
            }
            Named::Group => {
                catalog.groups.iter().for_each(|g| add("", &g.name.value, g.name.span));
            }
            Named::Param => {
                for entry in &catalog.entries {
                    // The scope of a parameter is its entry, seen through one filter.
                    let owner = format!(" {filter} {}", entry.name.value);
                    for Spanned { value, span } in entry.params.iter().map(|p| &p.name) {
                        add(&owner, value, *span);
                    }
                }
            }
        }
    }
}

struct Scopes<'a> {
    target: &'a str,
    /// Who has an identifier in a scope: a name and its place, or the templates themselves.
    seen: HashMap<(String, String), Option<(String, Span)>>,
    findings: &'a mut Vec<Diagnostic>,
}

impl Scopes<'_> {
    fn add(&mut self, scope: String, identifier: String, name: &str, place: Span) {
        let target = self.target;
        let found = match self.seen.entry((scope, identifier)) {
            Entry::Vacant(free) => {
                free.insert(Some((name.to_owned(), place)));
                return;
            }
            Entry::Occupied(found) => found,
        };
        let identifier = &found.key().1;
        match found.get() {
            None => {
                let message = format!(
                    "`{name}` becomes `{identifier}` in the target `{target}`, which uses that itself"
                );
                self.findings.push(
                    Diagnostic::error("identifier-collision", message, place)
                        .here(format!("can't be `{identifier}`"))
                        .help(format!("rename it, or leave `{target}` out of the targets")),
                );
            }
            // Two declared forms of one name that are alike are the manifest's own affair.
            Some((first, _)) if first == name => {}
            Some((first, first_place)) => {
                let message = format!(
                    "`{first}` and `{name}` both need `{identifier}` in the target `{target}`"
                );
                self.findings.push(
                    Diagnostic::error("identifier-collision", message, place)
                        .here(format!("also needs `{identifier}`"))
                        .label(*first_place, format!("needs `{identifier}`"))
                        .help(format!(
                            "rename one of them, or leave `{target}` out of the targets"
                        )),
                );
            }
        }
    }
}

fn codes(target: &str, manifest: &Manifest, catalog: &Catalog, findings: &mut Vec<Diagnostic>) {
    let Some(first) = catalog.entries.first() else { return };
    if !manifest.code_types.contains(&catalog.code_type) {
        let name = catalog.code_type.name();
        let message = format!("the target `{target}` can't hold codes of the type `{name}`");
        let types = one_of(manifest.code_types.iter().map(|t| t.name()));
        findings.push(
            Diagnostic::error("unsupported-type", message, first.code.span)
                .here(format!("`{target}` holds {types}"))
                .help(format!("leave `{target}` out of the targets")),
        );
    }
    let Some(range) = manifest.code_range else { return };
    for entry in &catalog.entries {
        let Code::Int(number) = entry.code.value else { continue };
        if !range.contains(number) {
            let message = format!("the target `{target}` can't hold the code `{number}` exactly");
            findings.push(
                Diagnostic::error("unsupported-code", message, entry.code.span)
                    .here(format!("`{target}` holds {} to {}", range.first, range.last))
                    .help(format!("choose another code, or leave `{target}` out of the targets")),
            );
        }
    }
}
