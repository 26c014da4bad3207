//! What a draft says otherwise of an entry that is there: texts and HTTP status. Names, comments
//! and other fields stay.

use super::find::{field, fields, last_value};
use super::{Merge, Step};
use crate::model::node::{Node, Value};
use crate::model::words::all_of;
use crate::model::{Action, Diagnostic, DraftEntry, Edit, Entry, Field, Localized, Message, New};
use crate::spec::emit::{entry as emit, write};

/// What changes in an entry, and what is added to it.
pub(super) fn changes(
    merge: &Merge<'_>,
    own: &DraftEntry,
    entry: &Entry,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Step> {
    let Some(item) = merge.item(entry) else { return Vec::new() };
    let mut changes = Changes { merge, own, entry, steps: Vec::new(), new: Vec::new() };
    let messages = changes.messages(findings);
    changes.localized("message", item, &messages);
    let differing = |texts: &Localized<String>,
                     known: &Localized<crate::model::Spanned<String>>| {
        let text = |(at, text): (usize, &String)| {
            let known = merge.known_locale(at).and_then(|at| known.get(at));
            known.is_none_or(|known| !is_same(&known.value, text)).then(|| text.clone())
        };
        let texts =
            (0..merge.draft.locales.len()).map(|at| texts.get(at).and_then(|t| text((at, t))));
        Localized(texts.collect())
    };
    changes.localized("description", item, &differing(&own.description, &entry.description));
    changes.localized("remedy", item, &differing(&own.remedy, &entry.remedy));
    if let Some(http) = own.http.filter(|http| entry.http != Some(*http)) {
        changes.http(item, http);
    }
    changes.finish(item)
}

struct Changes<'a> {
    merge: &'a Merge<'a>,
    own: &'a DraftEntry,
    entry: &'a Entry,
    steps: Vec<Step>,
    /// Fields that the entry does not have.
    new: Vec<Field>,
}

impl Merge<'_> {
    /// The locale of the catalog that one of the draft is.
    fn known_locale(&self, at: usize) -> Option<usize> {
        let tag = self.draft.locales.get(at)?.tag();
        self.catalog.locales.iter().position(|known| known.value.is(tag))
    }
}

impl Changes<'_> {
    /// The messages that differ from those that are there, as they are typed in a spec.
    fn messages(&self, findings: &mut Vec<Diagnostic>) -> Localized<String> {
        let raw = |at: usize| {
            let text = self.own.message.get(at)?;
            let known = self.merge.known_locale(at).and_then(|at| self.entry.message.get(at));
            if known.is_some_and(|known| is_same(&known.value.display(), text)) {
                return None;
            }
            let raw = self.raw(text);
            let lacking = self.lacking(&raw);
            if lacking.is_empty() {
                return Some(raw);
            }
            let tag = self.merge.draft.locales[at].tag();
            let message = format!("the text in `{tag}` has no {}", all_of(&lacking));
            findings.push(
                Diagnostic::error("parameter-mismatch", message, self.own.span)
                    .here("not imported")
                    .label(self.entry.code.span, "the other texts of this entry have it"),
            );
            None
        };
        Localized((0..self.merge.draft.locales.len()).map(raw).collect())
    }

    /// A text as a message: what the entry declares as a parameter is one, any other brace stands
    /// for itself.
    fn raw(&self, text: &str) -> String {
        let mut raw = Message::literal(text).raw;
        for param in &self.entry.params {
            let name = &param.name.value;
            raw = raw.replace(&format!("{{{{{name}}}}}"), &format!("{{{name}}}"));
        }
        raw
    }

    /// The parameters of the entry that a text lacks.
    fn lacking(&self, raw: &str) -> Vec<String> {
        let has = |name: &str| {
            Message::parse(raw).is_ok_and(|message| message.params().any(|own| own == name))
        };
        let params = self.entry.params.iter().filter(|param| self.entry.uses(param));
        params.map(|param| param.name.value.clone()).filter(|name| !has(name)).collect()
    }

    /// Texts that differ, in a field that may be there or not.
    fn localized(&mut self, name: &str, item: &Node, texts: &Localized<String>) {
        let locales = &self.merge.draft.locales;
        let Some(node) = field(item, name) else {
            self.new.extend(emit::localized(name, texts, locales));
            return;
        };
        // Where there is one text only, it is that of the fallback locale.
        let fallback = &self.merge.catalog.locales[self.merge.catalog.fallback].value;
        let mut added = Vec::new();
        for (at, text) in texts.iter() {
            let locale = &locales[at];
            let is_it = |tag: &str| locale.is(tag);
            let known = match node.value {
                Value::Map(_) => fields(node).find(|(tag, _)| is_it(tag)).map(|(_, value)| value),
                _ => Some(node).filter(|_| locale.is(fallback.tag())),
            };
            match known {
                Some(known) => {
                    let action = Action::Text(text.clone());
                    self.push(
                        Edit { span: known.span, action },
                        &format!("{name} in {}", locale.tag()),
                    );
                }
                None => added.push(emit::text(locale.tag(), text)),
            }
        }
        if added.is_empty() {
            return;
        }
        let tags: Vec<&str> = added.iter().map(|field| field.name.as_str()).collect();
        let what = format!("{name} in {}", tags.join(", "));
        let edit = match (&node.value, last_value(node)) {
            (Value::Map(_), Some(last)) => {
                Some(Edit { span: last.span, action: Action::AddFields(added) })
            }
            (Value::Text(text), _) => {
                let all = std::iter::once(emit::text(fallback.tag(), text)).chain(added);
                let all = write::line(&New::Line(all.collect()), false);
                Some(Edit { span: node.span, action: Action::Plain(all) })
            }
            _ => None,
        };
        self.push(edit, &what);
    }

    fn http(&mut self, item: &Node, http: u16) {
        match field(item, "http") {
            Some(node) => {
                let action = Action::Plain(http.to_string());
                self.push(Edit { span: node.span, action }, "http");
            }
            None => self.new.push(Field::new("http", New::Plain(http.to_string()))),
        }
    }

    fn push(&mut self, edit: impl Into<Option<Edit>>, what: &str) {
        let told = format!("{} {}: {what}", self.entry.code.value, self.entry.name.value);
        let told = vec![(self.own.span, told)];
        let edits = edit.into().into_iter().collect();
        self.steps.push(Step { edits, told, added: 0, changed: 1 });
    }

    fn finish(mut self, item: &Node) -> Vec<Step> {
        if let Some(last) = last_value(item)
            && !self.new.is_empty()
        {
            let names: Vec<&str> = self.new.iter().map(|field| field.name.as_str()).collect();
            let (what, changed) = (names.join(", "), names.len());
            let action = Action::AddFields(std::mem::take(&mut self.new));
            self.push(Edit { span: last.span, action }, &what);
            if let Some(step) = self.steps.last_mut() {
                step.changed = changed;
            }
        }
        self.steps
    }
}

/// Whether texts are the same but for white space around their lines, which no table keeps.
fn is_same(known: &str, text: &str) -> bool {
    fn lines(text: &str) -> impl Iterator<Item = &str> {
        text.trim().split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty())
    }
    lines(known).eq(lines(text))
}
