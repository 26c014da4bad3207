//! What random catalogs are made of: `pools.yaml`, and the words of the built-in targets.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_yaml_upstream as yaml;
use yaml::Value;

/// Words and texts to draw from.
pub(super) struct Pools {
    pub(super) words: Vec<String>,
    pub(super) locales: Vec<String>,
    pub(super) codes: Vec<String>,
    pub(super) fragments: Vec<String>,
    /// What no name may become in some target, as `bare` has it.
    pub(super) taken: BTreeSet<String>,
}

impl Pools {
    pub(super) fn read(root: &Path) -> Self {
        let pools = read(&root.join("tests/conformance/random/pools.yaml"));
        let mut words = texts(&pools["words"]);
        let mut taken = BTreeSet::new();
        for target in fs::read_dir(root.join("templates")).unwrap() {
            let manifest = read(&target.unwrap().path().join("target.yaml"));
            let options = manifest["options"].as_mapping().into_iter().flat_map(|o| o.values());
            let own: Vec<String> = options
                .filter(|option| option["identifier"] == true)
                .flat_map(|option| texts(&option["default"]))
                .chain(texts(&manifest["taken"]))
                .collect();
            taken.extend(own.iter().map(|word| bare(word)));
            words.extend(own);
            words.extend(texts(&manifest["reserved"]));
        }
        words.retain(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
        words.sort();
        words.dedup();
        Self {
            words,
            locales: texts(&pools["locales"]),
            codes: texts(&pools["codes"]),
            fragments: texts(&pools["fragments"]),
            taken,
        }
    }
}

/// The letters and digits of a name, which is all that no target changes but for their case.
pub(super) fn bare(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

fn read(path: &Path) -> Value {
    yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Every text in lists and maps, however nested.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Sequence(items) => items.iter().flat_map(texts).collect(),
        Value::Mapping(pairs) => pairs.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
