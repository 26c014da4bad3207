//! `codegen import --into`: brings a table into a spec, and leaves the rest of it alone.

use std::path::Path;

use super::desk::Desk;
use super::import::{self, Import, Table};
use super::{Console, Failure, Status, inspect, save};
use crate::import::unsafe_merge;
use crate::model::words::count;
use crate::model::{Catalog, Diagnostic, Edit, SourceId, Sources};
use crate::spec::edit::{self, Outcome};
use crate::spec::merge::Step;
use crate::spec::{self, yaml};

/// What is added may make room for more: locales and groups come before entries. After so many
/// rounds that is no longer believed.
const ROUNDS: usize = 12;

/// Brings a table into a spec.
pub(super) fn merge(
    request: &Import,
    table: &Table,
    into: &Path,
    mut findings: Vec<Diagnostic>,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let mut desk = Desk::default();
    let (catalog, mut wrong) = match inspect::sound_on(&mut desk, into, &[], sources) {
        Err(Failure::NoSpec(path)) => return Err(Failure::NothingToMergeInto(path)),
        other => other?,
    };
    let Some(catalog) = catalog else {
        console.findings(&mut wrong, sources)?;
        return Ok(Status::Findings);
    };
    let draft = table.draft(Some(&catalog), sources, &mut findings);
    let mut done = Done::default();
    let mut current = catalog;
    for _ in 0..ROUNDS {
        let mut refused = Vec::new();
        let steps = steps(&draft, &current, &desk, sources, &mut refused);
        let changed = done.round(&steps, &mut desk, sources, &mut refused);
        if !changed {
            findings.extend(refused);
            break;
        }
        let (next, mut wrong) = inspect::sound_on(&mut desk, into, &[], sources)?;
        let Some(next) = next else {
            // What could be read before must still be: nothing is written.
            console.findings(&mut wrong, sources)?;
            return Ok(Status::Findings);
        };
        current = next;
    }
    let changed = save::save(&desk, console, sources)?;
    let status = import::tell(&draft, request, findings, console, sources)?;
    done.tell(changed, console)?;
    Ok(status)
}

fn steps(
    draft: &crate::model::Draft,
    catalog: &Catalog,
    desk: &Desk,
    sources: &Sources,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Step> {
    let ids: Vec<SourceId> = desk.texts().collect();
    // proven: the catalog was read from these texts.
    let roots: Vec<_> =
        ids.iter().filter_map(|id| Some((*id, yaml::parse(*id, sources).ok()?))).collect();
    let files: Vec<spec::File<'_>> =
        roots.iter().map(|(id, root)| spec::File { root, source: sources.get(*id) }).collect();
    spec::merge::merge(draft, catalog, &files, findings)
}

/// What was done in all rounds.
#[derive(Default)]
struct Done {
    told: Vec<String>,
    added: usize,
    changed: usize,
}

impl Done {
    /// Takes steps; gives whether any text is another now. What can't be done is a finding.
    fn round(
        &mut self,
        steps: &[Step],
        desk: &mut Desk,
        sources: &mut Sources,
        findings: &mut Vec<Diagnostic>,
    ) -> bool {
        let edits: Vec<&[Edit]> = steps.iter().map(|step| step.edits.as_slice()).collect();
        let edited = edit::apply(&edits, sources);
        for (step, outcome) in steps.iter().zip(&edited.outcomes) {
            if *outcome == Outcome::Done && !step.edits.is_empty() {
                self.added += step.added;
                self.changed += step.changed;
                self.told.extend(step.told.iter().map(|(_, what)| what.clone()));
            } else {
                let told = step.told.iter();
                findings.extend(told.map(|(place, what)| unsafe_merge(*place, what)));
            }
        }
        let changed = !edited.texts.is_empty();
        for (source, text) in edited.texts {
            desk.replace(source, &text, sources);
        }
        changed
    }

    fn tell(&self, files: usize, console: &Console) -> Result<(), Failure> {
        for what in &self.told {
            console.detail(what)?;
        }
        if self.told.is_empty() && files == 0 {
            return console.note("nothing changes");
        }
        let done = [(self.added, "code", "added"), (self.changed, "field", "changed")];
        let done = done.into_iter().filter(|(n, ..)| *n > 0);
        let done: Vec<String> =
            done.map(|(n, noun, verb)| format!("{} {verb}", count(n, noun))).collect();
        console.note(&format!("{} in {}", done.join(", "), count(files, "file")))
    }
}
