//! Specs, the pages that are made of them, and what their tables must say.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

use crate::{expected, random};

/// Specs whose own Markdown is no example to anyone.
const WILD: [&str; 5] = ["directives", "hostile", "markdown", "random-numbers", "random-texts"];

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A spec that becomes pages.
pub(crate) struct Spec {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    /// Whether its descriptions and remedies are Markdown that a linter would object to.
    pub(crate) is_wild: bool,
    /// The locales, and for each entry in the order of the spec its row: the code, the name, and
    /// the message in each locale.
    pub(crate) tags: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
    typed: Value,
}

/// The seed of the random catalogs, drawn once for all tests.
pub(crate) fn seed() -> u64 {
    static SEED: OnceLock<u64> = OnceLock::new();
    *SEED.get_or_init(random::seed)
}

/// The real catalog, that of the documentation of Markdown, every case, and the random ones; read
/// once, as tests that run at the same time would overwrite each other's random ones.
pub(crate) fn specs() -> &'static [Spec] {
    static SPECS: OnceLock<Vec<Spec>> = OnceLock::new();
    SPECS.get_or_init(read_specs)
}

fn read_specs() -> Vec<Spec> {
    let mut specs = vec![
        Spec::read("real", root().join("spec/codes.yaml")),
        Spec::read("markdown", root().join("tests/fixtures/markdown.yaml")),
    ];
    for case in fs::read_dir(root().join("tests/conformance/cases")).unwrap() {
        let folder = case.unwrap().path();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        specs.push(Spec::read(&name, folder.join("codes.yaml")));
    }
    let folder = root().join("target/markdown/specs");
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in random::specs(&root(), seed()) {
        let path = folder.join(name).with_extension("yaml");
        fs::write(&path, text).unwrap();
        specs.push(Spec::read(name, path));
    }
    assert!(specs.len() > 6, "found {} specs", specs.len());
    specs
}

impl Spec {
    pub(crate) fn read(name: &str, path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).unwrap();
        let typed: Value = serde_yaml_upstream::from_str(&text).unwrap();
        let tags: Vec<String> = typed["locales"].as_array().map_or_else(
            || vec!["en".to_owned()],
            |tags| tags.iter().map(|tag| tag.as_str().unwrap().to_owned()).collect(),
        );
        let read = expected::read(&path);
        let entries: BTreeMap<String, &Value> =
            read["codes"].as_array().unwrap().iter().map(|e| (shown(&e["code"]), e)).collect();
        let codes = typed["codes"].as_array().unwrap().iter().map(|entry| shown(&entry["code"]));
        let rows = codes.map(|code| {
            let entry = entries[&code];
            let mut row = vec![code, entry["name"].as_str().unwrap().to_owned()];
            row.extend(tags.iter().map(|tag| entry["messages"][tag].as_str().unwrap().to_owned()));
            row
        });
        let rows = rows.collect();
        let is_wild = WILD.contains(&name);
        Self { name: name.to_owned(), path, is_wild, tags, rows, typed }
    }

    /// The same without what it has of Markdown.
    pub(crate) fn tame(&self) -> Self {
        let mut typed = self.typed.clone();
        for entry in typed["codes"].as_array_mut().unwrap() {
            for name in ["description", "remedy"] {
                entry.as_object_mut().unwrap().remove(name);
            }
        }
        let path = root().join("target/markdown/specs").join(format!("{}-tame.yaml", self.name));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // JSON is YAML, but for characters that YAML wants to see escaped.
        let mut text = String::new();
        for c in typed.to_string().chars() {
            if c.is_ascii() && !c.is_ascii_control() {
                text.push(c);
            } else {
                write!(text, "\\U{:08x}", u32::from(c)).unwrap();
            }
        }
        fs::write(&path, text).unwrap();
        Self::read(&self.name, path)
    }

    /// Whether the entry of a row has anything to list below its heading.
    fn has_list(&self, at: usize) -> bool {
        let entry = &self.typed["codes"][at];
        let facts =
            ["description", "remedy", "params", "http", "grpc", "since", "docs", "aliases", "tags"];
        let is_there = |name: &&str| match &entry[name] {
            Value::Null => false,
            Value::Array(items) => !items.is_empty(),
            Value::Object(map) => !map.is_empty(),
            _ => true,
        };
        self.rows[at][2..].iter().any(|message| *message != self.rows[at][1])
            || facts.iter().any(is_there)
            || entry["retryable"] == true
            || entry.get("kind").is_some_and(|kind| kind != "error")
    }

    /// How many entries have anything to list below their heading.
    pub(crate) fn lists(&self) -> usize {
        (0..self.rows.len()).filter(|&at| self.has_list(at)).count()
    }
}

