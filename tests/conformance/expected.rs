//! What a program must print, read from the YAML by a reader that shares no code with codegen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use serde_yaml_upstream as yaml;

const UNKNOWN: i64 = 12321;
/// No codes of any case; some mean something to a language, one needs escapes.
const UNKNOWN_TEXTS: [&str; 5] =
    ["no such \"code\" \\\u{2028}\u{e9}", "", "constructor", "__proto__", "NO_SUCH_NAME"];
const INT_ARGUMENT: &str = "-9223372036854775808";
const GRPC: [&str; 17] = [
    "OK",
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
    "UNAUTHENTICATED",
];

/// Reads a spec that includes no other files.
pub(crate) fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap();
    let spec: yaml::Value = yaml::from_str(&text).unwrap();
    let spec: Value = serde_json::to_value(&spec).unwrap();
    assert!(spec.get("include").is_none());
    let reader = Reader::new(&spec);
    let mut entries: Vec<&Value> = spec["codes"].as_array().unwrap().iter().collect();
    let is_text = spec["type"] == "string";
    if is_text {
        // The order of bytes, which is that of Unicode scalar values.
        entries.sort_by_key(|e| e["code"].as_str().unwrap());
    } else {
        entries.sort_by_key(|e| number(&e["code"]));
    }
    let unknown: Vec<Value> =
        if is_text { UNKNOWN_TEXTS.map(Value::from).to_vec() } else { vec![json!(UNKNOWN)] };
    json!({
        "codes": entries.iter().map(|e| reader.entry(e)).collect::<Vec<_>>(),
        "unknown": unknown.iter().map(unknown_code).collect::<Vec<_>>(),
        "by_name": Reader::by_name(&entries),
        "locales": reader.probes(),
        "success": entries.iter().any(|e| e["kind"] == "success").then_some(true),
        "error": entries.iter().any(|e| e["kind"] != "success").then_some(true),
    })
}

/// What is known of a code that a newer server sent: the code.
fn unknown_code(code: &Value) -> Value {
    json!({
        "code": code,
        "shown": code.as_str().map_or_else(|| code.to_string(), str::to_owned),
        "known": false,
        "name": null,
        "kind": null,
        "group": null,
        "http": null,
        "grpc": null,
        "retryable": false,
        "since": null,
        "deprecated": null,
        "aliases": [],
        "tags": [],
        "docs": null,
        "message": null,
    })
}

fn number(code: &Value) -> i128 {
    code.as_i64().map(i128::from).or_else(|| code.as_u64().map(i128::from)).unwrap()
}

struct Reader<'a> {
    spec: &'a Value,
    locales: Vec<&'a str>,
    fallback: &'a str,
}

impl<'a> Reader<'a> {
    fn new(spec: &'a Value) -> Self {
        let locales: Vec<&str> = spec["locales"]
            .as_array()
            .map_or_else(|| vec!["en"], |l| l.iter().map(|t| t.as_str().unwrap()).collect());
        let fallback = spec["fallback"].as_str().unwrap_or(locales[0]);
        Self { spec, locales, fallback }
    }

    fn entry(&self, entry: &Value) -> Value {
        let list = |key: &str| entry.get(key).cloned().unwrap_or_else(|| json!([]));
        let mut messages = BTreeMap::new();
        let mut formatted = BTreeMap::new();
        for tag in &self.locales {
            let raw = self.message(entry, tag);
            messages.insert(tag.to_owned(), fill(&raw, &|name| format!("{{{name}}}")));
            formatted.insert(tag.to_owned(), fill(&raw, &|name| argument(entry, name)));
        }
        let deprecated = entry.get("deprecated").map(|d| {
            let replacement = d["use"].as_str().map(|name| {
                let codes = self.spec["codes"].as_array().unwrap();
                codes.iter().find(|e| e["name"] == name).unwrap()["code"].clone()
            });
            json!({ "since": d["since"], "use": replacement, "reason": d["reason"] })
        });
        json!({
            "code": entry["code"],
            "name": entry["name"],
            "kind": entry.get("kind").cloned().unwrap_or_else(|| json!("error")),
            "group": self.group(entry),
            "http": entry["http"],
            "grpc": match &entry["grpc"] {
                Value::String(name) => json!(GRPC.iter().position(|g| g == name).unwrap()),
                other => other.clone(),
            },
            "retryable": entry.get("retryable").cloned().unwrap_or(json!(false)),
            "since": entry["since"],
            "deprecated": deprecated,
            "aliases": list("aliases"),
            "tags": list("tags"),
            "docs": entry["docs"],
            "messages": messages,
            "formatted": formatted,
        })
    }

