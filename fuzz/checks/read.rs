//! Reads a text as every command reads a spec that includes nothing.

use codegen::lint::{self, Level};
use codegen::model::node::Node;
use codegen::model::{Catalog, Diagnostic, SourceId, Sources};
use codegen::output;
use codegen::spec::{self, yaml};

/// A text, what it says, and what is wrong with it.
pub(crate) struct Read {
    pub(crate) sources: Sources,
    pub(crate) id: SourceId,
    pub(crate) root: Option<Node>,
    pub(crate) catalog: Option<Catalog>,
    /// In order.
    pub(crate) findings: Vec<Diagnostic>,
}

/// What users decide of the rules, by name.
pub(crate) type Levels = Vec<(String, Level)>;

/// Reads a text, and looks at it with every rule.
pub(crate) fn read(text: &str, levels: &Levels) -> Read {
    let mut sources = Sources::default();
    let id = sources.add("codes.yaml", text);
    let mut findings = Vec::new();
    let root = match yaml::parse(id, &sources) {
        Ok(root) => Some(root),
        Err(found) => {
            assert!(!found.is_empty(), "it is no YAML, and nobody says why:\n{text}");
            findings.extend(found);
            None
        }
    };
    let catalog = root.as_ref().map(|root| {
        findings.extend(yaml::doubts(root, sources.get(id)));
        let head = spec::head(root, &mut findings);
        let main = spec::File { root, source: sources.get(id) };
        let catalog = spec::catalog(head, main, &[], &mut findings);
        lint::lint(&catalog, levels, &mut findings);
        catalog
    });
    yaml::show_anchors(&mut findings, &sources);
    output::sort(&mut findings);
    Read { sources, id, root, catalog, findings }
}
