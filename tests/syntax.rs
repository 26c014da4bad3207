//! Mistakes in the YAML of a spec: each is found where it was made, and nowhere else.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use codegen::model::{Diagnostic, Sources};
use codegen::spec::yaml;
use proptest::prelude::*;

/// What a text has to say about its YAML: the line of each finding, and its words.
fn findings(text: &str) -> Vec<(usize, String)> {
    let mut sources = Sources::default();
    let id = sources.add("codes.yaml", text);
    let found: Vec<Diagnostic> = match yaml::parse(id, &sources) {
        Ok(root) => yaml::doubts(&root, sources.get(id)),
        Err(found) => found,
    };
    let line = |finding: &Diagnostic| sources.get(id).line(finding.labels[0].span.start);
    let mut found: Vec<_> = found.iter().map(|f| (line(f), f.message.clone())).collect();
    found.sort();
    found
}

/// Texts without quotes, and texts as they stand in quotes.
const PLAIN: [&str; 12] = [
    "All is well.",
    "签名错误。",
    "it's gone (again)",
    "100% - done",
    "see http://example.org/x#y",
    "don't say \"no\"",
    "a\u{3000}wide space",
    "设备“甲”不存在",
    "C# or F#",
    "x",
    "12:30",
    "a, b; c",
];
const QUOTED: [&str; 6] = [
    "\"wrong: here\"",
    "'it''s #5'",
    "\"{limit} left\"",
    "\"“so”\"",
    "'@user'",
    "\"a \\\" quote\"",
];

/// One entry in one of the ways to write it; its first line is its dash.
fn entry(number: usize, style: u8, text: &str, quoted: &str) -> String {
    match style {
        0 => format!(
            "  - code: {number}\n    name: N_{number}\n    message: {text}\n    remedy: {quoted}\n"
        ),
        1 => format!(
            "  - code: {number} # one\n    name: N_{number}\n    message:\n      zh: {text}\n      en: {quoted}\n    http: 400\n"
        ),
        2 => format!("  - {{ code: {number}, name: N_{number}, message: {{ en: {quoted} }} }}\n"),
        3 => format!(
            "  - code: {number}\n    name: N_{number}\n    message: |\n      {text}: {{\n        - \"{text}\n\n    tags: [a, b]\n"
        ),
        _ => format!(
            "\n  # {text}: {quoted}\n  - code: {number}\n    name: N_{number}\n    message: {text}\n      and more\n    http: 400\n"
        ),
    }
}

fn spec(entries: Range<usize>) -> impl Strategy<Value = String> {
    let entry = (0..5_u8, 0..PLAIN.len(), 0..QUOTED.len());
    prop::collection::vec(entry, entries).prop_map(|entries| {
        let mut text = String::from("format: 1\nlocales: [zh, en]\ncodes:\n");
        for (number, (style, plain, quoted)) in entries.into_iter().enumerate() {
            // Writing to a text can't fail.
            let _ = write!(text, "{}", self::entry(number, style, PLAIN[plain], QUOTED[quoted]));
        }
        text
    })
}

/// A slip of the keyboard in one line; `None` where the line has no place for it.
type Slip = fn(&str) -> Option<String>;

const SLIPS: [(&str, Slip); 23] = [
    ("a tab", |line| {
        let rest = line.strip_prefix("    ").filter(|r| r.starts_with(char::is_alphabetic))?;
        Some(format!("\t{rest}"))
    }),
    ("a no-break space", |line| {
        let rest = line.strip_prefix("    ").filter(|r| r.starts_with(char::is_alphabetic))?;
        Some(format!("   \u{a0}{rest}"))
    }),
    ("no closing double quote", |line| {
        let text = line.strip_suffix('"').filter(|l| l.contains(": \""))?;
        (!text.ends_with('\\')).then(|| text.to_owned())
    }),
    ("no closing single quote", |line| {
        line.strip_suffix('\'').filter(|l| l.contains(": '")).map(str::to_owned)
    }),
    ("a colon in a text", |line| {
        (is_plain(line) && !line.contains('#')).then(|| format!("{line} so: yes"))
    }),
    ("one space too many", |line| is_field(line).then(|| format!(" {line}"))),
    ("one space too few", |line| is_field(line).then(|| line[1..].to_owned())),
    ("an item too deep", |line| line.starts_with("  - code").then(|| format!("   {}", &line[2..]))),
    ("an item too far out", |line| {
        line.strip_prefix(" ").filter(|l| l.starts_with(" - code")).map(str::to_owned)
    }),
    ("no space after a colon", |line| {
        (is_plain(line) && !line.contains('#')).then(|| line.replacen(": ", ":", 1))
    }),
    ("a full-width colon", |line| {
        (is_plain(line) && !line.contains('#')).then(|| line.replacen(": ", "：", 1))
    }),
    ("a sign that begins a text", |line| is_plain(line).then(|| line.replacen(": ", ": @", 1))),
    ("an open bracket", |line| line.strip_suffix(']').map(str::to_owned)),
    ("an open brace", |line| line.strip_suffix(" }").map(str::to_owned)),
    ("a brace too many", |line| line.ends_with('}').then(|| format!("{line}}}"))),
    ("a wrong bracket", |line| line.strip_suffix(']').map(|l| format!("{l}}}"))),
    ("typographic quotes", |line| {
        let (name, text) = line.split_once(": \"").filter(|(_, text)| text.contains(": "))?;
        Some(format!("{name}: “{}”", text.strip_suffix('"').filter(|t| !t.contains('"'))?))
    }),
    ("a quote in quotes", |line| {
        let text = line.strip_suffix('"').filter(|l| l.contains(": \"") && !l.contains('\\'))?;
        Some(format!("{text} \"so\" it is\""))
    }),
    ("a parameter in front", |line| is_plain(line).then(|| line.replacen(": ", ": {name} ", 1))),
    ("a backslash", |line| {
        let text = line.strip_suffix('"').filter(|l| l.contains(": \"") && !l.contains('\\'))?;
        Some(format!("{text} C:\\data\""))
    }),
    ("a control character", |line| is_plain(line).then(|| format!("{line}\0"))),
    ("an equals sign", |line| {
        (is_field(line) && is_plain(line) && !line.contains('#'))
            .then(|| line.replacen(": ", " = ", 1))
    }),
    ("no space after a dash", |line| {
        line.starts_with("  - code").then(|| line.replacen("- ", "-", 1))
    }),
];

