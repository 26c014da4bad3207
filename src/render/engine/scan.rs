//! Goes through an expression of a template and puts filters where values are read, looped over
//! or made. It knows just enough of the engine's syntax for that, and nothing of tags.

use std::ops::Range;

use super::frame::{Frame, Part, filter, is_choice};
use super::rewrite::{MADE, Prepared, ROUNDS};
use super::words::{end_of_path, end_of_string, end_of_word, is_word};

/// Filters that make something new, other than those that count it for themselves.
const MAKERS: [&str; 13] = [
    "escape",
    "escape_html",
    "escape_xml",
    "group_by",
    "keys",
    "natural",
    "newlines_to_br",
    "pairs",
    "reverse",
    "sort",
    "split",
    "str",
    "values",
];

/// What a list takes for each item that a comprehension adds.
const ITEM: usize = 32;

/// What stands before a word tells a filter, a test or an attribute from a name.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Before {
    Operator,
    Pipe,
    Is,
    Dot,
    Value,
}

/// Copies an expression with the filters that it needs.
pub(super) fn scan(text: &str, (from, end): (usize, usize), frame: Frame, out: &mut Prepared) {
    let outer = vec![Frame { start: from, ..frame }];
    let before = Before::Operator;
    let scan = Scan { text, at: from, end, copied: from, before, maker: None, outer, out };
    scan.run();
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    copied: usize,
    before: Before,
    /// The filter or function whose arguments come next.
    maker: Option<Range<usize>>,
    /// The frames around us; never empty.
    outer: Vec<Frame>,
    out: &'a mut Prepared,
}

impl<'a> Scan<'a> {
    fn run(mut self) {
        while let Some(c) = self.text[self.at..self.end].chars().next() {
            if matches!(c, '"' | '\'' | '`') {
                self.at = end_of_string(self.text, self.at).min(self.end);
                self.before = Before::Value;
            } else if c.is_ascii_digit() {
                let number = |c: char| is_word(c) || c == '.';
                let rest = &self.text[self.at..self.end];
                self.at += rest.find(|c| !number(c)).unwrap_or(rest.len());
                self.before = Before::Value;
            } else if is_word(c) {
                self.word();
            } else {
                self.sign(c);
            }
        }
        self.outer.truncate(1);
        self.end_items(self.end);
        self.out.copy(self.text, self.copied, self.end);
    }

    fn word(&mut self) {
        let start = self.at;
        self.at = end_of_word(self.text, start, self.end);
        let word = &self.text[start..self.at];
        let before = std::mem::replace(&mut self.before, Before::Value);
        if before == Before::Dot || self.keyword(word, before, start) {
            return;
        }
        let is_called = self.rest().trim_start().starts_with('(');
        let frame = self.frame();
        if matches!(frame.part, Part::Attributes | Part::Variables) || before == Before::Is {
            return;
        }
        if before == Before::Pipe || is_called {
            if before != Before::Pipe || MAKERS.contains(&word) {
                self.maker = Some(start..self.at);
            }
            if !is_called {
                self.end_maker();
            }
            return;
        }
        self.at = end_of_path(self.text, self.at, self.end);
        let path = &self.text[start..self.at];
        if let Some(filter) = filter(path, self.rest().trim_start(), self.is_taken()) {
            self.copy_to(start);
            self.out.insert("(", start..self.at);
            self.copy_to(self.at);
            self.out.insert(&format!("|{filter})"), start..self.at);
        }
    }

    /// Heeds a word that is no name; tells whether it is one.
    fn keyword(&mut self, word: &str, before: Before, start: usize) -> bool {
        let at = self.at;
        let is_nested = self.outer.len() > 1;
        match word {
            "true" | "false" | "True" | "False" | "none" | "None" | "null" => return true,
            "for" => {
                let frame = self.frame();
                frame.part = Part::Variables;
                if is_nested {
                    frame.text = ITEM + (start - frame.start);
                }
            }
            "in" if self.frame().part == Part::Variables => {
                self.copy_to(at);
                self.out.insert(" (", start..at);
                self.frame().part = Part::Items(at);
            }
            "in" => self.frame().is_compared = true,
            "if" => {
                if is_nested {
                    self.end_items(start);
                }
                self.frame().begin_condition();
            }
            "else" => {
                self.frame().end_operand();
            }
            "and" | "or" => self.frame().is_compared = false,
            "is" | "not" => {}
            _ => return false,
        }
        let is_test = word == "is" || (word == "not" && before == Before::Is);
        self.before = if is_test { Before::Is } else { Before::Operator };
        true
    }

    fn sign(&mut self, c: char) {
        let rest = self.rest();
        let is_pair = rest[c.len_utf8()..].starts_with('=');
        let is_operand = self.before != Before::Value;
        let mut length = c.len_utf8();
        let mut before = Before::Operator;
        let is_taken = self.is_taken();
        match c {
            c if c.is_whitespace() || c == '?' => before = self.before,
            '|' => before = Before::Pipe,
            '.' if rest.starts_with("...") => length = 3,
            '.' => before = Before::Dot,
            '(' => {
                let maker = self.maker.take();
                self.enter(Frame { taken: is_taken, maker, ..Frame::default() });
            }
            '[' => {
                // To choose among the items of a list makes nothing larger than the list.
                let is_choice = !is_taken && self.outer.len() == 1 && is_choice(&rest[1..]);
                self.enter(Frame { taken: is_operand && !is_choice, ..Frame::default() });
            }
            '{' => {
                let taken = self.frame().part != Part::Attributes;
                self.enter(Frame { taken, ..Frame::default() });
            }
            ')' | ']' | '}' => {
                self.leave(length);
                return;
            }
            '<' if is_operand => self.enter(Frame { part: Part::Attributes, ..Frame::default() }),
            '>' if self.frame().part == Part::Attributes => {
                self.leave(length);
                return;
            }
            '<' | '>' => self.frame().is_compared = true,
            '=' | '!' if is_pair => (length, self.frame().is_compared) = (2, true),
            '=' | ',' => {
                self.frame().end_operand();
            }
            _ => {}
        }
        self.at += length;
        self.before = before;
    }

    fn enter(&mut self, frame: Frame) {
        self.outer.push(Frame { start: self.at, ..frame });
    }

    /// Leaves a frame at its closing sign.
    fn leave(&mut self, sign: usize) {
        self.end_items(self.at);
        if self.outer.len() > 1 {
            self.maker = self.outer.pop().and_then(|frame| frame.maker);
        }
        self.at += sign;
        self.before = Before::Value;
        self.end_maker();
    }

    fn end_maker(&mut self) {
        if let Some(of) = self.maker.take() {
            self.copy_to(self.at);
            self.out.insert(&format!("|{MADE}"), of);
        }
    }

    fn end_items(&mut self, end: usize) {
        let frame = self.frame();
        let Part::Items(start) = frame.part else { return };
        frame.part = Part::Value;
        let text = frame.text;
        let items = self.text[start..end].trim();
        let of = end - self.text[start..end].trim_start().len();
        let of = of..of + items.len();
        self.copy_to(of.end);
        let rounds = self.out.counting(ROUNDS, text);
        self.out.insert(&format!(")|{rounds}"), of);
    }

    fn copy_to(&mut self, end: usize) {
        self.out.copy(self.text, self.copied, end);
        self.copied = self.copied.max(end);
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn frame(&mut self) -> &mut Frame {
        // proven: `outer` begins with one, and only those above it are removed.
        let last = self.outer.len() - 1;
        &mut self.outer[last]
    }

    fn is_taken(&self) -> bool {
        self.outer.last().is_some_and(Frame::is_taken)
    }
}
