//! Markdown within Markdown: what a spec has as Markdown stays so in an item of a list, and
//! nothing in it reaches beyond that item.
//!
//! Outside code, `<`, `{` and `$` become entities, so there is no HTML, and no expression of a
//! dialect. Links keep safe schemes only; autolinks become plain ones. Definitions, which would
//! count for the whole page, are resolved or become text. Headings sink to the lowest level, out
//! of the outline of the page. Tabs become spaces, hidden characters visible.
//!
//! As one change can turn what follows into something else, the text is read again until there
//! is nothing left to change.

mod code;
mod comments;
mod edits;

use pulldown_cmark::{Event, Options, Parser, Tag};

use self::code::fenced;
use self::edits::Edits;
use super::hidden::Hidden;

pub(super) use self::comments::{Comment, comments};

/// A text that takes more is shown as code.
const MOST_PASSES: usize = 10;

/// How far a tab goes, and how far code is indented.
const TAB: usize = 4;

/// What must not stand outside code, and what stands for it.
const ENTITIES: [(&str, &str); 7] = [
    ("<", "&lt;"),
    ("\\<", "&lt;"),
    ("{", "&#123;"),
    ("\\{", "&#123;"),
    ("$", "&#36;"),
    ("\\$", "&#36;"),
    // Only a definition needs the two together.
    ("]:", "]&#58;"),
];

/// The text for an item whose lines begin with `indent` spaces. It goes on after a space where it
/// begins with a paragraph, else below an empty line; where there is no text, nothing comes.
#[must_use]
pub(super) fn contain(text: &str, indent: usize, hidden: &Hidden) -> String {
    let text = settled(visible(text, hidden));
    let placed = match Parser::new_ext(&text, common()).next() {
        None => return String::new(),
        Some(Event::Start(Tag::Paragraph)) => format!(" {}", text.trim()),
        Some(_) => {
            let blank = text.len() - text.trim_start().len();
            let start = text[..blank].rfind('\n').map_or(0, |end| end + 1);
            format!("\n\n{}", text[start..].trim_end())
        }
    };
    let lines = placed.split('\n').enumerate().map(|(at, line)| match line.trim() {
        "" => String::new(),
        _ if at == 0 => line.to_owned(),
        _ => format!("{:indent$}{line}", ""),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What most engines read beyond the standard.
fn common() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// The text with line feeds only, spaces for tabs, and hidden characters shown.
fn visible(text: &str, hidden: &Hidden) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        let width = if c == '\t' { TAB - column % TAB } else { 1 };
        match c {
            '\n' => out.push(c),
            '\t' => out.extend(std::iter::repeat_n(' ', width)),
            _ => hidden.push(c, &mut out),
        }
        column = if c == '\n' { 0 } else { column + width };
    }
    out
}

fn settled(mut text: String) -> String {
    for _ in 0..MOST_PASSES {
        let mended = mend(&text);
        if mended == text {
            return text;
        }
        text = mended;
    }
    fenced(&text)
}

/// Reads the text once, and changes what must not stay.
fn mend(text: &str) -> String {
    let edits = Edits::of(text, &[common(), Options::empty()]);
    let mut out = String::with_capacity(text.len() + 16);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let is_escape = c == '\\' && rest[1..].starts_with(|c: char| c.is_ascii_punctuation());
        let (end, instead) = if let Some(edit) = edits.at(at) {
            edit
        } else if let Some((from, to)) = ENTITIES.iter().find(|(from, _)| rest.starts_with(from)) {
            (at + from.len(), *to)
        } else if is_deep_fence(&text[..at], rest) {
            (at + 1, if c == '~' { "&#126;" } else { "&#96;" })
        } else {
            let length = if is_escape { 2 } else { c.len_utf8() };
            (at + length, &rest[..length])
        };
        out.push_str(instead);
        at = end;
    }
    out
}

