//! Bytes to text. Knows which encodings are taken for UTF-8, and nothing of what is written.

use crate::model::{Diagnostic, SourceId, Sources, Span};

const RULE: &str = "not-utf8";

/// Keeps the text of some bytes. Where they are no UTF-8 there is a finding: at the bytes that are
/// wrong, or that the file is in UTF-16 as a whole.
pub(super) fn decode(
    name: String,
    bytes: Vec<u8>,
    sources: &mut Sources,
) -> Result<SourceId, Diagnostic> {
    if let Some(order) = utf16(&bytes) {
        let text = order.decode(&bytes);
        let first = text.chars().next().map_or(0, char::len_utf8);
        let source = sources.add(name, text);
        let end = u32::try_from(first).unwrap_or(0);
        let message = format!("this is UTF-16 ({})", order.name());
        return Err(Diagnostic::error(RULE, message, Span { source, start: 0, end })
            .here("expected UTF-8")
            .help("save the file as UTF-8"));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(sources.add(name, text)),
        Err(error) => {
            let at = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(u32::MAX);
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let source = sources.add(name, text);
            // One replacement character, three bytes, stands where the wrong bytes were.
            let span = Span { source, start: at, end: at.saturating_add(3) };
            Err(Diagnostic::error(RULE, "this is not UTF-8", span)
                .here("not UTF-8 from here")
                .help("save the file as UTF-8"))
        }
    }
}

/// The order of the bytes in UTF-16.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn name(self) -> &'static str {
        match self {
            Self::Little => "little-endian",
            Self::Big => "big-endian",
        }
    }

    /// The text, without its byte order mark.
    fn decode(self, bytes: &[u8]) -> String {
        let unit = |pair: &[u8]| match (self, pair) {
            (Self::Little, &[a, b]) => u16::from_le_bytes([a, b]),
            (Self::Big, &[a, b]) => u16::from_be_bytes([a, b]),
            // Half a unit at the end.
            _ => 0xfffd,
        };
        let units = bytes.chunks(2).map(unit);
        let chars = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
        chars.filter(|c| *c != '\u{feff}').collect()
    }
}

/// Whether bytes are UTF-16: they begin with its byte order mark, or with two characters of ASCII
/// in it, of which UTF-8 would have a NUL each.
fn utf16(bytes: &[u8]) -> Option<Order> {
    match bytes {
        [0xff, 0xfe, ..] | [1..=0xff, 0, 1..=0xff, 0, ..] => Some(Order::Little),
        [0xfe, 0xff, ..] | [0, 1..=0xff, 0, 1..=0xff, ..] => Some(Order::Big),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_is_told_with_and_without_its_mark() {
        let little: Vec<u8> = "a: 错".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}a: 错".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(utf16(&little), Some(Order::Little));
        assert_eq!(utf16(&big), Some(Order::Big));
        assert_eq!(Order::Little.decode(&little), "a: 错");
        assert_eq!(Order::Big.decode(&big), "a: 错");
        for other in [&b"a: 1"[..], "错误".as_bytes(), b"a", b"", b"\0\0a", b"\xff"] {
            assert_eq!(utf16(other), None, "{other:?}");
        }
    }
}
