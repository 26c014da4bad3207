//! The template engine: the only place that knows Tera. Each target has one engine with its own
//! filters; the values that templates see are made once and shared by all.

mod context;
mod errors;
mod expression;
mod frame;
mod growth;
mod meter;
mod order;
mod prepare;
mod rewrite;
mod scan;
mod shape;
mod shared;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use self::meter::{Fault, Meter};
use self::rewrite::{DEFINED, ENTER, LEAVE, MADE, MAYBE, Prepared, ROUNDS, TAKEN};
use super::manifest::Manifest;
use crate::model::{Diagnostic, SourceId, Sources, Span};

pub use self::context::Context;
pub(super) use self::context::Scope;

/// The name of the template that writes the constant of an entry.
pub(super) const CONSTANT: &str = "constant";

/// The templates of one target, ready to render.
#[derive(Debug)]
pub(super) struct Engine {
    tera: Tera,
    meter: Arc<Meter>,
    templates: BTreeMap<String, Template>,
    manifest: Span,
    /// The names of templates and declared filters, for suggestions.
    names: Vec<String>,
}

/// A template and where its text came from.
#[derive(Debug)]
struct Template {
    original: String,
    prepared: Prepared,
    origin: Origin,
}

#[derive(Clone, Copy, Debug)]
enum Origin {
    /// A file of the target.
    File(SourceId),
    /// A text in the manifest.
    Inline(Span),
}

impl Engine {
    /// Reads the templates of a target: its files, by name, and the paths and conditions in its
    /// manifest, whose names are those that [`path_name`] and [`when_name`] give.
    pub(in crate::render) fn new(
        manifest: &Manifest,
        manifest_source: SourceId,
        files: &[(String, SourceId)],
        sources: &Sources,
    ) -> Result<Self, Vec<Diagnostic>> {
        let manifest_start = sources.start_of(manifest_source);
        let mut engine = Self {
            tera: Tera::new(),
            meter: Arc::default(),
            templates: BTreeMap::new(),
            manifest: manifest_start,
            names: Vec::new(),
        };
        engine.tera.autoescape_on(Vec::<&str>::new());
        engine.register(manifest);
        for (name, source) in files {
            engine.template(name.clone(), &sources.get(*source).text, Origin::File(*source));
        }
        for (at, file) in manifest.files.iter().enumerate() {
            engine.template(path_name(at), &file.path.value, Origin::Inline(file.path.span));
            if let Some(when) = &file.when {
                let text = format!("{{% if {} %}}yes{{% endif %}}", when.value);
                engine.template(when_name(at), &text, Origin::Inline(when.span));
            }
        }
        if let Some(constant) = &manifest.constant {
            engine.template(CONSTANT.to_owned(), &constant.value, Origin::Inline(constant.span));
        }
        shape::check(&engine.templates)?;
        let texts: Vec<(&str, &str)> =
            engine.templates.iter().map(|(n, t)| (n.as_str(), t.prepared.text.as_str())).collect();
        let added = engine.tera.add_raw_templates(texts);
        match added {
            Ok(()) => Ok(engine),
            Err(error) => Err(engine.findings(&error, None)),
        }
    }

    /// Renders one template.
    pub(in crate::render) fn render(
        &self,
        name: &str,
        context: &Context,
    ) -> Result<String, Vec<Diagnostic>> {
        let _turn = self.meter.start(context.codes());
        self.tera
            .render(name, context.values())
            .map_err(|error| self.findings(&error, Some(context)))
    }

    fn template(&mut self, name: String, text: &str, origin: Origin) {
        self.names.push(name.clone());
        let prepared = prepare::prepare(text);
        for text in prepared.texts() {
            let rounds = move |meter: &Meter, value: &Value| {
                meter.rounds(value.len().unwrap_or_default(), text)
            };
            self.count(format!("{ROUNDS}{text}"), rounds);
            let meter = Arc::clone(&self.meter);
            self.tera.register_function(
                format!("{ENTER}{text}"),
                move |_: Kwargs, _: &State<'_>| {
                    meter.enter(text)?;
                    TeraResult::Ok(true)
                },
            );
        }
        self.templates.insert(name, Template { original: text.to_owned(), prepared, origin });
    }

    fn register(&mut self, manifest: &Manifest) {
        growth::register(&mut self.tera, &self.meter);
        order::register(&mut self.tera);
        self.count(DEFINED, |meter, value| defined(value).and_then(|()| meter.read(value)));
        self.count(TAKEN, |meter, value| defined(value).and_then(|()| meter.whole(value)));
        self.count(MAYBE, Meter::whole);
        self.count(MADE, Meter::made);
        let meter = Arc::clone(&self.meter);
        self.tera.register_function(LEAVE, move |_: Kwargs, _: &State<'_>| {
            meter.leave();
            true
        });
        for (name, escape) in &manifest.escapes {
            let (escape, meter) = (escape.clone(), Arc::clone(&self.meter));
            let filter = move |text: &str, _: Kwargs, _: &State<'_>| {
                escape.growth(text).map_or(Ok(()), |bytes| meter.text(bytes))?;
                TeraResult::Ok(escape.apply(text))
            };
            self.tera.register_filter(name.clone(), filter);
            self.names.push(name.clone());
        }
        for (name, identifier) in &manifest.identifiers {
            let identifier = identifier.clone();
            let filter = move |text: &str, _: Kwargs, _: &State<'_>| identifier.of(text);
            self.tera.register_filter(name.clone(), filter);
        }
    }

    /// Registers a filter that gives back what it is given, and counts it.
    fn count(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        count: impl Fn(&Meter, &Value) -> Result<(), Fault> + Send + Sync + 'static,
    ) {
        let meter = Arc::clone(&self.meter);
        self.tera.register_filter(name, move |value: Value, _: Kwargs, _: &State<'_>| {
            count(&meter, &value)?;
            TeraResult::Ok(value)
        });
    }
}

/// The name of the template that gives the path of a file of the manifest.
#[must_use]
pub(super) fn path_name(file: usize) -> String {
    format!("files[{file}].path")
}

/// The name of the template that tells whether a file of the manifest is made.
#[must_use]
pub(super) fn when_name(file: usize) -> String {
    format!("files[{file}].when")
}

fn defined(value: &Value) -> Result<(), Fault> {
    if value.is_undefined() { Err(Fault::Undefined) } else { Ok(()) }
}