/// A code as it is shown.
fn shown(code: &Value) -> String {
    code.as_str().map_or_else(|| code.to_string(), str::to_owned)
}

/// The pages of a spec, made with some options.
pub(crate) struct Run<'a> {
    pub(crate) spec: &'a Spec,
    /// The level of the titles of pages.
    pub(crate) heading: usize,
    /// The locales that are shown, by their places in the catalog.
    pub(crate) shown: Vec<usize>,
    /// The pages: name and text.
    pub(crate) pages: BTreeMap<String, String>,
}

impl<'a> Run<'a> {
    /// Without options; one locale, as a part of another page; all but the first, as low as it gets.
    pub(crate) fn all(spec: &'a Spec) -> Vec<Self> {
        let count = spec.tags.len();
        let all: Vec<usize> = (0..count).collect();
        let most = if count > 2 { &all[1..] } else { &all };
        vec![
            Self::new(spec, 1, all.clone(), &[]),
            Self::new(spec, 2, vec![count - 1], &["markdown.heading=2"]),
            Self::new(spec, 4, most.to_vec(), &["markdown.heading=4"]),
        ]
    }

    fn new(spec: &'a Spec, heading: usize, shown: Vec<usize>, sets: &[&str]) -> Self {
        let mut sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
        if shown.len() < spec.tags.len() {
            // Neither their order nor their number counts.
            let tags: Vec<&str> =
                shown.iter().chain(&shown).rev().map(|&at| spec.tags[at].as_str()).collect();
            sets.push(format!("markdown.locales={}", tags.join(",")));
        }
        let pages = generate(&spec.path, &sets);
        Self { spec, heading, shown, pages }
    }

    pub(crate) fn name(&self) -> String {
        let Self { spec, heading, .. } = self;
        format!("{} with titles of level {heading}, CODEGEN_SEED={}", spec.name, seed())
    }

    /// The names of the pages that there must be.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = vec!["index".to_owned()];
        if self.shown.len() > 1 {
            names.extend(self.shown.iter().map(|&at| self.spec.tags[at].clone()));
        }
        names.sort();
        names
    }

    /// What the table of a page must say, its head among it.
    pub(crate) fn table(&self, page: &str) -> Vec<Vec<String>> {
        let own = self.spec.tags.iter().position(|tag| tag == page);
        let columns = own.map_or_else(|| self.shown.clone(), |at| vec![at]);
        let mut head = vec!["Code".to_owned(), "Name".to_owned()];
        if let [_] = columns[..] {
            head.push("Message".to_owned());
        } else {
            head.extend(columns.iter().map(|&at| self.spec.tags[at].clone()));
        }
        let cut = |row: &Vec<String>| {
            let messages = columns.iter().map(|&at| row[2 + at].clone());
            row[..2].iter().cloned().chain(messages).collect()
        };
        std::iter::once(head).chain(self.spec.rows.iter().map(cut)).collect()
    }
}

/// The pages of a spec: name and text.
fn generate(spec: &Path, sets: &[String]) -> BTreeMap<String, String> {
    let out = tempfile::tempdir().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(["--lang", "markdown"])
        .args(sets.iter().flat_map(|set| ["--set", set]))
        .arg("--spec")
        .arg(spec)
        .arg("--out")
        .arg(out.path())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let page = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    let files = fs::read_dir(out.path().join("markdown")).unwrap();
    files.map(|file| page(file.unwrap().path())).collect()
}