/// Whether a line is a field of an entry with a text on it.
fn is_field(line: &str) -> bool {
    line.starts_with("    ") && line[4..].starts_with(char::is_alphabetic) && line.contains(": ")
}

fn is_plain(line: &str) -> bool {
    line.starts_with("    message: ") && !line.ends_with('|')
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_valid_spec_has_no_finding(text in spec(1..12)) {
        prop_assert_eq!(findings(&text), []);
    }

    #[test]
    fn a_slip_is_found_in_its_line(
        text in spec(1..12),
        slip in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
    ) {
        let (name, places) = pick(&text, slip, 0..text.len());
        let (number, new) = &places[at.index(places.len())];
        let text = with(&text, &[(*number, new.as_str())]);
        let found = findings(&text);
        prop_assert!(
            found.len() == 1 && found[0].0 == number + 1,
            "{name} in line {}: {found:#?}\n{text}", number + 1,
        );
    }

    #[test]
    fn two_slips_are_found_in_their_lines(
        text in spec(8..16),
        slips in any::<[(prop::sample::Index, prop::sample::Index); 2]>(),
    ) {
        let made = |(slip, at): (prop::sample::Index, prop::sample::Index), lines| {
            let (name, mut places) = pick(&text, slip, lines);
            let (number, new) = places.swap_remove(at.index(places.len()));
            (name, number, new)
        };
        // Side by side, one of them may be told in the words of the other.
        let half = text.lines().count() / 2;
        let (name, number, new) = made(slips[0], 0..half - 3);
        let (other, second, newer) = made(slips[1], half + 3..2 * half);
        prop_assume!(name != other);
        let text = with(&text, &[(number, new.as_str()), (second, newer.as_str())]);
        let found: Vec<usize> = findings(&text).iter().map(|(line, _)| *line).collect();
        prop_assert!(
            found == [number + 1, second + 1],
            "{name} in line {}, {other} in line {}: {found:?}\n{text}", number + 1, second + 1,
        );
    }
}

/// A slip that these lines have places for, and what it makes of them.
fn pick(
    text: &str,
    slip: prop::sample::Index,
    lines: Range<usize>,
) -> (&'static str, Vec<(usize, String)>) {
    let made = |slip: Slip| -> Vec<(usize, String)> {
        text.lines()
            .enumerate()
            .filter(|(n, line)| lines.contains(n) && !line.trim_start().starts_with('#'))
            .filter_map(|(n, line)| slip(line).map(|new| (n, new)))
            .collect()
    };
    let mut fit: Vec<_> = SLIPS.map(|(name, slip)| (name, made(slip))).into();
    fit.retain(|(_, places)| !places.is_empty());
    fit.swap_remove(slip.index(fit.len()))
}

/// The text with other lines in places.
fn with(text: &str, replaced: &[(usize, &str)]) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for (number, new) in replaced {
        lines[*number] = new;
    }
    lines.join("\n") + "\n"
}

/// Every YAML file there is, but for the cases of such mistakes, and of too much.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() {
            if !["yaml-", "syntax", "broken", "bomb", "cut-off-text", "typographic-quotes"]
                .iter()
                .any(|about| name.contains(about))
            {
                files(&path, found);
            }
        } else if name.ends_with(".yaml") {
            found.push(path);
        }
    }
}

#[test]
fn no_file_has_a_false_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["spec", "templates", "tests"] {
        files(&root.join(folder), &mut paths);
    }
    assert!(paths.len() > 150, "found {} files", paths.len());
    // Its excerpt is what that case is about.
    paths.retain(|path| !path.to_string_lossy().contains("spec-hidden-characters-in-excerpt"));
    let texts = paths.iter().filter_map(|path| Some((path, fs::read_to_string(path).ok()?)));
    let found: Vec<_> = texts
        .map(|(path, text)| (path, findings(&text)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}
