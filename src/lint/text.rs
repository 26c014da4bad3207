//! Rules in words, for a terminal.

use std::fmt::Write as _;

use super::{Level, RULES, Rule};
use crate::model::words::{one_of, sentence, wrapped};

/// How many characters stand before each line of a part.
const INDENT: usize = 4;
/// How many characters a line of prose has at most, with these.
const WIDTH: usize = 80;

/// Every rule in one line: its name, its level, what it finds.
#[must_use]
pub fn listed() -> String {
    let name = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let level = RULES.iter().map(|rule| rule.shown_level().len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in RULES {
        // Writing to a text can't fail.
        let _ =
            writeln!(text, "{:<name$}  {:<level$}  {}", rule.name, rule.shown_level(), rule.finds);
    }
    text
}

impl Rule {
    /// All there is to say about it.
    #[must_use]
    pub fn explained(&self) -> String {
        let prose = |words: &str| wrapped(words, WIDTH - INDENT).join("\n");
        let parts = [
            ("What it finds", prose(&sentence(self.finds))),
            ("Why it matters", prose(self.why)),
            ("Example", self.failing().to_owned()),
            ("Mended", self.passing().to_owned()),
            ("Level", self.settings()),
        ];
        let mut text = format!("{} ({})\n", self.name, self.shown_level());
        for (title, body) in parts {
            let _ = writeln!(text, "\n{title}:");
            for line in body.lines() {
                let _ = writeln!(text, "{}", format!("{:INDENT$}{line}", "").trim_end());
            }
        }
        text
    }

    /// Where its level is set.
    fn settings(&self) -> String {
        let name = self.name;
        if !self.is_optional() {
            return "always an error: `codegen.yaml` can't change it, nor can `allow`".to_owned();
        }
        let other = match self.level() {
            Level::Off => "warning",
            Level::Error | Level::Warning => "off",
        };
        let levels = one_of(Level::ALL.map(|(level, _)| level));
        format!(
            "in `codegen.yaml`, for all entries: {levels}\n    \
             lint: {{ {name}: {other} }}\n\
             in the spec, for one entry:\n    \
             allow: [{name}]"
        )
    }
}
