//! How places in sources are named: line and column for people, paths from the root of a
//! repository for the machines that show them beside its files.

use std::fmt::Write as _;

use super::Run;
use crate::model::{Source, Span};

/// `spec/codes.yaml:5:11`, from the root of the repository.
pub(super) fn place(span: Span, run: &Run<'_>) -> String {
    let source = run.sources.get(span.source);
    let at = source.position(span.start);
    let path = path(source, run.folder).unwrap_or_else(|| source.name.clone());
    format!("{path}:{}:{}", at.line, at.column)
}

/// The path of a source from the root of the repository, with the working folder as seen from
/// there; nothing for a text that is no file.
pub(super) fn path(source: &Source, folder: &str) -> Option<String> {
    source.is_file().then(|| rooted(&source.name, folder))
}

/// A path from the working folder as one from the root of the repository.
pub(super) fn rooted(path: &str, folder: &str) -> String {
    let is_absolute = path.starts_with('/') || path.as_bytes().get(1) == Some(&b':');
    if folder.is_empty() || is_absolute {
        return path.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').collect();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// A path as a URI reference (RFC 3986): relative, or `file:` where the path is absolute.
pub(super) fn uri(path: &str) -> String {
    let mut uri = match path.as_bytes() {
        [b'/', ..] => "file://".to_owned(),
        [drive, b':', ..] if drive.is_ascii_alphabetic() => "file:///".to_owned(),
        _ => String::new(),
    };
    for byte in path.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if is_plain {
            uri.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_at_the_root() {
        assert_eq!(rooted("spec/codes.yaml", ""), "spec/codes.yaml");
        assert_eq!(rooted("spec/codes.yaml", "api/v1"), "api/v1/spec/codes.yaml");
        assert_eq!(rooted("../sdk/codes.go", "api/v1"), "api/sdk/codes.go");
        assert_eq!(rooted("../../../x", "api/v1"), "../x");
        assert_eq!(rooted("/tmp/x", "api"), "/tmp/x");
        assert_eq!(rooted("C:/x", "api"), "C:/x");
    }

    #[test]
    fn a_uri_holds_plain_characters_only() {
        assert_eq!(uri("spec/错 a:b.yaml"), "spec/%E9%94%99%20a%3Ab.yaml");
        assert_eq!(uri("/tmp/a b"), "file:///tmp/a%20b");
        assert_eq!(uri("C:/a"), "file:///C%3A/a");
    }
}