    /// The raw message: in the locale, in one that it is a part of, in the fallback, in the
    /// first locale that has one; else the name.
    fn message(&self, entry: &Value, tag: &str) -> String {
        let own = |wanted: &str| match &entry["message"] {
            Value::String(text) => (wanted == self.fallback).then(|| text.clone()),
            Value::Object(map) => {
                let found = map.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted));
                found.map(|(_, text)| text.as_str().unwrap().to_owned())
            }
            _ => None,
        };
        let parents = self.parents(tag);
        let order = parents.iter().copied().chain([self.fallback]).chain(self.locales.clone());
        let mut order = order;
        order.find_map(own).unwrap_or_else(|| entry["name"].as_str().unwrap().replace('{', "{{"))
    }

    /// The declared locales that a tag is, or is a part of, the nearest first.
    fn parents(&self, tag: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        let mut rest = tag.replace('_', "-");
        loop {
            found.extend(self.locales.iter().find(|l| l.eq_ignore_ascii_case(&rest)));
            match rest.rfind('-') {
                Some(cut) => rest.truncate(cut),
                None => return found,
            }
        }
    }

    fn group(&self, entry: &Value) -> Value {
        if let Some(named) = entry.get("group") {
            return named.clone();
        }
        if entry["code"].is_string() {
            return Value::Null;
        }
        let code = number(&entry["code"]);
        let has = |range: &Value| {
            let pairs = match &range[0] {
                Value::Array(_) => range.as_array().unwrap().clone(),
                _ => vec![range.clone()],
            };
            pairs.iter().any(|p| number(&p[0]) <= code && code <= number(&p[1]))
        };
        let groups = self.spec["groups"].as_array().cloned().unwrap_or_default();
        let found = groups.iter().find(|g| g.get("range").is_some_and(&has));
        found.map_or(Value::Null, |g| g["name"].clone())
    }

    fn by_name(entries: &[&Value]) -> Value {
        let mut names = serde_json::Map::new();
        for entry in entries {
            names.insert(entry["name"].as_str().unwrap().to_owned(), entry["code"].clone());
            for alias in entry["aliases"].as_array().unwrap_or(&Vec::new()) {
                names.insert(alias.as_str().unwrap().to_owned(), entry["code"].clone());
            }
        }
        names.insert("constructor".to_owned(), Value::Null);
        names.insert("NO_SUCH_NAME".to_owned(), Value::Null);
        Value::Object(names)
    }

    fn probes(&self) -> Value {
        let mut probes: Vec<String> = Vec::new();
        for tag in &self.locales {
            probes.push((*tag).to_owned());
            probes.push(tag.to_uppercase().replace('-', "_"));
            probes.push(format!("{tag}-x-test"));
            probes.push(tag.replace('k', "\u{212a}").replace('s', "\u{17f}"));
        }
        probes.extend(["xx", "constructor", ""].map(str::to_owned));
        probes.into_iter().map(|p| (p.clone(), json!(self.parents(&p).first()))).collect()
    }
}

/// A raw message with its parameters replaced and its braces read.
fn fill(raw: &str, argument: &dyn Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => out.extend(chars.next()),
            '{' => {
                let name: String = chars.by_ref().take_while(|c| *c != '}').collect();
                out.push_str(&argument(&name));
            }
            c => out.push(c),
        }
    }
    out
}

fn argument(entry: &Value, name: &str) -> String {
    if entry["params"][name]["type"] == "int" {
        INT_ARGUMENT.to_owned()
    } else {
        format!("A\"{{{name}}}%d${{x}}\\")
    }
}
