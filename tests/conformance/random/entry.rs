//! One random entry.

use super::draw::Draw;
use super::names::{self, Names};
use super::write::{list, map, text};

const GRPC: [&str; 5] = ["\"OK\"", "\"NOT_FOUND\"", "\"UNAUTHENTICATED\"", "0", "16"];

/// What the entries of a catalog have in common.
pub(super) struct Entries<'a> {
    pub(super) locales: &'a [String],
    /// The name of every entry.
    pub(super) names: &'a [String],
    /// Other names to draw aliases from.
    pub(super) spare: &'a mut Names,
}

impl Entries<'_> {
    /// An entry with this code, already written, the name with this index, and this group.
    pub(super) fn write(
        &mut self,
        draw: &mut Draw<'_>,
        code: &str,
        at: usize,
        group: Option<&str>,
    ) -> String {
        let mut fields = vec![("code", code.to_owned()), ("name", text(&self.names[at]))];
        let mut add = |name, value: Option<String>| fields.extend(value.map(|v| (name, v)));
        add("group", group.map(text));
        add("kind", kind(draw));
        let params = if draw.percent(40) { names::words(draw, 6) } else { Vec::new() };
        add("message", self.message(draw, &params));
        add("params", self.params(draw, &params));
        add("description", draw.percent(30).then(|| self.localized(draw)));
        add("remedy", draw.percent(30).then(|| self.localized(draw)));
        add("http", draw.percent(30).then(|| draw.between(100, 599).to_string()));
        add("grpc", draw.percent(30).then(|| draw.pick(&GRPC).to_owned()));
        add("retryable", draw.percent(30).then(|| draw.percent(70).to_string()));
        add("since", draw.percent(30).then(|| text(&draw.filled())));
        add("deprecated", draw.percent(30).then(|| self.deprecated(draw, at)));
        add("aliases", draw.percent(20).then(|| self.aliases(draw)));
        add("tags", draw.percent(30).then(|| tags(draw)));
        add("docs", draw.percent(30).then(|| docs(draw)));
        // A warning for every entry would bury what matters.
        add("allow", Some(list(&["missing-message"])));
        let lines: Vec<String> =
            fields.iter().map(|(name, value)| format!("    {name}: {value}\n")).collect();
        lines.concat().replacen("    ", "  - ", 1)
    }

    /// A message with each of the parameters, in some locales.
    fn message(&self, draw: &mut Draw<'_>, params: &[String]) -> Option<String> {
        let tags = draw.some(self.locales, self.locales.len());
        if tags.is_empty() && params.is_empty() {
            return draw.percent(50).then(|| text(&message(draw, params)));
        }
        let tags = if tags.is_empty() { self.locales.to_vec() } else { tags };
        let mut messages = Vec::new();
        for tag in tags {
            let tag = if draw.percent(10) { tag.to_uppercase() } else { tag };
            messages.push((tag, text(&message(draw, params))));
        }
        Some(by_tag(&messages))
    }

    fn params(&self, draw: &mut Draw<'_>, names: &[String]) -> Option<String> {
        let mut params = Vec::new();
        for name in names {
            let mut fields = Vec::new();
            if draw.percent(70) {
                fields.push(("type", text(draw.pick(&["string", "int"]))));
            }
            if draw.percent(40) {
                fields.push(("description", self.localized(draw)));
            }
            params.push((name.clone(), map(&fields)));
        }
        (!params.is_empty()).then(|| by_tag(&params))
    }

    /// A text in the fallback locale, or in some locales.
    pub(super) fn localized(&self, draw: &mut Draw<'_>) -> String {
        if draw.percent(30) {
            return text(&draw.filled());
        }
        let tags = draw.some(self.locales, self.locales.len());
        by_tag(&tags.into_iter().map(|tag| (tag, text(&draw.filled()))).collect::<Vec<_>>())
    }

    fn deprecated(&self, draw: &mut Draw<'_>, at: usize) -> String {
        let mut fields = Vec::new();
        if draw.percent(60) {
            fields.push(("since", text(&draw.filled())));
        }
        let other = draw.below(self.names.len());
        if draw.percent(50) && other != at {
            fields.push(("use", text(&self.names[other])));
        }
        if draw.percent(60) {
            fields.push(("reason", text(&draw.filled())));
        }
        map(&fields)
    }

    fn aliases(&mut self, draw: &mut Draw<'_>) -> String {
        list(&(0..draw.below(4)).map(|_| self.spare.entry(draw)).collect::<Vec<_>>())
    }
}

fn by_tag(pairs: &[(String, String)]) -> String {
    map(&pairs.iter().map(|(tag, value)| (tag.as_str(), value.clone())).collect::<Vec<_>>())
}

fn kind(draw: &mut Draw<'_>) -> Option<String> {
    let kind = draw.pick(&["", "", "", "error", "warning", "success"]);
    (!kind.is_empty()).then(|| text(kind))
}

/// A message as it stands in a spec, with each of the parameters at least once.
fn message(draw: &mut Draw<'_>, params: &[String]) -> String {
    let mut pieces: Vec<String> = params.iter().map(|name| format!("{{{name}}}")).collect();
    pieces.extend(draw.some(&pieces.clone(), 2));
    let mut out = String::new();
    while !pieces.is_empty() {
        // Now and then there is nothing between two parameters.
        if draw.percent(80) {
            out += &braced(&draw.text());
        }
        out += &pieces.swap_remove(draw.below(pieces.len()));
    }
    if params.is_empty() || draw.percent(80) {
        out += &braced(&draw.text());
    }
    out
}

fn braced(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

fn tags(draw: &mut Draw<'_>) -> String {
    list(&(0..draw.below(4)).map(|_| draw.filled()).collect::<Vec<_>>())
}

fn docs(draw: &mut Draw<'_>) -> String {
    let start = draw.pick(&["", "https://", "http://example.com/", "https://a.b/?x=1&y="]);
    text(&format!("{start}{}", draw.filled()))
}
