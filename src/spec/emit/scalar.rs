//! Texts as YAML has them: without quotes where every reader takes them for what they are, of
//! YAML 1.1 and 1.2, else in double quotes. Knows no collection.

use std::fmt::Write as _;

use crate::model::is_hidden;

/// Words that some reader takes for something else (YAML 1.1 and 1.2.2, section 10.3).
const WORDS: [&str; 11] = ["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// What must not stand first (YAML 1.2.2, section 7.3.3), or would pass for a quote there.
const INDICATORS: &str = "-?:,[]{}#&*!|>'\"%@`=<“”‘’„＂";

/// A text. `is_in_line` tells whether it stands between brackets.
pub(super) fn text(text: &str, is_in_line: bool) -> String {
    if is_plain(text, is_in_line) {
        text.to_owned()
    } else {
        double_quoted(text, |c| !is_escaped(c))
    }
}

fn is_plain(text: &str, is_in_line: bool) -> bool {
    let is_word = WORDS.contains(&text.to_ascii_lowercase().as_str());
    let is_outer = |c: char| c.is_whitespace();
    !is_word
        && !text.starts_with(|c| INDICATORS.contains(c) || is_outer(c))
        && !text.ends_with(|c| c == ':' || is_outer(c))
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(is_escaped)
        && !looks_like_a_number(text)
        && !(is_in_line && text.contains([',', '[', ']', '{', '}', ':']))
}

/// Numbers, dates and times, whichever reader has them: `1_000`, `0x1F`, `12:30`, `2024-01-31`.
fn looks_like_a_number(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '.'));
    begins && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-._:, ".contains(&byte))
}

/// Whether a character is not seen, or passes for another. The wide space of Chinese texts is
/// seen.
fn is_escaped(c: char) -> bool {
    is_hidden(c) && c != '\u{3000}'
}

/// A text in double quotes, in one line (YAML 1.2.2, sections 5.1 and 5.7). `is_seen` tells whether
/// a character stands for itself.
pub(in crate::spec) fn double_quoted(text: &str, is_seen: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        // Writing to a string can't fail.
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            '\n' => write!(out, "\\n"),
            '\t' => write!(out, "\\t"),
            '\r' => write!(out, "\\r"),
            c if is_seen(c) => write!(out, "{c}"),
            c if u32::from(c) < 0x100 => write!(out, "\\x{:02x}", u32::from(c)),
            c if u32::from(c) < 0x1_0000 => write!(out, "\\u{:04x}", u32::from(c)),
            c => write!(out, "\\U{:08x}", u32::from(c)),
        };
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_only_where_they_must() {
        let plain = [
            "请求成功",
            "Request Success.",
            "a, b",
            "a:b",
            "C#",
            "don't",
            "3 devices too many！",
            "x",
        ];
        for plain in plain {
            assert_eq!(text(plain, false), plain);
        }
        let others = [
            "",
            "null",
            "Yes",
            "12",
            "1.50",
            "0x1F",
            "1_000",
            "12:30",
            "2024-01-31",
            "-1",
            "- a",
            "a: b",
            "a #b",
            "a:",
            " a",
            "a ",
            "#a",
            "&a",
            "*a",
            "!a",
            "@a",
            "`a",
            "{a",
            "[a",
            "'a",
            "\"a",
            "%a",
            "a\nb",
            "a\tb",
            "a\u{a0}b",
            "~",
            "=",
            "<<",
            "+1",
            "“a”",
        ];
        for other in others {
            assert!(text(other, false).starts_with('"'), "{other}");
        }
        assert_eq!(text("a, b", true), "\"a, b\"");
        assert_eq!(text("全\u{3000}角", false), "全\u{3000}角");
        assert_eq!(text("a\\\"\n\u{202e}\u{e0041}\u{7}", false), {
            r#""a\\\"\n\u202e\U000e0041\x07""#
        });
    }
}
