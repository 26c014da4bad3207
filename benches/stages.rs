//! What each stage of a run costs: `cargo bench --bench stages`, with a part of a name behind `--`
//! for only those. The catalogs are those of `examples/bench`, which measures whole processes.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../examples/bench/catalog.rs"]
mod catalog;

use std::fs;
use std::path::Path;

use codegen::lint::lint;
use codegen::model::{Bundle, Catalog, FileChange, Sources, header};
use codegen::output;
use codegen::render::{Context, Options, Target};
use codegen::spec::{self, yaml};
use divan::Bencher;
use divan::counter::ItemsCount;
use tempfile::TempDir;

const SIZES: [usize; 3] = [94, 1_000, 10_000];
const TARGETS: [&str; 5] = ["go", "markdown", "python", "rust", "ts"];
/// As many codes as one target is rendered for, and its files are compared and written.
const CODES: usize = 1_000;

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES)]
fn read_spec(bencher: Bencher<'_, '_>, codes: usize) {
    let text = catalog::yaml(codes);
    bencher.counter(ItemsCount::new(codes)).bench_local(|| read(&text));
}

#[divan::bench(args = SIZES)]
fn lint_catalog(bencher: Bencher<'_, '_>, codes: usize) {
    let catalog = read(&catalog::yaml(codes));
    bencher.counter(ItemsCount::new(codes)).bench_local(|| {
        let mut findings = Vec::new();
        lint(&catalog, &[], &mut findings);
        findings
    });
}

#[divan::bench(args = SIZES)]
fn view_catalog(bencher: Bencher<'_, '_>, codes: usize) {
    let catalog = read(&catalog::yaml(codes));
    bencher.counter(ItemsCount::new(codes)).bench_local(|| Context::of(&catalog));
}

#[divan::bench(args = TARGETS)]
fn read_target(bencher: Bencher<'_, '_>, name: &str) {
    bencher.bench_local(|| target(name));
}

#[divan::bench(args = TARGETS)]
fn render_target(bencher: Bencher<'_, '_>, name: &str) {
    let catalog = read(&catalog::yaml(CODES));
    let (context, target) = (Context::of(&catalog), target(name));
    bencher
        .counter(ItemsCount::new(CODES))
        .bench_local(|| bundle(&target, &catalog, &context, Path::new("out")));
}

#[divan::bench]
fn compare_fresh(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let bundles = bundles(folder.path());
    output::write(&output::compare(bundles.clone()).unwrap()).unwrap();
    bencher
        .counter(ItemsCount::new(CODES))
        .with_inputs(|| bundles.clone())
        .bench_local_values(|bundles| output::compare(bundles).unwrap());
}

#[divan::bench]
fn write_missing(bencher: Bencher<'_, '_>) {
    let changes = || -> (TempDir, Vec<FileChange>) {
        let folder = tempfile::tempdir().unwrap();
        let changes = output::compare(bundles(folder.path())).unwrap();
        (folder, changes)
    };
    bencher.counter(ItemsCount::new(CODES)).with_inputs(changes).bench_local_values(
        |(folder, changes)| {
            output::write(&changes).unwrap();
            folder
        },
    );
}

fn read(text: &str) -> Catalog {
    let mut sources = Sources::default();
    let id = sources.add("spec/codes.yaml", text);
    let root = yaml::parse(id, &sources).unwrap();
    let mut findings = Vec::new();
    let head = spec::head(&root, &mut findings);
    let main = spec::File { root: &root, source: sources.get(id) };
    let catalog = spec::catalog(head, main, &[], &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    catalog
}

fn target(name: &str) -> Target {
    let mut sources = Sources::default();
    let mut templates = Vec::new();
    let mut manifest = None;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(name);
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let id = sources.add(name.as_str(), fs::read_to_string(file.path()).unwrap());
        if name == "target.yaml" {
            manifest = Some(id);
        } else {
            templates.push((name, id));
        }
    }
    let id = manifest.unwrap();
    let root = yaml::parse(id, &sources).unwrap();
    Target::read(name, (&root, id), &templates, &sources).unwrap()
}

fn bundles(folder: &Path) -> Vec<Bundle> {
    let catalog = read(&catalog::yaml(CODES));
    let context = Context::of(&catalog);
    TARGETS.iter().map(|name| bundle(&target(name), &catalog, &context, folder)).collect()
}

fn bundle(target: &Target, catalog: &Catalog, context: &Context, folder: &Path) -> Bundle {
    let specs = &target.manifest.options;
    let options: Options =
        specs.iter().map(|o| (o.name.clone(), (o.default.clone(), None))).collect();
    let header = header("spec/codes.yaml");
    Bundle {
        target: target.name.clone(),
        folder: folder.join(&target.name),
        within: folder.to_owned(),
        shown: target.name.clone(),
        owns_folder: true,
        artifacts: target.render(catalog, context, &header, &options).unwrap(),
    }
}
