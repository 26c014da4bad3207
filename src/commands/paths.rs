//! Paths as they are shown and as they stand in headers: with `/`, and never absolute where a
//! relative one does.

use std::path::{Component, Path, PathBuf};

use crate::model::visible_name;

/// Of a longer path only both ends are shown.
const LONGEST: usize = 1000;

/// A path as it is shown to the user: in one line, without what would act on a terminal.
#[must_use]
pub(super) fn shown(path: &Path) -> String {
    let cleaned = clean(path);
    let text = cleaned.to_string_lossy().replace('\\', "/");
    let text = visible_name(&text);
    let count = text.chars().count();
    if count > LONGEST {
        let end: String = text.chars().skip(count - LONGEST / 2).collect();
        return text.chars().take(LONGEST / 2).chain("…".chars()).collect::<String>() + &end;
    }
    if text.is_empty() { ".".to_owned() } else { text.into_owned() }
}

/// A word as it would be typed in a shell: in quotes where it needs them.
#[must_use]
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "._-/=,:+@".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// How the path of a spec stands in headers: relative to the root of the project. A spec outside
/// of it goes by its file name, so that artifacts don't depend on where a project is checked out.
#[must_use]
pub(super) fn in_header(spec: &Path, root: &Path) -> String {
    match absolute(spec).strip_prefix(absolute(root)) {
        Ok(relative) => shown(relative),
        Err(_) => spec.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
    }
}

/// A path as it is typed in a file of the folder `root`: relative to it, or absolute where it leads
/// out of it.
#[must_use]
pub(super) fn from(path: &Path, root: &Path) -> String {
    let path = absolute(path);
    shown(path.strip_prefix(absolute(root)).unwrap_or(&path))
}

/// Whether two paths name the same.
#[must_use]
pub(super) fn is_same(a: &Path, b: &Path) -> bool {
    absolute(a) == absolute(b)
}

fn absolute(path: &Path) -> PathBuf {
    // An empty path is the working directory, joined to it because it is no path by itself.
    let joined = Path::new(".").join(path);
    std::path::absolute(joined).map_or_else(|_| path.to_owned(), |path| clean(&path))
}

/// The path without `.` and, where that is sure, without `..`.
fn clean(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(out.components().next_back(), Some(Component::Normal(_))) =>
            {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_short() {
        assert_eq!(shown(Path::new("./a/../b//c.rs")), "b/c.rs");
        assert_eq!(shown(Path::new(".")), ".");
        assert_eq!(shown(Path::new("../x")), "../x");
        assert_eq!(shown(Path::new("a\n\u{1b}[31m.rs")), "a<U+000A><U+001B>[31m.rs");
        let long = shown(Path::new(&"a/".repeat(1000)));
        assert_eq!(long, format!("{}…{}", "a/".repeat(250), "/a".repeat(250)));
    }

    #[test]
    fn a_header_names_the_spec_by_its_place_in_the_project() {
        assert_eq!(in_header(Path::new("/p/spec/codes.yaml"), Path::new("/p")), "spec/codes.yaml");
        assert_eq!(in_header(Path::new("/q/my.yaml"), Path::new("/p")), "my.yaml");
        assert_eq!(in_header(Path::new("a/../b.yaml"), Path::new("")), "b.yaml");
    }
}
