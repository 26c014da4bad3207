//! `codegen import`: a table becomes a spec, or is brought into one.

use std::path::PathBuf;

use super::files::Files;
use super::{Console, Failure, Status, load, merge};
use crate::import::{self, Choice, Page};
use crate::model::words::count;
use crate::model::{Diagnostic, Draft, Severity, SourceId, Sources};
use crate::spec;

/// What to import.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The file with the table; `-` is standard input.
    pub file: PathBuf,
    /// Its format; it can't be read without one.
    pub format: Option<TableFormat>,
    /// The spec that it is brought into; without one, a new spec goes to standard output.
    pub into: Option<PathBuf>,
    /// What columns hold, each as `role=column`.
    pub columns: Vec<String>,
    /// Whether rows that are left out are no findings.
    pub lenient: bool,
}

/// What a table is written in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TableFormat {
    /// Tables of a page.
    Markdown,
    /// Cells between commas or semicolons.
    Csv,
    /// Cells between tabs.
    Tsv,
    /// A list of objects.
    Json,
    /// A list of mappings.
    Yaml,
}

/// Imports.
pub fn import(
    request: &Import,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    let mut findings = Vec::new();
    let table = table(request, &mut findings, sources)?;
    if let Some(into) = &request.into {
        return merge::merge(request, &table, into, findings, console, sources);
    }
    let draft = table.draft(None, sources, &mut findings);
    if !draft.entries.is_empty() {
        console.data(&spec::emit(&draft))?;
    }
    tell(&draft, request, findings, console, sources)
}

/// The spec that a table becomes, and in words how much is imported; nothing where rows are left
/// out, which is told.
pub(super) fn spec_of(
    request: &Import,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Option<(String, String)>, Failure> {
    let mut findings = Vec::new();
    let table = table(request, &mut findings, sources)?;
    let draft = table.draft(None, sources, &mut findings);
    let status = tell_findings(&draft, request, findings, console, sources)?;
    Ok((status == Status::Clean).then(|| (spec::emit(&draft), imported(&draft))))
}

fn table(
    request: &Import,
    findings: &mut Vec<Diagnostic>,
    sources: &mut Sources,
) -> Result<Table, Failure> {
    let choices = choices(&request.columns)?;
    let shown = || Files::Disk.shown(&request.file);
    let format = request.format.ok_or_else(|| Failure::UnknownFormat(shown()))?;
    let source = load::text(Files::Disk, &request.file, sources)?;
    let page = read(format, source, sources, findings)?;
    if let Some(at) = choices.iter().position(|choice| !choice.is_in(&page)) {
        return Err(Failure::NoColumn(request.columns[at].clone()));
    }
    Ok(Table { page, source, choices })
}

/// A table as it was read, with what the user says of it.
pub(super) struct Table {
    page: Page,
    source: SourceId,
    choices: Vec<Choice>,
}

impl Table {
    /// The draft that the table comes to, within a spec where it goes into one.
    pub(super) fn draft(
        &self,
        catalog: Option<&crate::model::Catalog>,
        sources: &Sources,
        findings: &mut Vec<Diagnostic>,
    ) -> Draft {
        let place = sources.start_of(self.source);
        import::draft(&self.page, place, &self.choices, catalog, findings)
    }
}

/// Says what is left out, and how much is imported.
pub(super) fn tell(
    draft: &Draft,
    request: &Import,
    findings: Vec<Diagnostic>,
    console: &mut Console,
    sources: &Sources,
) -> Result<Status, Failure> {
    let status = tell_findings(draft, request, findings, console, sources)?;
    if request.into.is_none() && !draft.entries.is_empty() {
        console.note(&imported(draft))?;
    }
    Ok(status)
}

/// How much is imported.
fn imported(draft: &Draft) -> String {
    let proposed = draft.entries.iter().filter(|entry| entry.name.mark().is_some()).count();
    let names = match proposed {
        0 => String::new(),
        n => format!(", {} proposed", count(n, "name")),
    };
    format!("{} imported{names}", count(draft.entries.len(), "code"))
}

fn tell_findings(
    draft: &Draft,
    request: &Import,
    mut findings: Vec<Diagnostic>,
    console: &mut Console,
    sources: &Sources,
) -> Result<Status, Failure> {
    // Nothing at all is never a success.
    let is_empty = draft.entries.is_empty();
    if request.lenient && !is_empty {
        for finding in findings.iter_mut().filter(|finding| finding.is_error()) {
            finding.severity = Severity::Warning;
        }
    }
    console.findings(&mut findings, sources)?;
    let is_left_out = findings.iter().any(Diagnostic::is_error);
    Ok(if is_left_out { Status::Findings } else { Status::Clean })
}

fn choices(columns: &[String]) -> Result<Vec<Choice>, Failure> {
    let (read, failures): (Vec<_>, Vec<_>) = columns
        .iter()
        .map(|typed| Choice::parse(typed).ok_or_else(|| Failure::BadColumn(typed.clone())))
        .partition(Result::is_ok);
    let failures: Vec<Failure> = failures.into_iter().filter_map(Result::err).collect();
    if failures.is_empty() {
        Ok(read.into_iter().flatten().collect())
    } else {
        Err(Failure::Several(failures))
    }
}

fn read(
    format: TableFormat,
    source: SourceId,
    sources: &Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<Page, Failure> {
    Ok(match format {
        TableFormat::Markdown => import::markdown(source, sources, findings),
        TableFormat::Csv => import::delimited(source, sources, None, findings),
        TableFormat::Tsv => import::delimited(source, sources, Some('\t'), findings),
        TableFormat::Json | TableFormat::Yaml => {
            // Any JSON is YAML (YAML 1.2.2, section 1.3).
            let root = spec::yaml::parse(source, sources).map_err(|mut wrong| {
                if format == TableFormat::Json {
                    for finding in &mut wrong {
                        finding.message = finding.message.replace("valid YAML", "valid JSON");
                    }
                }
                Failure::Invalid(wrong)
            })?;
            import::objects(&root, findings)
        }
    })
}
