//! Spec texts to a catalog, every error in one pass. It touches no disk: the caller reads the
//! files, also those that a spec includes.

mod document;
pub mod edit;
mod emit;
mod entry;
mod facts;
mod groups;
pub mod merge;
mod message;
mod name;
mod ranges;
mod respell;
mod texts;
pub mod yaml;

use crate::model::node::Node;
use crate::model::{Catalog, Diagnostic, Source};

pub use document::{Head, head};
pub use emit::emit;

/// A YAML file of a spec: its tree and the text that it was read from.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The tree.
    pub root: &'a Node,
    /// The text.
    pub source: &'a Source,
}

/// Builds the catalog from the spec's own file and the files that it includes, in order.
///
/// What can be understood is in the catalog even where there are findings, so that the lint
/// rules can look at it; with an error among them it must not be rendered.
pub fn catalog(
    head: Head,
    main: File<'_>,
    included: &[File<'_>],
    findings: &mut Vec<Diagnostic>,
) -> Catalog {
    document::catalog(head, main, included, findings)
}
