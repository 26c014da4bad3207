//! Message texts: parameters in braces, and what stands between them.

use super::Span;

/// A message in one locale.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Message {
    /// The text as it stands in the spec.
    pub raw: String,
    /// What it consists of, in order.
    pub pieces: Vec<Piece>,
    /// Where its text begins in the bytes of its span, where it stands there just as it is:
    /// neither escaped nor folded.
    pub verbatim: Option<usize>,
}

/// A part of a message.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Piece {
    /// Text that stands for itself, `{{` and `}}` already read as braces.
    Text(String),
    /// A parameter, by its name.
    Param(String),
}

/// Why a text is no message. Offsets are bytes into the raw text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum MessageError {
    /// A `{` that no `}` closes.
    Unclosed(usize),
    /// A `}` that no `{` opened.
    Unopened(usize),
    /// Braces around something that is no parameter name: start, end, and what stands there.
    BadName(usize, usize, String),
}

impl Message {
    /// Reads a text, or gives all that is wrong with it.
    pub fn parse(raw: &str) -> Result<Self, Vec<MessageError>> {
        let mut pieces = Vec::new();
        let mut errors = Vec::new();
        let mut text = String::new();
        let mut at = 0;
        while let Some(found) = raw[at..].find(['{', '}']) {
            let brace = at + found;
            text.push_str(&raw[at..brace]);
            let rest = &raw[brace..];
            at = brace + 1;
            if rest.starts_with("{{") || rest.starts_with("}}") {
                text.push_str(&rest[..1]);
                at += 1;
            } else if rest.starts_with('}') {
                errors.push(MessageError::Unopened(brace));
            } else if let Some(close) = rest.find('}') {
                let name = &rest[1..close];
                if is_parameter_name(name) {
                    if !text.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut text)));
                    }
                    pieces.push(Piece::Param(name.to_owned()));
                } else {
                    errors.push(MessageError::BadName(brace, brace + close + 1, name.to_owned()));
                }
                at = brace + close + 1;
            } else {
                errors.push(MessageError::Unclosed(brace));
            }
        }
        text.push_str(&raw[at..]);
        if !text.is_empty() || pieces.is_empty() {
            pieces.push(Piece::Text(text));
        }
        if errors.is_empty() {
            Ok(Self { raw: raw.to_owned(), pieces, verbatim: None })
        } else {
            Err(errors)
        }
    }

    /// A message that is nothing but this text.
    #[must_use]
    pub fn literal(text: &str) -> Self {
        let pieces = vec![Piece::Text(text.to_owned())];
        let raw = text.replace('{', "{{").replace('}', "}}");
        Self { raw, pieces, verbatim: None }
    }

    /// The names of the parameters, each as often as it stands in the text.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Param(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// Whether it has any parameter.
    #[must_use]
    pub fn has_params(&self) -> bool {
        self.params().next().is_some()
    }

    /// The place of a parameter in a message that stands at `span`, as near as can be told.
    #[must_use]
    pub fn place(&self, param: &str, span: Span) -> Span {
        let typed = format!("{{{param}}}");
        match (self.verbatim, self.raw.find(&typed)) {
            (Some(offset), Some(at)) => span.part(offset + at, offset + at + typed.len()),
            _ => span,
        }
    }

    /// The place of some bytes of the raw text in a message that stands at `span`, as near as can
    /// be told.
    #[must_use]
    pub fn part(&self, start: usize, end: usize, span: Span) -> Span {
        self.verbatim.map_or(span, |offset| span.part(offset + start, offset + end))
    }

    /// The text to show where no arguments are at hand: each parameter stands as `{name}`.
    #[must_use]
    pub fn display(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Param(name) => format!("{{{name}}}"),
            })
            .collect()
    }
}

/// Whether a text can name a parameter: a letter, then letters, digits and `_`, all ASCII.
#[must_use]
pub fn is_parameter_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_braces_are_braces() {
        let message = Message::parse("{{a}} {b} }}{{").unwrap();
        assert_eq!(message.display(), "{a} {b} }{");
        assert_eq!(message.params().collect::<Vec<_>>(), ["b"]);
    }

    #[test]
    fn an_empty_text_is_one_empty_piece() {
        assert_eq!(Message::parse("").unwrap().pieces, [Piece::Text(String::new())]);
    }

    #[test]
    fn every_stray_brace_is_told() {
        let errors = Message::parse("} {0} {").unwrap_err();
        assert_eq!(
            errors,
            [
                MessageError::Unopened(0),
                MessageError::BadName(2, 5, "0".to_owned()),
                MessageError::Unclosed(6)
            ]
        );
    }

    #[test]
    fn a_literal_reads_back_as_itself() {
        let message = Message::literal("{a} }");
        assert_eq!(Message::parse(&message.raw).unwrap(), message);
        assert_eq!(message.display(), "{a} }");
    }
}
