//! Rules in words, as a page of Markdown.

use std::fmt::Write as _;

use super::{RULES, Rule};
use crate::model::words::sentence;

const INTRODUCTION: &str = "\
<!-- Printed by `codegen rules --markdown`. -->

# Rules

What can be wrong with a spec, with `codegen.yaml` or with a target. A finding shows the name of its \
rule in brackets, and `codegen rules NAME` prints what stands here of that rule.

A rule whose level is *fixed* is always an error, and with an error nothing is generated. The level \
of any other rule is set in `codegen.yaml` to `error`, `warning` or `off`:

```yaml
lint: { missing-message: error, unused-parameter: off }
```

An entry silences such a rule for itself:

```yaml
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    allow: [missing-message] # not before the texts are translated
```

In the examples, the spec stands without its line `format: 1`, and another file below a comment with \
its path.
";

/// The page on all rules, with a table of them before the rest.
#[must_use]
pub fn page() -> String {
    let mut text = INTRODUCTION.to_owned();
    text.push_str("\n| Rule | Level | What it finds |\n| --- | --- | --- |\n");
    for rule in RULES {
        let (name, level, finds) = (rule.name, rule.shown_level(), rule.finds);
        // Writing to a text can't fail.
        let _ = writeln!(text, "| [`{name}`](#{name}) | {level} | {finds} |");
    }
    for rule in RULES {
        section(rule, &mut text);
    }
    text
}

fn section(rule: &Rule, text: &mut String) {
    let (name, level, finds) = (rule.name, rule.shown_level(), sentence(rule.finds));
    let (why, failing, passing) = (rule.why, rule.failing(), rule.passing());
    let _ = write!(text, "\n## {name}\n\n{finds} Level: {level}.\n\n{why}\n");
    for (title, example) in [("Example", failing), ("Mended", passing)] {
        let _ = write!(text, "\n{title}:\n\n```yaml\n{example}```\n");
    }
}
