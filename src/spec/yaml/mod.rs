//! YAML text to a spanned tree, or to what is wrong with the text. It knows no schema, and its
//! readers alone know the YAML parser.

mod aliases;
mod doubts;
mod events;
mod mend;
mod reader;
mod tree;

use self::events::Stop;
use crate::model::node::Node;
use crate::model::{Diagnostic, SourceId, Sources};

pub use aliases::show_anchors;
pub use doubts::doubts;
pub(in crate::spec) use mend::quotes::between_typographic;

/// Nested deeper than any spec; keeps hostile input from exhausting the stack.
const DEEPEST: usize = 64;

/// More values than a source of the largest size has in practice; keeps memory below a gigabyte or
/// so.
const MOST_VALUES: usize = 5_000_000;

/// So many of them may stand in a source by way of aliases.
const MOST_COPIED_VALUES: usize = 1_000_000;

/// So many bytes of text may stand in a source by way of aliases.
const MOST_COPIED: usize = 64 << 20;

/// Reads the text of a source. A text that is no YAML has no tree, but findings: each mistake
/// where it was made, as far as that can be told.
pub fn parse(id: SourceId, sources: &Sources) -> Result<Node, Vec<Diagnostic>> {
    let text = &sources.get(id).text;
    tree_of(id, text).map_err(|stop| mend::findings(id, text, stop))
}

/// Reads a text that may be no YAML, without a word about it.
#[must_use]
pub fn read(id: SourceId, text: &str) -> Option<Node> {
    tree_of(id, text).ok()
}

/// Whether a new text for a source has fewer mistakes in its YAML, or the first of them later.
#[must_use]
pub fn reads_further(new: &str, id: SourceId, sources: &Sources) -> bool {
    let told = |text: &str| match tree_of(id, text) {
        Ok(_) => Vec::new(),
        Err(stop) => mend::findings(id, text, stop),
    };
    let (old, new) = (told(&sources.get(id).text), told(new));
    let first = |findings: &[Diagnostic]| Some(findings.first()?.labels.first()?.span.start);
    new.len() < old.len() || first(&new) > first(&old)
}

fn tree_of(id: SourceId, text: &str) -> Result<Node, Stop> {
    // Aliases multiply what is read: they are counted before any of it is kept.
    let has_aliases = text.contains('&') && text.contains('*');
    let looked = if has_aliases || mend::lead::is_odd(text) { events::stop(text) } else { None };
    if let Some(stop) = looked {
        return Err(stop);
    }
    let raw = reader::read(text);
    raw.map(|raw| tree::tree(id, text, raw))
        .map_err(|stop| events::stop(text).unwrap_or(stop.within(text)))
}
