//! Where in an expression a value is read, and what that means for it.

use std::ops::Range;

use super::rewrite::{DEFINED, MAYBE, TAKEN};
use super::words::is_word;

/// Where an expression stands.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// What is read becomes part of a list, an argument or of what is printed.
    pub(super) taken: bool,
    /// The bytes of text that each round of the loop runs through.
    pub(super) text: usize,
    /// Where it begins.
    pub(super) start: usize,
    /// The right side of a comparison stands here, which looks at all of a value.
    pub(super) is_compared: bool,
    /// What stands here.
    pub(super) part: Part,
    /// The filter or function that these are the arguments of, if it makes something new.
    pub(super) maker: Option<Range<usize>>,
}

/// What stands at a place of an expression.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Part {
    /// A value that is used.
    #[default]
    Value,
    /// A condition, whose value goes nowhere.
    Condition,
    /// The variables of a loop, which are no names that are read.
    Variables,
    /// What is looped over; where that begins.
    Items(usize),
    /// The attributes of a component, which are no names that are read.
    Attributes,
}

impl Frame {
    /// For what is printed.
    pub(super) fn printed() -> Self {
        Self { taken: true, ..Self::default() }
    }

    /// For a statement; if it begins a loop, each round runs through so many bytes of text.
    pub(super) fn statement(text: usize) -> Self {
        Self { text, ..Self::default() }
    }

    /// A condition follows.
    pub(super) fn begin_condition(&mut self) {
        self.is_compared = false;
        if self.part == Part::Value {
            self.part = Part::Condition;
        }
    }

    /// What a condition or a comparison stood for is over.
    pub(super) fn end_operand(&mut self) {
        self.is_compared = false;
        if self.part == Part::Condition {
            self.part = Part::Value;
        }
    }

    /// Whether what is read now is looked at as a whole or kept.
    pub(super) fn is_taken(&self) -> bool {
        self.is_compared || (self.taken && self.part == Part::Value)
    }
}

/// Whether a comprehension begins with `x for x in`.
pub(super) fn is_choice(comprehension: &str) -> bool {
    let mut words = comprehension.split_whitespace();
    let item = words.next();
    words.next() == Some("for") && words.next() == item && words.next() == Some("in")
}

/// The filter that the reading of a name needs, by what follows it.
pub(super) fn filter(path: &str, after: &str, is_taken: bool) -> Option<&'static str> {
    let is_argument = after.starts_with('=') && !after.starts_with("==");
    let is_key = after.starts_with(':');
    let mut words = after.split(|c: char| !is_word(c) && c != '|').filter(|w| !w.is_empty());
    let is_test = after.starts_with("is") && words.next() == Some("is");
    let test = words.find(|word| *word != "not").filter(|_| is_test).unwrap_or_default();
    let filter = after.strip_prefix('|').map(str::trim_start).unwrap_or_default();
    if is_argument || is_key || matches!(test, "defined" | "undefined") {
        None
    } else if path.contains('?') || filter.starts_with("default") {
        Some(MAYBE)
    } else if (is_taken && !filter.starts_with("length")) || test == "containing" {
        Some(TAKEN)
    } else {
        Some(DEFINED)
    }
}