/// Whether a fence begins that is no fence, but in a dialect where no code is indented.
fn is_deep_fence(before: &str, rest: &str) -> bool {
    before.ends_with("    ") && (rest.starts_with("```") || rest.starts_with("~~~"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contained(text: &str) -> String {
        let hidden = Hidden { short: Some("⟨U+{X4}⟩".into()), long: None };
        contain(text, 2, &hidden)
    }

    #[test]
    fn a_paragraph_goes_on_and_the_rest_is_indented() {
        assert_eq!(contained("Wait *a while*.\nThen:\n\n- retry\n"), {
            " Wait *a while*.\n  Then:\n\n  - retry"
        });
        assert_eq!(contained("\n1. Wait\n2. Retry\n"), "\n\n  1. Wait\n  2. Retry");
        assert_eq!(contained(" \n\t\n"), "");
    }

    #[test]
    fn there_is_no_html_outside_code() {
        assert_eq!(contained("a < b <b>{x}</b> \\<i> $5"), {
            " a &lt; b &lt;b>&#123;x}&lt;/b> &lt;i> &#36;5"
        });
        assert_eq!(contained("`<b> {x} $` ok"), " `<b> {x} $` ok");
        assert_eq!(contained("```html\n<b>\n```"), "\n\n  ```html\n  <b>\n  ```");
        assert_eq!(contained("<!--\n# a\n-->"), " &lt;!--\n  ###### a\n  -->");
        // What hid the backticks is gone: they begin code now.
        assert_eq!(contained("<a title=\"`\">`<b>`"), " &lt;a title=\"`\">`&lt;b>`");
    }

    #[test]
    fn what_only_some_engines_take_for_code_is_none() {
        assert_eq!(contained("` | <b> | `"), " ` | &lt;b> | `");
        assert_eq!(contained("` a\n<b> `"), " ` a\n  &lt;b> `");
        assert_eq!(contained("https://x/` <b> `"), " https://x/` &lt;b> `");
        assert_eq!(contained("见https://x/，`b`"), " 见https://x/，`b`");
        assert_eq!(contained("https://x/` a `b\n` <c> `"), {
            " https://x/&#96; a `b\n  ` &lt;c> `"
        });
        assert_eq!(contained("    <b>\n\n    `c`"), "\n\n  ```\n  <b>\n\n  `c`\n  ```");
        assert_eq!(contained(">     <b>"), "\n\n  >     &lt;b>");
        assert_eq!(contained("a\n    ```\n<b>"), " a\n      &#96;``\n  &lt;b>");
        assert_eq!(contained("```\n    ```\n<b>"), "\n\n  ```\n      &#96;``\n  &lt;b>");
        assert_eq!(contained("- - a\n\n    ```\n    <b>"), "\n\n  - - a\n\n      ```\n      <b>");
    }

    #[test]
    fn links_are_plain_and_safe() {
        assert_eq!(contained("<https://x.org/a_(b)> <m@x.org>"), {
            " [https://x.org/a&#95;&#40;b&#41;](https://x.org/a_&#40;b&#41;) \
             [m&#64;x.org](mailto:m@x.org)"
        });
        assert_eq!(contained("[a](<b c> 'd \"e\"') [b](#c)"), {
            " [a](b%20c \"d &#34;e&#34;\") [b](#c)"
        });
        assert_eq!(contained("[a](javascript:b) ![a](data:b) <javascript:b>"), {
            " &#91;a](javascript:b) !&#91;a](data:b) &lt;javascript:b>"
        });
    }

    #[test]
    fn definitions_are_resolved_or_text() {
        assert_eq!(contained("[a][b], [b] and [B][].\n\n[b]: /c 'd'"), {
            " [a](/c \"d\"), [b](/c \"d\") and [B](/c \"d\")."
        });
        assert_eq!(contained("[^1]: a note\n\n[b]: <a\n\n`[c]: d`"), {
            " [^1]&#58; a note\n\n  [b]&#58; &lt;a\n\n  `[c]: d`"
        });
    }

    #[test]
    fn headings_leave_the_outline() {
        assert_eq!(contained("# a\n####### b"), "\n\n  ###### a\n  ####### b");
        assert_eq!(contained("a\n===\nb"), " a\n\n  b");
    }

    #[test]
    fn hidden_characters_show() {
        assert_eq!(contained("a\u{202e}b\r\nc\0`\u{feff}`"), {
            " a⟨U+202E⟩b\n  c⟨U+0000⟩`⟨U+FEFF⟩`"
        });
        assert_eq!(contained("-\ta\n\n\tb"), "\n\n  -   a\n\n      b");
    }
}
