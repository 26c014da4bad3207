//! Which bytes of a scalar make which part of its value, so that a part can be changed and the
//! rest stays as it was typed: escapes, folded lines, indentation. What it does not understand it
//! gives up on. Not where a scalar stands, nor what its value is for.

use super::layout::Style;

/// A value beside the bytes that it was read from.
pub(super) struct Decoded {
    /// The value; of a block scalar, with every line break at its end.
    pub(super) value: String,
    /// Offsets into the value and into the bytes that belong together, in order.
    cuts: Vec<(usize, usize)>,
}

/// Reads a scalar, quotes and all; of a block scalar, the lines after its header.
pub(super) fn decode(typed: &str, style: Style) -> Option<Decoded> {
    match style {
        Style::Plain => Decoded::at(0).flow(typed, None),
        Style::Single => Decoded::at(1).flow(typed.strip_suffix('\'')?, Some('\'')),
        Style::Double => Decoded::at(1).flow(typed.strip_suffix('"')?, Some('\\')),
        Style::Literal(indent) => Decoded::at(0).literal(typed, indent),
        Style::Folded(indent) => Decoded::at(0).folded(typed, indent),
    }
}

impl Decoded {
    /// The byte that a part of the value begins at, unless it is in the midst of what was read
    /// as one.
    pub(super) fn typed(&self, value: usize) -> Option<usize> {
        let at = self.cuts.binary_search_by_key(&value, |(value, _)| *value).ok()?;
        Some(self.cuts[at].1)
    }

    fn at(start: usize) -> Self {
        Self { value: String::new(), cuts: vec![(0, start)] }
    }

    /// The bytes up to `typed` make this part of the value, or none.
    fn push(&mut self, text: &str, typed: usize) {
        self.value.push_str(text);
        match self.cuts.last_mut() {
            Some(last) if last.0 == self.value.len() => last.1 = typed,
            _ => self.cuts.push((self.value.len(), typed)),
        }
    }

    fn next(&self) -> usize {
        self.cuts.last().map_or(0, |(_, typed)| *typed)
    }

    /// YAML 1.2.2, sections 7.3.1 to 7.3.3. `mark` is what begins an escape.
    fn flow(mut self, typed: &str, mark: Option<char>) -> Option<Self> {
        while let Some(c) = typed[self.next()..].chars().next() {
            let at = self.next();
            let rest = &typed[at..];
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            let breaks = line_breaks(&rest[..blank]);
            if breaks > 0 {
                let folded = if breaks == 1 { " ".to_owned() } else { "\n".repeat(breaks - 1) };
                self.push(&folded, at + blank);
            } else if blank > 0 {
                self.characters(&rest[..blank], at);
            } else if mark != Some(c) {
                self.push(&rest[..c.len_utf8()], at + c.len_utf8());
            } else if c == '\'' {
                rest.starts_with("''").then(|| self.push("'", at + 2))?;
            } else {
                let (text, length) = escape(rest)?;
                self.push(&text, at + length);
            }
        }
        Some(self)
    }

    /// YAML 1.2.2, section 8.1.2.
    fn literal(mut self, typed: &str, indent: usize) -> Option<Self> {
        for (at, line) in lines(typed) {
            let content = unindent(line, indent)?;
            let start = at + (line.len() - content.len());
            self.push("", start);
            self.characters(content, start);
            let end = start + content.len();
            if let Some(length) = line_break(&typed[end..]) {
                self.push("\n", end + length);
            }
        }
        Some(self)
    }

    /// YAML 1.2.2, section 8.1.3.
    fn folded(mut self, typed: &str, indent: usize) -> Option<Self> {
        let mut breaks = 0;
        let mut last_is_text = false;
        for (at, line) in lines(typed) {
            let content = unindent(line, indent)?;
            let start = at + (line.len() - content.len());
            let is_text = !content.starts_with([' ', '\t']);
            if !content.is_empty() {
                let gap = match breaks {
                    0 => String::new(),
                    1 if last_is_text && is_text => " ".to_owned(),
                    _ => "\n".repeat(breaks - usize::from(last_is_text && is_text)),
                };
                self.push(&gap, start);
                self.characters(content, start);
                (breaks, last_is_text) = (0, is_text);
            }
            breaks += usize::from(line_break(&typed[start + content.len()..]).is_some());
        }
        self.push(&"\n".repeat(breaks), typed.len());
        Some(self)
    }

    fn characters(&mut self, content: &str, start: usize) {
        for (at, c) in content.char_indices() {
            let end = at + c.len_utf8();
            self.push(&content[at..end], start + end);
        }
    }
}

/// The lines with their offsets, without their breaks; no line where the text is at its end.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let line = (at, &rest[..length]);
        at += length + line_break(&rest[length..]).unwrap_or(0);
        Some(line)
    })
}

/// A line without its indentation, of which a blank line may lack some.
fn unindent(line: &str, indent: usize) -> Option<&str> {
    let spaces = line.len() - line.trim_start_matches(' ').len();
    match line.get(indent..) {
        Some(content) if spaces >= indent => Some(content),
        _ => (spaces == line.len()).then_some(""),
    }
}

/// How long the line break is that a text begins with.
fn line_break(text: &str) -> Option<usize> {
    let found = ["\r\n", "\n", "\r"].into_iter().find(|line_break| text.starts_with(line_break));
    found.map(str::len)
}

fn line_breaks(text: &str) -> usize {
    lines(text).count() - usize::from(!text.ends_with(['\r', '\n']) && !text.is_empty())
}

/// What an escape stands for, and how long it is (YAML 1.2.2, section 5.7).
fn escape(typed: &str) -> Option<(String, usize)> {
    let name = typed[1..].chars().next()?;
    let digits = match name {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\r' | '\n' => {
            let line_break = line_break(&typed[1..])?;
            let rest = &typed[1 + line_break..];
            let indent = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            return Some((String::new(), 1 + line_break + indent));
        }
        _ => {
            let c = match name {
                '0' => '\0',
                'a' => '\x07',
                'b' => '\x08',
                't' | '\t' => '\t',
                'n' => '\n',
                'v' => '\x0b',
                'f' => '\x0c',
                'r' => '\r',
                'e' => '\x1b',
                ' ' | '"' | '/' | '\\' => name,
                'N' => '\u{85}',
                '_' => '\u{a0}',
                'L' => '\u{2028}',
                'P' => '\u{2029}',
                _ => return None,
            };
            return Some((c.to_string(), 2));
        }
    };
    let code = u32::from_str_radix(typed.get(2..2 + digits)?, 16).ok()?;
    Some((char::from_u32(code)?.to_string(), 2 + digits))
}
