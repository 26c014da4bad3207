//! Names that differ in whatever case a target writes them, and meet nothing it uses itself.

use std::collections::BTreeSet;

use super::draw::Draw;
use super::pools::bare;

/// What targets put before or after the name of an entry to name something else.
const AFFIXES: [(&str, &str); 2] = [("FORMAT", ""), ("", "ARGS")];

/// The names given so far.
pub(super) struct Names {
    seen: BTreeSet<String>,
}

impl Names {
    pub(super) fn new(taken: &BTreeSet<String>, locales: &[String]) -> Self {
        let mut seen = taken.clone();
        seen.extend(locales.iter().map(|tag| format!("LOCALE{}", bare(tag))));
        // Not the name of any code: what is unknown by name is asked for by this.
        seen.insert("NOSUCHNAME".to_owned());
        Self { seen }
    }

    /// A new name of an entry.
    pub(super) fn entry(&mut self, draw: &mut Draw<'_>) -> String {
        loop {
            let name = if draw.percent(60) { near_a_word(draw) } else { of_letters(draw) };
            let plain = bare(&name);
            let forms: Vec<String> =
                AFFIXES.iter().map(|(before, after)| format!("{before}{plain}{after}")).collect();
            if !self.seen.contains(&plain) && forms.iter().all(|form| !self.seen.contains(form)) {
                self.seen.insert(plain);
                self.seen.extend(forms);
                return name;
            }
        }
    }
}

/// New names of parameters, or of anything else with lower case letters.
pub(super) fn words(draw: &mut Draw<'_>, most: usize) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let words = (0..draw.below(most + 1)).map(|_| {
        let word = draw.word();
        match draw.below(8) {
            0 => format!("{word}_"),
            1 => format!("{word}_{}", draw.below(3)),
            2 => format!("{word}{}", draw.word()),
            _ => word,
        }
    });
    words.filter(|word| seen.insert(bare(word))).collect()
}

fn near_a_word(draw: &mut Draw<'_>) -> String {
    let mut parts = vec![screaming(&draw.word())];
    match draw.below(6) {
        0 => parts.push(screaming(&draw.word())),
        1 => parts.push(draw.below(100).to_string()),
        2 => parts.insert(0, of_letters(draw)),
        _ => {}
    }
    parts.join("_")
}

fn screaming(word: &str) -> String {
    let parts: Vec<&str> = word.split('_').filter(|part| !part.is_empty()).collect();
    parts.join("_").to_ascii_uppercase()
}

fn of_letters(draw: &mut Draw<'_>) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const DIGITS_TOO: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    let mut name = String::from(char::from(draw.pick(LETTERS)));
    for _ in 0..draw.below(10) {
        if draw.percent(20) {
            name.push('_');
        }
        name.push(char::from(draw.pick(DIGITS_TOO)));
    }
    name
}
