//! `hidden-character`

use super::{Check, Findings, Level, Rule, Standing};
use crate::model::{Action, Catalog, Diagnostic, Span, is_hidden};

pub(super) const RULE: Rule = Rule {
    name: "hidden-character",
    standing: Standing::Advice(Level::Warning),
    finds: "a text has a character that can not be seen, or that changes how others are seen",
    why: "It was pasted with the text, breaks searches and comparisons, and can make a \
          text read as another (https://trojansource.codes/).",
    fails: r#"
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: "The quota\u200b is used up."
"#,
    passes: r#"
codes:
  - code: 210
    name: QUOTA_EXCEEDED
    message: "The quota is used up."
"#,
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, findings: &mut Findings<'_>) {
    for entry in &catalog.entries {
        for (locale, text) in entry.message.iter() {
            let Some((at, c)) = first(&text.value.raw) else { continue };
            let tag = catalog.locales[locale].value.tag();
            let what = format!("the `{tag}` message of `{}`", entry.name.value);
            let place = text.value.part(at, at + c.len_utf8(), text.span);
            let finding = found(findings, &what, c, place);
            let finding = match without(&text.value.raw) {
                Some(mended) => finding.edit(text.span, Action::Text(mended)),
                None => finding,
            };
            findings.push_for(entry, finding);
        }
        let texts = [("description", &entry.description), ("remedy", &entry.remedy)];
        for (field, texts) in texts {
            for (_, text) in texts.iter() {
                let Some((_, c)) = first(&text.value) else { continue };
                let what = format!("the {field} of `{}`", entry.name.value);
                let finding = found(findings, &what, c, text.span);
                findings.push_for(entry, finding);
            }
        }
        let deprecated = entry.deprecated.as_ref();
        let facts = [
            ("docs", entry.docs.as_deref()),
            ("since", entry.since.as_deref()),
            ("deprecated", deprecated.and_then(|d| d.reason.as_deref())),
        ];
        for (field, text) in facts {
            let Some((_, c)) = text.and_then(first) else { continue };
            let what = format!("`{field}` of `{}`", entry.name.value);
            let finding = found(findings, &what, c, entry.place(field));
            findings.push_for(entry, finding);
        }
    }
    let titles = catalog.title.iter().chain(catalog.groups.iter().flat_map(|g| g.title.iter()));
    for (_, title) in titles {
        let Some((_, c)) = first(&title.value) else { continue };
        let finding = found(findings, "a title", c, title.span);
        findings.push(finding);
    }
}

fn found(findings: &Findings<'_>, what: &str, c: char, place: Span) -> Diagnostic {
    let number = format!("U+{:04X}", u32::from(c));
    let name = name(c);
    findings
        .at(place, format!("{what} has {name} ({number})"))
        .here(format!("{number} stands here"))
        .help("remove it, or `allow: [hidden-character]` where it is meant")
}

/// The first hidden character that no text needs, with its place.
fn first(text: &str) -> Option<(usize, char)> {
    let is_rtl = text.contains(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}'));
    text.char_indices().find(|(_, c)| is_hidden(*c) && !is_needed(*c, is_rtl))
}

/// Whether some writing needs it: line breaks, spaces that do not break, joiners and variation
/// selectors of emoji and of Indic and Persian letters, marks of direction beside Arabic or Hebrew.
fn is_needed(c: char, is_rtl: bool) -> bool {
    match c {
        '\n'
        | '\u{a0}'
        | '\u{202f}'
        | '\u{3000}'
        | '\u{200c}'
        | '\u{200d}'
        | '\u{fe00}'..='\u{fe0f}' => true,
        '\u{200e}' | '\u{200f}' | '\u{61c}' => is_rtl,
        _ => false,
    }
}

/// The text without those that leave nothing behind when they go; nothing where there is another.
fn without(text: &str) -> Option<String> {
    let goes = |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    let mended: String = text.chars().filter(|c| !goes(*c)).collect();
    (first(&mended).is_none() && !mended.trim().is_empty()).then_some(mended)
}

fn name(c: char) -> &'static str {
    match c {
        '\t' => "a tab",
        '\r' => "a carriage return",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero width space",
        '\u{2060}' => "a word joiner",
        '\u{feff}' => "a byte order mark",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a control of text direction"
        }
        '\u{2028}' | '\u{2029}' => "a separator of lines",
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => "a character of private use",
        c if c.is_control() => "a control character",
        c if c.is_whitespace() => "an unusual space",
        _ => "a character that can not be seen",
    }
}
