//! A random catalog through every target in `templates/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

use codegen::model::{Artifact, Catalog, Sources, header, is_hidden, is_ours};
use codegen::render::{Context, Options, Target, described};
use codegen::spec::yaml;

use super::catalog::catalog;
use super::choices::Choices;
use super::read::{Read, read};

static TARGETS: LazyLock<Vec<Target>> = LazyLock::new(targets);

/// Renders a random catalog with every target that can express it.
pub fn render(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let text = catalog(&mut choices, false);
    let Read { catalog: Some(catalog), findings, .. } = read(&text, &Vec::new()) else {
        panic!("it does not read:\n{text}");
    };
    let errors: Vec<_> = findings.iter().filter(|finding| finding.is_error()).collect();
    if !errors.is_empty() {
        return false;
    }
    let context = Context::of(&catalog);
    let mut rendered = 0;
    for target in TARGETS.iter() {
        let options = options(target, &mut choices);
        let mut findings = Vec::new();
        target.check(&catalog, &options, &mut findings);
        if !findings.is_empty() {
            continue;
        }
        let artifacts = artifacts(target, &catalog, &context, &options, &text);
        assert_eq!(artifacts, self::artifacts(target, &catalog, &context, &options, &text));
        check(&artifacts, &catalog, &text);
        for entry in 0..catalog.entries.len() {
            let constant = target.constant(&catalog, &context, &options, entry).unwrap();
            assert!(!constant.is_some_and(|constant| constant.contains('\n')), "{text}");
        }
        rendered += 1;
    }
    for entry in 0..catalog.entries.len() {
        serde_json::to_string(&described(&catalog, entry)).unwrap();
    }
    rendered == TARGETS.len()
}

fn artifacts(
    target: &Target,
    catalog: &Catalog,
    context: &Context,
    options: &Options,
    text: &str,
) -> Vec<Artifact> {
    let artifacts = target.render(catalog, context, &header("spec/codes.yaml"), options);
    artifacts.unwrap_or_else(|found| panic!("{} renders not: {found:#?}\n{text}", target.name))
}

/// What holds for every generated file.
fn check(artifacts: &[Artifact], catalog: &Catalog, spec: &str) {
    let mut paths = BTreeSet::new();
    for Artifact { path, text } in artifacts {
        let is_plain = |part| matches!(part, Component::Normal(_));
        assert!(Path::new(path).components().all(is_plain) && !path.contains('\\'), "{path}");
        assert!(paths.insert(path.to_lowercase()), "two files are {path}, of\n{spec}");
        assert!(is_ours(text.as_bytes()), "{path} is not ours, of\n{spec}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{path} ends otherwise");
        let acts = |c: &char| is_hidden(*c) && !"\n\t".contains(*c);
        if let Some(hidden) = text.chars().find(acts) {
            panic!("{hidden:?} stands in {path}, of\n{spec}\nwhich is\n{text}");
        }
        if Path::new(path).extension().is_some_and(|e| e == "json") {
            let read: serde_json::Value = serde_json::from_str(text).unwrap();
            // A schema has none.
            if let Some(codes) = read["codes"].as_array() {
                assert_eq!(codes.len(), catalog.entries.len(), "{path}, of\n{spec}");
            }
        }
    }
    assert!(!artifacts.is_empty(), "{spec}");
}

/// The default of each option, or what the bytes say if it takes that.
fn options(target: &Target, choices: &mut Choices<'_>) -> Options {
    let mut options = Options::new();
    for option in &target.manifest.options {
        let default = option.default.clone();
        let other =
            choices.pick(&["", "true", "1", "3", "en", "x", "codes", "X_1", "none", "false"]);
        let value = option.parse(other).filter(|_| choices.once_in(3)).unwrap_or(default);
        options.insert(option.name.clone(), (value, None));
    }
    options
}

fn targets() -> Vec<Target> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let folder = root.map(|at| at.join("templates")).find(|at| at.is_dir()).unwrap();
    entries(&folder).iter().map(|folder| target(folder)).collect()
}

fn target(folder: &Path) -> Target {
    let mut sources = Sources::default();
    let mut read = |path: &Path| sources.add(name_of(path), fs::read_to_string(path).unwrap());
    let manifest = read(&folder.join("target.yaml"));
    let paths = entries(folder).into_iter().filter(|path| path.extension().unwrap() == "tera");
    let templates: Vec<_> = paths.map(|path| (name_of(&path), read(&path))).collect();
    let root = yaml::parse(manifest, &sources).unwrap();
    Target::read(&name_of(folder), (&root, manifest), &templates, &sources).unwrap()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
