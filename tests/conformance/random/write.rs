//! Writes YAML that every reader takes the same way: texts in double quotes, and in ASCII.

use std::fmt::Write;

/// A text in double quotes.
pub(super) fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match (c, u32::from(c)) {
            ('"' | '\\', _) => {
                out.push('\\');
                out.push(c);
            }
            (' '..='~', _) => out.push(c),
            ('\n', _) => out.push_str("\\n"),
            ('\t', _) => out.push_str("\\t"),
            (_, number @ ..=0xff) => write!(out, "\\x{number:02x}").unwrap(),
            (_, number @ ..=0xffff) => write!(out, "\\u{number:04x}").unwrap(),
            (_, number) => write!(out, "\\U{number:08x}").unwrap(),
        }
    }
    out.push('"');
    out
}

/// A list of texts.
pub(super) fn list<S: AsRef<str>>(texts: &[S]) -> String {
    let texts: Vec<String> = texts.iter().map(|t| text(t.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

/// A mapping of what is written already.
pub(super) fn map(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> =
        pairs.iter().map(|(key, value)| format!("{}: {value}", text(key))).collect();
    if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
}
