//! What was imported, read back from the spec that it became.

use codegen::model::{Catalog, Diagnostic, Draft, Sources};
use codegen::{lint, spec};

/// The catalog that the text of a spec is; there must be no error.
pub fn catalog(text: &str) -> Catalog {
    let mut sources = Sources::default();
    let id = sources.add("codes.yaml", text);
    let root = spec::yaml::parse(id, &sources).unwrap();
    let mut findings = Vec::new();
    let doubts = spec::yaml::doubts(&root, sources.get(id));
    assert!(doubts.is_empty(), "{doubts:#?}\n{text}");
    let head = spec::head(&root, &mut findings);
    let main = spec::File { root: &root, source: sources.get(id) };
    let catalog = spec::catalog(head, main, &[], &mut findings);
    lint::lint(&catalog, &[], &mut findings);
    findings.retain(Diagnostic::is_error);
    assert!(findings.is_empty(), "{findings:#?}\n{text}");
    catalog
}

/// Whether a spec says what a draft says.
pub fn assert_says(text: &str, draft: &Draft) {
    let catalog = catalog(text);
    for own in &draft.entries {
        let entry = catalog.entries.iter().find(|entry| entry.code.value == own.code).unwrap();
        for (at, wanted) in own.message.iter() {
            let at = catalog.locales.iter().position(|l| l.value == draft.locales[at]).unwrap();
            let found = &entry.message.get(at).unwrap().value;
            assert_eq!(found.display(), *wanted, "{text}");
            assert!(!found.has_params(), "{text}");
        }
    }
}
