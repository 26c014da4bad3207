//! Quotes and brackets of a text that may be no YAML, as the parser pairs them.

/// A text in quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted {
    /// Where its opening quote stands.
    pub(super) start: usize,
    /// Where it ends, past its closing quote; `None` where there is none.
    pub(super) end: Option<usize>,
    pub(super) quote: char,
}

/// A bracket and what closes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    pub(super) start: usize,
    pub(super) open: char,
    /// Where it is closed, by whichever bracket.
    pub(super) close: Option<usize>,
}

/// The quotes and brackets of a text.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) quoted: Vec<Quoted>,
    pub(super) brackets: Vec<Bracket>,
    /// Which of the brackets are open.
    open: Vec<usize>,
}

impl Bracket {
    /// The bracket that closes it.
    pub(super) fn closer(&self) -> char {
        if self.open == '{' { '}' } else { ']' }
    }
}

impl Scan {
    /// The brackets that are open at a place, the innermost last.
    pub(super) fn open_at(&self, at: usize) -> impl DoubleEndedIterator<Item = &Bracket> {
        self.brackets
            .iter()
            .filter(move |b| b.start < at && b.close.is_none_or(|close| close >= at))
    }
}

/// Goes through a text, of which `is_literal` says where everything is text.
pub(super) fn scan(text: &str, is_literal: impl Fn(usize) -> bool) -> Scan {
    let bytes = text.as_bytes();
    let mut scan = Scan::default();
    // Whether a value may begin here.
    let mut begins = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or(b'\n');
        let is_flow = !scan.open.is_empty();
        match byte {
            b'\n' => begins = true,
            b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => {
                at = text[at..].find('\n').map_or(text.len(), |end| at + end);
                continue;
            }
            _ if begins && is_literal(at) => {
                at = text[at..].find('\n').map_or(text.len(), |end| at + end);
                continue;
            }
            b' ' | b'\t' | b'\r' => {}
            b'"' | b'\'' if begins => {
                let end = closing(bytes, at);
                scan.quoted.push(Quoted { start: at, end, quote: char::from(byte) });
                at = end.unwrap_or(text.len());
                begins = false;
                continue;
            }
            b'{' | b'[' if begins || is_flow => {
                scan.open.push(scan.brackets.len());
                let open = char::from(byte);
                scan.brackets.push(Bracket { start: at, open, close: None });
                begins = true;
            }
            b'}' | b']' if is_flow || begins => {
                if let Some(index) = scan.open.pop() {
                    scan.brackets[index].close = Some(at);
                }
                begins = false;
            }
            b',' if is_flow => begins = true,
            b':' if next.is_ascii_whitespace() || (is_flow && !begins) => begins = true,
            b'-' | b'?' if begins && next.is_ascii_whitespace() => {}
            _ => begins = false,
        }
        at += 1;
    }
    scan
}

/// The end of the text in quotes that begins at a place.
fn closing(bytes: &[u8], start: usize) -> Option<usize> {
    let quote = bytes[start];
    let mut at = start + 1;
    loop {
        let byte = *bytes.get(at)?;
        if byte == b'\\' && quote == b'"' {
            at += 2;
        } else if byte != quote {
            at += 1;
        } else if quote == b'\'' && bytes.get(at + 1) == Some(&quote) {
            at += 2;
        } else {
            return Some(at + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_brackets_are_paired() {
        let text = "a: \"x \\\" y\" # it's\nb: don't {\nc: ['it''s', {d: e}]\nf: { g: 'h";
        let scan = scan(text, |_| false);
        let quoted: Vec<_> =
            scan.quoted.iter().map(|q| q.end.map(|end| &text[q.start..end])).collect();
        assert_eq!(quoted, [Some("\"x \\\" y\""), Some("'it''s'"), None]);
        let brackets: Vec<_> =
            scan.brackets.iter().map(|b| b.close.map(|end| &text[b.start..=end])).collect();
        assert_eq!(brackets, [Some("['it''s', {d: e}]"), Some("{d: e}"), None]);
        assert_eq!(scan.open_at(text.len()).count(), 1);
    }
}
