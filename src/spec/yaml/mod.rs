//! YAML text to a spanned tree, or to what is wrong with the text. It knows no schema, and its
//! readers alone know the YAML parser.

mod aliases;
mod doubts;
mod events;
mod mend;
mod reader;
mod tree;

use crate::model::node::Node;
use crate::model::{Diagnostic, SourceId, Sources};

pub use aliases::show_anchors;
pub use doubts::doubts;

/// Nested deeper than any spec; keeps hostile input from exhausting the stack.
const DEEPEST: usize = 64;

/// More values than a source of the largest size has in practice; keeps memory below half a
/// gigabyte.
const MOST_VALUES: usize = 5_000_000;

/// So many of them may stand in a source by way of aliases.
const MOST_COPIED_VALUES: usize = 1_000_000;

/// So many bytes of text may stand in a source by way of aliases.
const MOST_COPIED: usize = 64 << 20;

/// Reads the text of a source. A text that is no YAML has no tree, but findings: each mistake
/// where it was made, as far as that can be told.
pub fn parse(id: SourceId, sources: &Sources) -> Result<Node, Vec<Diagnostic>> {
    let text = &sources.get(id).text;
    // Aliases multiply what is read: they are counted before any of it is kept.
    let has_aliases = text.contains('&') && text.contains('*');
    let looked = if has_aliases || mend::lead::is_odd(text) { events::stop(text) } else { None };
    let stop = match looked {
        Some(stop) => stop,
        None => match reader::read(text) {
            Ok(raw) => return Ok(tree::tree(id, text, raw)),
            Err(stop) => events::stop(text).unwrap_or(stop.within(text)),
        },
    };
    Err(mend::findings(id, text, stop))
}
