//! What stands in a cell of codes: one, several or a range of them, as people type them. What the
//! codes mean is not known here.

use crate::model::{Code, CodeType};

/// So many codes a range may have at most.
pub(super) const WIDEST: i128 = 1000;

/// What a cell of codes holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Found {
    /// Codes, in the order typed.
    Codes(Vec<Code>),
    /// A range of so many codes, more than could be meant.
    Wide(i128),
    /// No code.
    Nothing,
}

/// Reads a cell. `is_text` tells whether the codes of the table are words.
pub(super) fn read(cell: &str, is_text: bool) -> Found {
    if is_text {
        let code = bare(cell);
        return if code.is_empty() { Found::Nothing } else { Found::Codes(vec![Code::Text(code)]) };
    }
    let cell = plain(cell);
    if let Some(number) = number(&grouped(&cell)) {
        return Found::Codes(vec![Code::Int(number)]);
    }
    let mut codes = Vec::new();
    for part in parts(&cell) {
        let Some((first, last)) = range(part) else { return Found::Nothing };
        let width = last.saturating_sub(first).saturating_add(1);
        if width > WIDEST {
            return Found::Wide(width);
        }
        codes.extend((first..=last).map(Code::Int));
    }
    if codes.is_empty() { Found::Nothing } else { Found::Codes(codes) }
}

/// Whether a cell holds numbers.
pub(super) fn is_numeric(cell: &str) -> bool {
    !matches!(read(cell, false), Found::Nothing)
}

/// Whether a cell may hold a code that is a word: `InvalidParameter`, `A0001`, `auth/failed`.
pub(super) fn is_word(cell: &str) -> bool {
    const LONGEST: usize = 100;
    let code = bare(cell);
    code.len() <= LONGEST
        && code.starts_with(|c: char| c.is_ascii_alphanumeric())
        && code.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether numbers are written with leading zeros that belong to them: all are equally long.
pub(super) fn are_padded<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut lengths = Vec::new();
    let mut is_any = false;
    for cell in cells {
        let code = bare(cell);
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        is_any |= code.len() > 1 && code.starts_with('0');
        lengths.push(code.len());
    }
    is_any && lengths.windows(2).all(|pair| pair[0] == pair[1])
}

/// The narrowest type that holds all codes; `None` where no type of numbers does.
pub(super) fn narrowest<'a>(codes: &(impl Iterator<Item = &'a Code> + Clone)) -> Option<CodeType> {
    [CodeType::I32, CodeType::I64, CodeType::U64]
        .into_iter()
        .find(|wide| codes.clone().all(|code| fits(code, *wide)))
}

/// Whether a type holds a code.
pub(super) fn fits(code: &Code, code_type: CodeType) -> bool {
    match (code, code_type.range()) {
        (Code::Int(number), Some((least, greatest))) => (least..=greatest).contains(number),
        (Code::Text(_), None) => true,
        _ => false,
    }
}

/// The cell in ASCII where that says the same, without punctuation at its ends.
fn plain(cell: &str) -> String {
    let ascii = cell.chars().map(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '−' | '﹣' | '‐' | '‑' => '-',
        '。' => '.',
        '、' => ',',
        c => c,
    });
    let ascii: String = ascii.collect();
    let ends = |c: char| c.is_whitespace() || ".,:;!*'\"`()[]{}".contains(c);
    ascii.trim_matches(ends).to_owned()
}

/// A code that is a word, without punctuation of prose around it.
fn bare(cell: &str) -> String {
    let ends = |c: char| c.is_whitespace() || "：:，,。；;、.".contains(c);
    plain_digits(cell.trim().trim_end_matches(ends))
}

/// Full-width letters and digits as ASCII.
fn plain_digits(text: &str) -> String {
    let ascii = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－' | '＿' | '．' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        c => c,
    };
    text.chars().map(ascii).collect()
}

/// A number whose thousands are set apart, without what sets them apart: `100,000`. Two codes,
/// `100,101`, look alike but for a group that begins with zero.
fn grouped(cell: &str) -> String {
    let mut groups = cell.split(',');
    let first = groups.next().unwrap_or_default().trim_start_matches('-');
    let rest: Vec<&str> = groups.collect();
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = (1..=3).contains(&first.len())
        && rest.iter().all(|group| group.len() == 3 && is_digits(group))
        && rest.iter().any(|group| group.starts_with('0'));
    if is_grouped { cell.replace(',', "") } else { cell.to_owned() }
}

