//! Random catalogs, as hostile as they are valid: the same for the same seed.

#[path = "random/draw.rs"]
mod draw;
#[path = "random/entry.rs"]
mod entry;
#[path = "random/names.rs"]
mod names;
#[path = "random/pools.rs"]
mod pools;
#[path = "random/write.rs"]
mod write;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::hash::{BuildHasher, Hasher};
use std::path::Path;

use draw::Draw;
use entry::Entries;
use names::Names;
use pools::Pools;
use write::{map, text};

const ENTRIES: usize = 300;

/// The seed of a run that asks for none: the same catalogs every time.
const SEED: u64 = 1;

/// What every language holds exactly of the types of numbers.
const INTEGERS: [(&str, i128, i128); 6] = [
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", -MOST_EXACT, MOST_EXACT),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, MOST_EXACT),
];
const MOST_EXACT: i128 = (1 << 53) - 1;

/// Codes that no case has: see `expected.rs`.
const UNKNOWN: [&str; 5] = ["", "12321", "constructor", "__proto__", "NO_SUCH_NAME"];

/// The seed that `CODEGEN_SEED` asks for: a number, or `random`.
pub(crate) fn seed() -> u64 {
    match std::env::var("CODEGEN_SEED").as_deref() {
        Err(_) => SEED,
        // The only chance that the standard library offers.
        Ok("random") => std::hash::RandomState::new().build_hasher().finish() % 1_000_000_000,
        Ok(number) => number.parse().expect("CODEGEN_SEED is a number, or `random`"),
    }
}

/// A catalog of numbers and one of texts, each with its name.
pub(crate) fn specs(root: &Path, seed: u64) -> [(&'static str, String); 2] {
    let pools = Pools::read(root);
    let mut draw = Draw::new(seed, &pools);
    let code_type = draw.pick(&INTEGERS);
    let numbers = numbers(&mut draw, code_type);
    let texts = texts(&mut draw);
    [
        ("random-numbers", catalog(&mut draw, code_type.0, &numbers)),
        ("random-texts", catalog(&mut draw, "string", &texts)),
    ]
}

/// Codes in ascending order, as they are written: the ends of the type, runs, and any others.
fn numbers(draw: &mut Draw<'_>, (_, first, last): (&str, i128, i128)) -> Vec<String> {
    let mut codes = BTreeSet::from([first, last, 0]);
    while codes.len() < ENTRIES {
        let code =
            if draw.percent(50) { draw.between(-200, 400) } else { draw.between(first, last) };
        if (first..=last).contains(&code) && code != 12321 {
            codes.insert(code);
        }
    }
    codes.iter().map(i128::to_string).collect()
}

fn texts(draw: &mut Draw<'_>) -> Vec<String> {
    let pools = draw.pools;
    let mut codes: BTreeSet<String> = pools.codes.iter().cloned().collect();
    while codes.len() < ENTRIES {
        codes.insert(if draw.percent(20) { draw.word() } else { draw.text() });
    }
    codes.iter().filter(|code| !UNKNOWN.contains(&code.as_str())).map(|code| text(code)).collect()
}

/// The YAML of a catalog with these codes, which are in order and written already.
fn catalog(draw: &mut Draw<'_>, code_type: &str, codes: &[String]) -> String {
    let pools = draw.pools;
    let mut locales = draw.some(&pools.locales, 5);
    if locales.is_empty() {
        locales.push("en".to_owned());
    }
    let fallback = draw.pick(&locales);
    let mut spare = Names::new(&pools.taken, &locales);
    let names: Vec<String> = codes.iter().map(|_| spare.entry(draw)).collect();
    let mut entries = Entries { locales: &locales, names: &names, spare: &mut spare };

    let mut out = String::from("format: 1\ncatalog: random\n");
    writeln!(out, "type: {code_type}").unwrap();
    writeln!(out, "locales: {}", write::list(&locales)).unwrap();
    writeln!(out, "fallback: {}", text(&fallback)).unwrap();
    if draw.percent(80) {
        writeln!(out, "title: {}", entries.localized(draw)).unwrap();
    }
    let groups = groups(draw, code_type != "string", codes);
    if !groups.is_empty() {
        out.push_str("groups:\n");
    }
    for group in &groups {
        writeln!(out, "  - {}", group.write(draw, &entries)).unwrap();
    }
    out.push_str("codes:\n");
    let written: Vec<String> = (0..codes.len())
        .map(|at| {
            let group = groups.iter().find(|group| group.takes(at, draw));
            entries.write(draw, &codes[at], at, group.map(|g| g.name.as_str()))
        })
        .collect();
    // The order of a spec is its author's.
    for entry in draw.shuffled(&written) {
        out.push_str(&entry);
    }
    out
}

/// A group, with the codes that its range holds.
struct Group {
    name: String,
    range: Option<(usize, usize)>,
    ends: Option<String>,
}

/// Groups without ranges, or groups whose ranges hold all codes.
fn groups(draw: &mut Draw<'_>, may_range: bool, codes: &[String]) -> Vec<Group> {
    let names = names::words(draw, 4);
    let ranged = may_range && draw.percent(50);
    let each = codes.len().div_ceil(names.len().max(1));
    let name = |word: &str| word.to_lowercase().replace('_', "-").trim_end_matches('-').to_owned();
    names
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let (first, last) = (at * each, ((at + 1) * each).min(codes.len()) - 1);
            Group {
                name: name(word),
                range: ranged.then_some((first, last)),
                ends: ranged.then(|| format!("[{}, {}]", codes[first], codes[last])),
            }
        })
        .collect()
}

impl Group {
    /// Whether the entry of a code is to name the group.
    fn takes(&self, at: usize, draw: &mut Draw<'_>) -> bool {
        draw.percent(30) && self.range.is_none_or(|(first, last)| (first..=last).contains(&at))
    }

    fn write(&self, draw: &mut Draw<'_>, entries: &Entries<'_>) -> String {
        let mut fields = vec![("name", text(&self.name))];
        fields.extend(draw.percent(70).then(|| ("title", entries.localized(draw))));
        fields.extend(self.ends.clone().map(|ends| ("range", ends)));
        fields.extend(draw.percent(50).then(|| ("owner", text(&draw.filled()))));
        map(&fields)
    }
}
