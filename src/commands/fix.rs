//! `codegen lint --fix`: mends what takes no judgement, and leaves the rest as findings.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::settings::Settings;
use super::{Console, Failure, inspect, save};
use crate::model::words::count;
use crate::model::{Diagnostic, Edit, Sources};
use crate::output;
use crate::spec::edit::{self, Outcome, Refusal};

/// What mends one defect may show another; after so many rounds that is no longer believed.
const ROUNDS: usize = 12;

/// What to do with the mended texts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fix {
    /// Write them.
    Write,
    /// Write nothing; say what would be mended.
    DryRun,
    /// The same, and print what would change.
    Diff,
}

/// Mends a spec; gives the findings that remain, in the mended texts.
pub(super) fn fix(
    settings: &Settings,
    fix: Fix,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Vec<Diagnostic>, Failure> {
    let mut desk = Desk::default();
    let mut told = Told::default();
    let mut findings = inspect::inspect_on(&mut desk, settings, sources)?.1;
    for _ in 0..ROUNDS {
        output::sort(&mut findings);
        let mends: Vec<&Diagnostic> = findings.iter().filter(|f| !f.edits.is_empty()).collect();
        let edits: Vec<&[Edit]> = mends.iter().map(|finding| finding.edits.as_slice()).collect();
        let edited = edit::apply(&edits, sources);
        told.round(&mends, &edited.outcomes, sources);
        if edited.texts.is_empty() {
            break;
        }
        for (source, text) in edited.texts {
            desk.replace(source, &text, sources);
        }
        findings = inspect::inspect_on(&mut desk, settings, sources)?.1;
    }
    let changed = finish(fix, &desk, console, sources)?;
    told.tell(fix, changed, console)?;
    Ok(findings)
}

/// Does with the mended texts what was asked for; gives how many there are.
fn finish(
    fix: Fix,
    desk: &Desk,
    console: &mut Console,
    sources: &Sources,
) -> Result<usize, Failure> {
    if fix == Fix::Write {
        return save::save(desk, console, sources);
    }
    let changes = desk.changes(sources);
    if fix == Fix::Diff {
        for change in &changes {
            console.data(&output::diff(change))?;
        }
    }
    Ok(changes.len())
}

/// What there is to say of each mend, by file and line.
#[derive(Default)]
struct Told {
    mended: BTreeMap<(String, usize), Vec<String>>,
    /// What could not be mended in the last round.
    left: BTreeMap<(String, usize), Vec<String>>,
}

impl Told {
    fn round(&mut self, mends: &[&Diagnostic], outcomes: &[Outcome], sources: &Sources) {
        self.left.clear();
        for (finding, outcome) in mends.iter().zip(outcomes) {
            let Some(label) = finding.labels.first() else { continue };
            let source = sources.get(label.span.source);
            let place = (source.name.clone(), source.line(label.span.start));
            let said = format!("{}: {}", finding.rule, finding.message);
            match outcome {
                Outcome::Done => self.mended.entry(place).or_default().push(said),
                Outcome::Later => {}
                Outcome::Refused(refusal) => {
                    let said = format!("{said}; {}", why(*refusal));
                    self.left.entry(place).or_default().push(said);
                }
            }
        }
    }

    fn tell(&self, fix: Fix, files: usize, console: &mut Console) -> Result<(), Failure> {
        let mended = if fix == Fix::Write { "mended" } else { "to mend" };
        for (word, told) in [(mended, &self.mended), ("left", &self.left)] {
            for ((name, line), all) in told {
                for said in all {
                    console.note(&format!("{word:7}  {name}:{line}  {said}"))?;
                }
            }
        }
        let findings = count(self.mended.values().map(Vec::len).sum(), "finding");
        let files = count(files, "file");
        console.note(&match fix {
            _ if self.mended.is_empty() => "nothing to mend".to_owned(),
            Fix::Write => format!("{findings} mended in {files}"),
            _ => format!("{findings} would be mended in {files}"),
        })
    }
}

fn why(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Shared => "an alias reads it where nothing is wrong with it",
        Refusal::Unproven => "it is written in a way that is not safe to change",
    }
}
