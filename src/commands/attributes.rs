//! The lines of `.gitattributes` for what is generated
//! (<https://git-scm.com/docs/gitattributes>). Knows nothing of the file itself.

use std::path::Path;

use super::paths;
use super::settings::Settings;
use crate::model::Bundle;

/// Collapsed in reviews and left out of statistics
/// (<https://github.com/github-linguist/linguist/blob/main/docs/overrides.md>); LF on every system.
const ATTRIBUTES: &str = "linguist-generated text eol=lf";

/// The lines for a folder that has a folder for each target.
pub(super) fn of_folder(folder: &Path) -> Option<String> {
    line(&format!("{}/**", paths::shown(folder)))
}

/// The lines for the targets of a run. A folder that a target has for itself may hold what the
/// user wrote: there, each file is named that is in `bundles`.
pub(super) fn of_targets(settings: &Settings, bundles: &[Bundle]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for chosen in &settings.targets {
        let (folder, within) = (&chosen.folder.path, &chosen.folder.within);
        if folder != within {
            // Where that is the whole project, only the folders of targets are ours.
            let is_all = paths::shown(within) == ".";
            lines.extend(of_folder(if is_all { folder } else { within }));
            continue;
        }
        let own = bundles.iter().filter(|bundle| bundle.target == chosen.target.name);
        let artifacts = own.flat_map(|bundle| &bundle.artifacts);
        lines.extend(artifacts.filter_map(|a| line(&paths::shown(&folder.join(&a.path)))));
    }
    let mut seen = std::collections::BTreeSet::new();
    lines.retain(|line| seen.insert(line.clone()));
    lines
}

/// Those of the lines whose pattern a text does not have.
pub(super) fn missing<'l>(text: &str, lines: &'l [String]) -> Vec<&'l str> {
    let pattern = |line: &str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        first.strip_prefix('/').unwrap_or(first).to_owned()
    };
    let marked = text.lines().filter(|line| line.contains("linguist-generated"));
    let has: Vec<String> = marked.map(pattern).collect();
    lines.iter().filter(|line| !has.contains(&pattern(line))).map(String::as_str).collect()
}

/// Nothing for what lies elsewhere: the file counts for its own folder and those below.
fn line(path: &str) -> Option<String> {
    if path.starts_with("../") || Path::new(path).is_absolute() {
        return None;
    }
    // `?` stands for any one character: for those, too, that mean something in a pattern.
    let plain = |c: char| if c.is_whitespace() || "[]?\\\"".contains(c) { '?' } else { c };
    let pattern: String = path.chars().map(plain).collect();
    Some(format!("/{pattern} {ATTRIBUTES}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_any_name_is_one_pattern() {
        let of = |path: &str| of_folder(Path::new(path));
        let line = |pattern: &str| Some(format!("{pattern} {ATTRIBUTES}"));
        assert_eq!(of("./out"), line("/out/**"));
        assert_eq!(of("an out [1]"), line("/an?out??1?/**"));
        assert_eq!(of("返回码"), line("/返回码/**"));
        assert_eq!(of("../out"), None);
        assert_eq!(of("/srv/out"), None);
    }

    #[test]
    fn a_line_is_there_whatever_else_it_says() {
        let lines = [of_folder(Path::new("out")).unwrap()];
        let there = ["/out/** linguist-generated", "# a\nout/** linguist-generated=true eol=lf"];
        assert!(there.iter().all(|text| missing(text, &lines).is_empty()));
        for text in ["", "/out/** text", "/out/go/** linguist-generated"] {
            assert_eq!(missing(text, &lines), [lines[0].as_str()], "{text}");
        }
    }
}
