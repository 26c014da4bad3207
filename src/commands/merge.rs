//! `codegen import --into`: brings a table into a spec, and leaves the rest of it alone.

use std::path::Path;

use super::desk::Desk;
use super::files::{self, Files};
use super::import::{self, Import, Table};
use super::{Console, Failure, Status, load};
use crate::import::unsafe_merge;
use crate::lint;
use crate::model::words::count;
use crate::model::{Catalog, Diagnostic, Edit, SourceId, Sources};
use crate::output;
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
    let mut wrong = Vec::new();
    let catalog = match read(&mut desk, into, sources, &mut wrong) {
        Err(Failure::NoSpec(path)) => return Err(Failure::NothingToMergeInto(path)),
        other => other?,
    };
    let Some(catalog) = catalog else {
        console.findings(&mut wrong, sources)?;
        return Ok(Status::Findings);
    };
    let draft = table.draft(&catalog, sources, &mut findings);
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
        let Some(next) = read(&mut desk, into, sources, &mut wrong)? else {
            // What could be read before must still be: nothing is written.
            console.findings(&mut wrong, sources)?;
            return Ok(Status::Findings);
        };
        current = next;
    }
    let changes = desk.changes(sources);
    let is_file = |path: &Path| path != Path::new(files::STDIN);
    let files = changes.iter().filter(|change| is_file(&change.path));
    let read: Vec<&Path> = desk.paths().filter(|path| is_file(path)).collect();
    output::replace(&files.cloned().collect::<Vec<_>>(), &read)?;
    if let Some(stdin) = desk.find(Path::new(files::STDIN)) {
        console.data(&sources.get(stdin).text)?;
    }
    let status = import::tell(&draft, request, findings, console, sources)?;
    done.tell(changes.len(), console)?;
    Ok(status)
}

/// The spec, where nothing is wrong with it.
fn read(
    desk: &mut Desk,
    path: &Path,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<Option<Catalog>, Failure> {
    let catalog = load::spec(Files::Disk, desk, path, sources, findings)?;
    if let Some(catalog) = &catalog {
        lint::lint(catalog, &[], findings);
    }
    findings.retain(Diagnostic::is_error);
    Ok(catalog.filter(|_| findings.is_empty()))
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
