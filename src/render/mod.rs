//! A catalog and a target to artifacts. A target is data: nothing here knows one by name, or
//! touches the disk.

mod check;
mod engine;
mod escape;
mod hidden;
mod identifier;
mod manifest;
mod markdown;
mod option;
mod pairs;
mod region;
pub mod view;
mod views;

use std::collections::BTreeMap;

pub use engine::Context;
pub use escape::Escape;
pub use identifier::Identifier;
pub use manifest::Manifest;
pub use option::{Accepts, OptionSpec, OptionValue, Options};
pub use pairs::Pairs;
pub use region::{Filler, fill, has_regions};

use self::engine::{CONSTANT, Engine, Scope, path_name, when_name};
use self::manifest::{FileSpec, ForEach};
use self::views::Views;
use crate::model::node::Node;
use crate::model::{Artifact, Catalog, Diagnostic, SourceId, Sources, Spanned, is_ours};

/// What templates see of an entry, by its place in a catalog that has no errors.
#[must_use]
pub fn described(catalog: &Catalog, entry: usize) -> view::Entry<'_> {
    Views::new(catalog).entry(&catalog.entries[entry])
}

/// A target with its templates, ready to render.
#[derive(Debug)]
pub struct Target {
    /// The name: that of its folder.
    pub name: String,
    /// What it says of itself.
    pub manifest: Manifest,
    engine: Engine,
}

impl Target {
    /// Reads a target: its manifest, and its templates by name.
    pub fn read(
        name: &str,
        manifest: (&Node, SourceId),
        templates: &[(String, SourceId)],
        sources: &Sources,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut findings = Vec::new();
        let read = Manifest::read(manifest.0, &mut findings);
        let files = read.files.iter().map(|file| &file.template);
        for template in files.chain(read.regions.iter().map(|(_, template)| template)) {
            if !templates.iter().any(|(name, _)| *name == template.value) {
                findings.push(unknown_template(template, templates));
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let engine = Engine::new(&read, manifest.1, templates, sources)?;
        Ok(Self { name: name.to_owned(), manifest: read, engine })
    }

    /// Finds what the target can't express of a catalog.
    pub fn check(&self, catalog: &Catalog, options: &Options, findings: &mut Vec<Diagnostic>) {
        self.check_options(catalog, options, findings);
        check::check(&self.name, &self.manifest, options, catalog, findings);
    }

    /// Finds what options name that the catalog does not have.
    fn check_options(&self, catalog: &Catalog, options: &Options, findings: &mut Vec<Diagnostic>) {
        for option in &self.manifest.options {
            if let Some(set) = options.get(&option.name) {
                option.check(set, &self.name, catalog, findings);
            }
        }
    }

    /// Renders every file of the target. `catalog` is what `context` shows; `header` is the line
    /// that marks a file as generated.
    pub fn render(
        &self,
        catalog: &Catalog,
        context: &Context,
        header: &str,
        options: &Options,
    ) -> Result<Vec<Artifact>, Vec<Diagnostic>> {
        let context = self.context(catalog, context, header, options);
        let mut artifacts = Vec::new();
        for (at, file) in self.manifest.files.iter().enumerate() {
            for context in contexts(file, catalog, &context) {
                artifacts.extend(self.artifact(at, file, &context)?);
            }
        }
        Ok(artifacts)
    }

    /// How a program in the language of the target writes the constant of an entry, which is named
    /// by its place in the catalog; `None` where the target does not say.
    pub fn constant(
        &self,
        catalog: &Catalog,
        context: &Context,
        options: &Options,
        entry: usize,
    ) -> Result<Option<String>, Vec<Diagnostic>> {
        if self.manifest.constant.is_none() {
            return Ok(None);
        }
        let context = self.context(catalog, context, "", options).with_scope(Scope::Entry(entry));
        self.engine.render(CONSTANT, &context).map(Some)
    }

    /// What the templates of the target see.
    fn context(
        &self,
        catalog: &Catalog,
        context: &Context,
        header: &str,
        options: &Options,
    ) -> Context {
        let header = self.manifest.header.replace("{}", header);
        let values: BTreeMap<&str, OptionValue> = self
            .manifest
            .options
            .iter()
            .filter_map(|o| Some((o.name.as_str(), o.resolved(&options.get(&o.name)?.0, catalog))))
            .collect();
        context.with_target(&header, &values)
    }

    fn artifact(
        &self,
        at: usize,
        file: &FileSpec,
        context: &Context,
    ) -> Result<Option<Artifact>, Vec<Diagnostic>> {
        if file.when.is_some() && self.engine.render(&when_name(at), context)?.is_empty() {
            return Ok(None);
        }
        let path = self.engine.render(&path_name(at), context)?;
        let mut text = self.engine.render(&file.template.value, context)?;
        text.truncate(text.trim_end().len());
        text.push('\n');
        if !is_ours(text.as_bytes()) {
            // Without the header the next run would take its own file for somebody else's.
            let name = &file.template.value;
            let message = format!("`{name}` does not begin with the header");
            return Err(vec![
                Diagnostic::error("missing-header", message, file.template.span)
                    .here("generates files without a header")
                    .help("begin the template with `{{ header }}`"),
            ]);
        }
        Ok(Some(Artifact { path, text }))
    }
}

fn contexts(file: &FileSpec, catalog: &Catalog, context: &Context) -> Vec<Context> {
    let each = |count: usize, scope: fn(usize) -> Scope| {
        (0..count).map(|index| context.with_scope(scope(index))).collect()
    };
    match file.for_each {
        ForEach::Catalog => vec![context.clone()],
        ForEach::Locale => each(catalog.locales.len(), Scope::Locale),
        ForEach::Group => each(catalog.groups.len(), Scope::Group),
        ForEach::Entry => each(catalog.entries.len(), Scope::Entry),
    }
}

fn unknown_template(template: &Spanned<String>, templates: &[(String, SourceId)]) -> Diagnostic {
    use crate::model::words::{did_you_mean, one_of, quoted};
    let names = || templates.iter().map(|(name, _)| name.as_str());
    let message = format!("unknown template {}", quoted(&template.value));
    Diagnostic::error("unknown-template", message, template.span)
        .here(format!("the target has {}", one_of(names())))
        .help_opt(did_you_mean(&template.value, names()))
}
