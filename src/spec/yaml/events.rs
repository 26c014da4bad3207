//! Goes through a text as the parser does, and keeps nothing of it: where it stops being YAML
//! that is read, and why. Knows the parser.

use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScanError, Span};

use super::mend::lead::is_odd_key;
use super::{DEEPEST, MOST_COPIED, MOST_COPIED_VALUES, MOST_VALUES};

/// Where reading stopped.
#[derive(Debug)]
pub(super) struct Stop {
    /// The place, in bytes.
    pub(super) at: usize,
    pub(super) why: Why,
}

/// Why reading stopped.
#[derive(Debug)]
pub(super) enum Why {
    /// In the words of the parser.
    Other(String),
    /// No `:` makes a line a field.
    NoColon,
    /// A comment ends a text that goes on below it.
    Comment,
    /// A tab stands where only spaces may.
    Tab,
    /// A backslash stands before something else than an escape.
    Escape,
    /// Nothing before an alias has its name.
    UnknownAnchor,
    /// An alias stands in what it stands for.
    Cycle,
    /// More documents follow.
    Documents,
    /// A space that is none of ASCII became the beginning of a key.
    OddKey,
    /// Nested too deep.
    Deep,
    /// There are too many values.
    Many,
    /// Aliases multiply values, or their texts, beyond measure.
    Copies,
}

impl Why {
    /// Whether the text is too much, rather than wrong.
    pub(super) fn is_limit(&self) -> bool {
        matches!(self, Self::Deep | Self::Many | Self::Copies)
    }
}

/// Where reading a text stops, if it does before the end; on the boundary of a character.
pub(super) fn stop(text: &str) -> Option<Stop> {
    first_stop(text).map(|stop| stop.within(text))
}

impl Stop {
    /// The same, on the last boundary of a character that there is.
    pub(super) fn within(self, text: &str) -> Self {
        Self { at: boundary(text, self.at), ..self }
    }
}

/// The last boundary of a character up to a place.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn first_stop(text: &str) -> Option<Stop> {
    let options = granit_parser::options! {
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut walk = Walk::default();
    for event in Parser::new_from_str_with_options(text, options) {
        let stop = match event {
            Ok((event, span)) => walk
                .step(text, &event, &span)
                .map(|why| Stop { at: span.start.byte_offset().unwrap_or(0), why }),
            Err(error) => Some(refused(&error)),
        };
        if stop.is_some() {
            return stop;
        }
    }
    None
}

fn refused(error: &ScanError) -> Stop {
    let why = match error.kind() {
        ErrorKind::RecursionLimitExceeded => Why::Deep,
        ErrorKind::UnknownAnchor => Why::UnknownAnchor,
        ErrorKind::SimpleKeyExpected => Why::NoColon,
        ErrorKind::CommentInterceptedScalar => Why::Comment,
        ErrorKind::TabInPlainScalar
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabNotAllowed => Why::Tab,
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => Why::Escape,
        kind => Why::Other(kind.to_string().replace('\n', " ")),
    };
    Stop { at: error.marker().byte_offset().unwrap_or(0), why }
}

/// What a node comes to once its aliases are replaced.
#[derive(Clone, Copy, Default)]
struct Size {
    values: usize,
    bytes: usize,
}

/// What must be remembered on the way.
#[derive(Default)]
struct Walk {
    documents: usize,
    /// The anchor of each open collection, and what there was before it.
    open: Vec<(usize, Size)>,
    /// What has been read so far.
    read: Size,
    /// What of it came by way of aliases.
    copied: Size,
    anchored: HashMap<usize, Size>,
}

impl Walk {
    fn step(&mut self, text: &str, event: &Event<'_>, span: &Span) -> Option<Why> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                return (self.documents > 1).then_some(Why::Documents);
            }
            Event::SequenceStart(_, anchor, _) | Event::MappingStart(_, anchor, _) => {
                self.open.push((*anchor, self.read));
                self.read.values += 1;
                if self.open.len() > DEEPEST {
                    return Some(Why::Deep);
                }
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let (anchor, before) = self.open.pop().unwrap_or_default();
                self.keep(anchor, before);
            }
            Event::Scalar(value, _, anchor, _) => {
                let before = self.read;
                self.read.values += 1;
                self.read.bytes = self.read.bytes.saturating_add(value.len());
                self.keep(*anchor, before);
                if span.byte_range().is_some_and(|range| is_odd_key(text, range)) {
                    return Some(Why::OddKey);
                }
            }
            Event::Alias(anchor) => {
                let Some(size) = self.anchored.get(anchor) else { return Some(Why::Cycle) };
                for total in [&mut self.read, &mut self.copied] {
                    total.values = total.values.saturating_add(size.values);
                    total.bytes = total.bytes.saturating_add(size.bytes);
                }
                if self.copied.values > MOST_COPIED_VALUES || self.copied.bytes > MOST_COPIED {
                    return Some(Why::Copies);
                }
            }
            _ => {}
        }
        (self.read.values > MOST_VALUES).then_some(Why::Many)
    }

    /// Keeps the size of what an anchor names, once it has ended.
    fn keep(&mut self, anchor: usize, before: Size) {
        if anchor != 0 {
            let values = self.read.values.saturating_sub(before.values);
            let bytes = self.read.bytes.saturating_sub(before.bytes);
            self.anchored.insert(anchor, Size { values, bytes });
        }
    }
}
