//! Marked regions of a document that a user wrote: they are found, and filled by targets. The rest
//! of the document stays as it is, to the byte.

mod choice;
mod read;

pub(super) use self::read::END;

use self::choice::Choice;
use self::read::{ONLY_TEXT, Region, lookalike, markers, regions, span};
use super::Target;
use super::engine::{Context, Engine};
use super::option::Options;
use crate::model::{Catalog, Diagnostic, SourceId, Sources, is_ours};

/// A target that may fill regions, with its options as they are set.
#[derive(Clone, Copy, Debug)]
pub struct Filler<'a> {
    /// The target.
    pub target: &'a Target,
    /// Its options; a region may set others for itself.
    pub options: &'a Options,
}

/// The text of a document with each of its regions filled by the first target that has its kind.
/// `catalog` has no errors, and `seen` shows it.
pub fn fill(
    document: SourceId,
    fillers: &[Filler<'_>],
    (catalog, seen): (&Catalog, &Context),
    sources: &Sources,
) -> Result<String, Vec<Diagnostic>> {
    let text = &sources.get(document).text;
    let mut findings = Vec::new();
    let regions = regions(document, text, &mut findings);
    if is_ours(text.as_bytes()) {
        let place = sources.start_of(document);
        findings = vec![
            Diagnostic::error("invalid-region", "this file is generated as a whole", place)
                .help("mark regions in a file of your own"),
        ];
    } else if regions.is_empty() && findings.is_empty() {
        findings.push(unmarked(document, fillers, sources));
    }
    let mut contents = Vec::new();
    for region in &regions {
        let Some(choice) = Choice::of(region, fillers, catalog, &mut findings) else { continue };
        match choice.render(catalog, seen) {
            Ok(content) => contents.push(content),
            Err(found) => findings.extend(found),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let filled = put(text, &regions, &contents);
    let words = |text| markers(text).into_iter().map(|m| text[m.range].to_owned());
    if words(text).eq(words(&filled)) { Ok(filled) } else { Err(vec![broken(&regions, &contents)]) }
}

/// For a document without a region.
fn unmarked(document: SourceId, fillers: &[Filler<'_>], sources: &Sources) -> Diagnostic {
    let found = |place| Diagnostic::error("invalid-region", "no region is marked", place);
    if let Some(range) = lookalike(&sources.get(document).text, 0) {
        return found(span(document, &range))
            .here(ONLY_TEXT)
            .help("move it out, to a line of its own");
    }
    let kind = choice::kinds(fillers).first().copied().unwrap_or("table");
    found(sources.start_of(document)).help(format!(
        "mark one with the lines `<!-- codegen:{kind} -->` and `<!-- codegen:end -->`"
    ))
}

/// Whether a text has marks of regions, good or bad.
#[must_use]
pub fn has_regions(text: &str) -> bool {
    !markers(text).is_empty()
}

/// The text with these contents for those that its regions have.
fn put(text: &str, regions: &[Region], contents: &[String]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (region, content) in regions.iter().zip(contents) {
        out.push_str(&text[at..region.content.start]);
        let end = if out.ends_with("\r\n") { "\r\n" } else { "\n" };
        out.push_str(end);
        for line in content.lines() {
            out.push_str(line);
            out.push_str(end);
        }
        out.push_str(end);
        at = region.content.end;
    }
    out.push_str(&text[at..]);
    out
}

/// For a template that writes what ends or begins a region, or leaves something open.
fn broken(regions: &[Region], contents: &[String]) -> Diagnostic {
    let is_broken = |content: &&String| {
        let alone = format!("<!-- codegen:a -->\n\n{content}\n\n<!-- codegen:end -->\n");
        markers(&alone).len() != 2
    };
    let found = contents.iter().position(|content| is_broken(&content)).unwrap_or_default();
    // proven: without a region there is nothing that differs.
    let kind = &regions[found].kind;
    let message = format!("what fills the region `{}` does not stay in it", kind.value);
    Diagnostic::error("invalid-region", message, kind.span)
        .here("would not end where it must")
        .help("let its template close what it opens, and write no marks of regions")
}

impl Engine {
    /// Renders what goes into a region: no empty lines around it, and no spaces at its end.
    fn content(&self, template: &str, context: &Context) -> Result<String, Vec<Diagnostic>> {
        let text = self.render(template, context)?;
        Ok(text.trim_start_matches('\n').trim_end().to_owned())
    }
}
