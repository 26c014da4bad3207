//! Kinds of changes in words, for a terminal and for a page.

use std::fmt::Write as _;

use super::change::{ChangeRule, Verdict};
use super::rules::CHANGES;
use crate::model::words::{one_of, sentence, wrapped};

/// How many characters a line of prose has at most, with the four before it.
const WIDTH: usize = 80;

const INTRODUCTION: &str = "
# Changes

What can change from one version of a catalog to the next. `codegen breaking --against BASELINE` \
finds the changes and says of each what it means for those who use the codes:

- *breaking*: a program that was right may be wrong now, or no longer compile
- *compatible*: there is more than there was, and all that there was
- *editorial*: only words for people changed

What a kind of change means is set in `codegen.yaml`:

```yaml
breaking: { retryable-changed: compatible, message-reworded: breaking }
```
";

/// Every kind in one line: its name, its verdict, what it is.
#[must_use]
pub fn listed() -> String {
    let width = CHANGES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in CHANGES {
        // Writing to a text can't fail.
        let _ =
            writeln!(text, "{:<width$}  {:<10}  {}", rule.name, rule.verdict.name(), rule.finds);
    }
    text
}

/// The kind with this name.
#[must_use]
pub fn kind(name: &str) -> Option<&'static ChangeRule> {
    CHANGES.iter().find(|rule| rule.name == name).copied()
}

/// The part on all kinds of a page on rules.
#[must_use]
pub fn page() -> String {
    let mut text = INTRODUCTION.to_owned();
    text.push_str("\n| Change | Verdict | What it is |\n| --- | --- | --- |\n");
    for rule in CHANGES {
        let (name, verdict, finds) = (rule.name, rule.verdict.name(), rule.finds);
        let _ = writeln!(text, "| [`{name}`](#{name}) | {verdict} | {finds} |");
    }
    for rule in CHANGES {
        let (name, verdict) = (rule.name, rule.verdict.name());
        let (finds, why) = (sentence(rule.finds), rule.why);
        let _ = write!(text, "\n## {name}\n\n{finds} Verdict: {verdict}.\n\n{why}\n");
    }
    text
}

impl ChangeRule {
    /// All there is to say about it.
    #[must_use]
    pub fn explained(&self) -> String {
        let mut text = format!("{} ({})\n", self.name, self.verdict.name());
        let other = match self.verdict {
            Verdict::Breaking => Verdict::Compatible,
            Verdict::Compatible | Verdict::Editorial => Verdict::Breaking,
        };
        let verdicts = one_of(Verdict::ALL.map(|(name, _)| name));
        let setting = format!("in `codegen.yaml`: {verdicts}");
        let example = format!("    breaking: {{ {}: {} }}", self.name, other.name());
        let parts = [
            ("What it finds", wrapped(&sentence(self.finds), WIDTH - 4)),
            ("Why it matters", wrapped(self.why, WIDTH - 4)),
            ("Verdict", vec![setting, example]),
        ];
        for (title, lines) in parts {
            let _ = writeln!(text, "\n{title}:\n    {}", lines.join("\n    "));
        }
        text
    }
}
