//! The text of a cell or a heading as a reader sees it: marks of emphasis, links and code are
//! gone, entities are characters. Knows no table.

use std::collections::HashSet;

use pulldown_cmark::{BrokenLink, Event, Options, Parser};

/// Elements that only say how a text looks; anything else between `<` and `>` is text.
const ELEMENTS: [&str; 24] = [
    "a", "abbr", "b", "big", "center", "code", "del", "div", "em", "font", "i", "ins", "kbd",
    "mark", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "tt", "u",
];

/// What markup reads as. `labels` are the references that the page defines, in lower case.
pub(super) fn text(markup: &str, labels: &HashSet<String>) -> String {
    if !markup.contains(['\\', '`', '*', '_', '~', '&', '<', '[']) {
        return markup.to_owned();
    }
    let is_defined = |link: BrokenLink<'_>| {
        labels.contains(&link.reference.to_lowercase()).then(|| ("#".into(), "".into()))
    };
    // Behind a character no block begins: a cell `1. a` or `# b` is no list and no heading.
    let behind = format!(".{markup}");
    let options = Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_with_broken_link_callback(&behind, options, Some(is_defined));
    let mut out = String::with_capacity(behind.len());
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => {
                let is_first = out.ends_with('\n');
                out.push_str(if is_first { text.trim_start() } else { &text });
            }
            Event::InlineHtml(html) => push_html(&html, &mut out),
            _ => {}
        }
    }
    out.strip_prefix('.').unwrap_or(&out).to_owned()
}

fn push_html(html: &str, out: &mut String) {
    let inner = html.trim_start_matches(['<', '/']);
    let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    if name == "br" {
        out.truncate(out.trim_end_matches([' ', '\t']).len());
        out.push('\n');
    } else if !html.starts_with("<!--") && !ELEMENTS.contains(&name.as_str()) {
        out.push_str(html);
    }
}

/// What stands for a character in pages that codegen wrote, read back.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['⏎', '⟨']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('⏎') {
            out.push('\n');
            rest = after;
        } else if let Some((c, after)) = numbered(rest) {
            out.push(c);
            rest = after;
        } else {
            out.push('⟨');
            rest = &rest['⟨'.len_utf8()..];
        }
    }
    out.push_str(rest);
    out
}

/// The character that `⟨U+202E⟩` stands for, and what follows it.
fn numbered(text: &str) -> Option<(char, &str)> {
    let (hex, after) = text.strip_prefix("⟨U+")?.split_once('⟩')?;
    Some((char::from_u32(u32::from_str_radix(hex, 16).ok()?)?, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(markup: &str) -> String {
        text(markup, &HashSet::from(["ref".to_owned()]))
    }

    #[test]
    fn marks_are_gone_and_their_text_stays() {
        for (markup, read) in [
            ("[签名](https://x.org \"t\") `code` **bold** ~~old~~", "签名 code bold old"),
            ("[text][ref], [ref] and [other][none]", "text, ref and [other][none]"),
            ("a &lt;b&gt; &amp; &#28;&copy; &nosuch;", "a <b> & \u{1c}© &nosuch;"),
            ("one<br>two <BR/> three", "one\ntwo\nthree"),
            ("<font color=red>red</font><!-- x --> List<String>", "red List<String>"),
            ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
            (r"\*not\* \`code\` C:\", r"*not* `code` C:\"),
            ("<https://x.org> ![alt](i.png)", "https://x.org alt"),
        ] {
            assert_eq!(plain(markup), read, "{markup}");
        }
    }

    #[test]
    fn no_block_begins_in_a_cell() {
        for markup in ["1. `a`", "# `a`", "- `a`", "> `a`", "    `a`"] {
            assert_eq!(plain(markup), markup.replace('`', ""), "{markup}");
        }
    }

    #[test]
    fn what_codegen_wrote_reads_back() {
        assert_eq!(decoded("a⏎b⟨U+202E⟩c⟨U+23CE⟩⟨U+27E8⟩"), "a\nb\u{202e}c⏎⟨");
        assert_eq!(decoded("⟨U+⟩ ⟨x"), "⟨U+⟩ ⟨x");
    }
}