/// The parts of a cell with several codes.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    let separates = |c: char| matches!(c, ',' | ';' | '/' | '|' | '和' | '或' | '与' | '及' | '\n');
    let pieces = cell.split(separates).flat_map(|part| part.split(" or "));
    let pieces = pieces.flat_map(|part| part.split(" and ")).map(str::trim);
    pieces.filter(|part| !part.is_empty()).flat_map(|part| {
        // Blanks separate codes, unless they stand around what joins a range.
        let words: Vec<&str> = part.split_whitespace().collect();
        let is_list = words.iter().all(|word| number(word).is_some());
        if is_list { words } else { vec![part] }
    })
}

/// A number, or two that a range lies between.
fn range(part: &str) -> Option<(i128, i128)> {
    const JOINTS: [&str; 11] = ["~", "～", "〜", "—", "–", "...", "..", "…", "至", "到", "to"];
    if let Some(number) = number(part) {
        return Some((number, number));
    }
    let halves = JOINTS.into_iter().find_map(|joint| part.split_once(joint)).or_else(|| {
        // A minus sign before the first number joins nothing.
        let (at, _) = part.char_indices().skip(1).find(|(_, c)| *c == '-')?;
        Some((&part[..at], &part[at + 1..]))
    });
    let (first, last) = halves?;
    let last = last.trim_matches(['—', '–', '.', '…', '~', ' ']);
    let (first, last) = (number(first.trim())?, number(last)?);
    (first <= last).then_some((first, last))
}

/// A whole number, decimal or hexadecimal.
fn number(text: &str) -> Option<i128> {
    let digits = text.strip_prefix(['-', '–']).unwrap_or(text);
    let is_negative = digits.len() < text.len();
    let hex = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    let number = match hex {
        Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            i128::from_str_radix(hex, 16).ok()?
        }
        None if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
        _ => return None,
    };
    Some(if is_negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(cell: &str) -> Vec<i128> {
        match read(cell, false) {
            Found::Codes(codes) => {
                codes.into_iter().map(|code| if let Code::Int(n) = code { n } else { 0 }).collect()
            }
            _ => Vec::new(),
        }
    }

    #[test]
    fn one_code_is_read_however_it_is_typed() {
        for cell in [
            "100",
            "１００",
            "100：",
            "100.",
            "“100”".trim_matches(['“', '”']),
            "0100",
            "0x64",
            "0X64",
            " 100 ",
            "(100)",
        ] {
            assert_eq!(numbers(cell), [100], "{cell}");
        }
        for cell in ["-1", "−1", "－１", "–1", "-1。"] {
            assert_eq!(numbers(cell), [-1], "{cell}");
        }
        assert_eq!(numbers("100,000"), [100_000]);
    }

    #[test]
    fn several_codes_stand_in_one_cell() {
        for cell in [
            "18004、18007",
            "18004, 18007",
            "18004/18007",
            "18004\n18007",
            "18004 18007",
            "18004 or 18007",
            "18004；18007。",
            "18004和18007",
        ] {
            assert_eq!(numbers(cell), [18004, 18007], "{cell}");
        }
        assert_eq!(numbers("100,101"), [100, 101]);
        assert_eq!(numbers("-1, -2"), [-1, -2]);
    }

    #[test]
    fn ranges_are_every_code_in_them() {
        for cell in [
            "112～116",
            "112-116",
            "112 - 116",
            "112~116",
            "112至116",
            "112 to 116",
            "112–116",
            "112——116",
            "112..116",
            "112…116",
        ] {
            assert_eq!(numbers(cell), [112, 113, 114, 115, 116], "{cell}");
        }
        assert_eq!(numbers("-2--1"), [-2, -1]);
        assert_eq!(numbers("1-2, 5"), [1, 2, 5]);
        assert_eq!(read("1-100000", false), Found::Wide(100_000));
    }

    #[test]
    fn anything_else_is_no_number() {
        for cell in [
            "",
            "-",
            "abc",
            "E100",
            "12a",
            "0x",
            "0xZZ",
            "116-112",
            "1.5",
            "100：失败",
            "其他",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(read(cell, false), Found::Nothing, "{cell}");
        }
        let extremes = format!("{}-{}", i128::MIN + 1, i128::MAX);
        assert!(matches!(read(&extremes, false), Found::Wide(_)));
    }

    #[test]
    fn words_are_codes_as_they_are() {
        let text = |cell| read(cell, true);
        assert_eq!(text("A0001："), Found::Codes(vec![Code::Text("A0001".to_owned())]));
        assert_eq!(text("auth.failed"), Found::Codes(vec![Code::Text("auth.failed".to_owned())]));
        assert!(is_word("Invalid.Parameter") && !is_word("签名错误") && !is_word("two words"));
        assert!(are_padded(["0001", "0400"].into_iter()));
        assert!(!are_padded(["0", "1"].into_iter()) && !are_padded(["01", "400"].into_iter()));
    }
}
