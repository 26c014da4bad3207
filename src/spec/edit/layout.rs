//! Where everything in a YAML text stands to the byte: what an edit must know of it beyond the
//! tree. Not what any of it means.

use std::collections::HashMap;
use std::ops::{Index, Range};

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

/// The nodes of a text, each by its number; a parent comes before its children.
pub(super) struct Layout(Vec<Item>);

/// A node as it was typed.
pub(super) struct Item {
    /// Its first byte, or that of its `&anchor` or `!tag`.
    pub(super) start: usize,
    /// From its first byte to its last: quotes and brackets, but no properties. A block scalar
    /// begins after its header, and has the blank lines at its end.
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// Whether a `!tag` says what it is.
    pub(super) is_tagged: bool,
    /// Whether a collection stands in brackets.
    pub(super) is_flow: bool,
    pub(super) parent: Option<usize>,
    /// How many children of its parent come before it.
    pub(super) turn: usize,
    /// Of a list its items, of a mapping its keys and values by turns.
    pub(super) children: Vec<usize>,
}

/// What a node is.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Kind {
    /// A text, a number or the like.
    Scalar(Style),
    List,
    Map,
    /// Another node, once more.
    Alias(usize),
}

/// How a scalar is written.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    /// After `|`, with so many spaces before each line.
    Literal(usize),
    /// After `>`, with so many spaces before each line.
    Folded(usize),
}

impl Layout {
    /// The number of the node that holds all others.
    pub(super) const ROOT: usize = 0;

    /// Reads a text that is known to be one valid document.
    pub(super) fn of(text: &str) -> Option<Self> {
        let options = granit_parser::options! { emit_anchor_events: true };
        let mut reader = Reader::default();
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.ok()?;
            let start = span.tag_start.as_ref().and_then(granit_parser::Marker::byte_offset);
            reader.take(text, &event, span.byte_range()?, span.indent, start)?;
        }
        (!reader.items.is_empty()).then_some(Self(reader.items))
    }

    /// The node that an alias stands for; any other is itself.
    pub(super) fn resolve(&self, id: usize) -> usize {
        match self[id].kind {
            Kind::Alias(target) => target,
            _ => id,
        }
    }

    /// Whether any node stands for another.
    pub(super) fn has_aliases(&self) -> bool {
        self.0.iter().any(|item| matches!(item.kind, Kind::Alias(_)))
    }

    /// Whether an alias reads once more what a node is a child of, however far up.
    pub(super) fn is_read_again(&self, id: usize) -> bool {
        let above = || std::iter::successors(self[id].parent, |&id| self[id].parent);
        let is_above = |target: usize| above().any(|id| id == target);
        self.0.iter().any(|item| matches!(item.kind, Kind::Alias(target) if is_above(target)))
    }

    /// Whether a node is the key of a mapping.
    pub(super) fn is_key(&self, id: usize) -> bool {
        self.is_in(id, Kind::Map) && self[id].turn.is_multiple_of(2)
    }

    /// Whether the parent of a node is a list or a mapping, as `kind` says.
    pub(super) fn is_in(&self, id: usize, kind: Kind) -> bool {
        self[id].parent.is_some_and(|parent| self[parent].kind == kind)
    }

    /// Whether a node stands in brackets, however far up.
    pub(super) fn is_in_flow(&self, id: usize) -> bool {
        let above = std::iter::successors(self[id].parent, |&id| self[id].parent);
        above.into_iter().any(|id| self[id].is_flow)
    }

    /// The key of the field that a node is the value of.
    pub(super) fn key_of(&self, id: usize) -> Option<usize> {
        let is_value = self.is_in(id, Kind::Map) && !self.is_key(id);
        let parent = self[id].parent.filter(|_| is_value)?;
        Some(self[parent].children[self[id].turn - 1])
    }
}

impl Index<usize> for Layout {
    type Output = Item;

    fn index(&self, id: usize) -> &Item {
        &self.0[id]
    }
}

impl Item {
    /// One past its last byte, without blank lines at the end of a block scalar.
    pub(super) fn end(&self, text: &str) -> usize {
        match self.kind {
            Kind::Scalar(Style::Literal(_) | Style::Folded(_)) => {
                let blank = |c: char| c.is_ascii_whitespace();
                let last =
                    self.range.start + text[self.range.clone()].trim_end_matches(blank).len();
                text[last..self.range.end].find(['\r', '\n']).map_or(self.range.end, |i| last + i)
            }
            _ => self.range.end,
        }
    }
}

#[derive(Default)]
struct Reader {
    items: Vec<Item>,
    open: Vec<usize>,
    anchors: HashMap<usize, usize>,
    documents: usize,
}

impl Reader {
    fn take(
        &mut self,
        text: &str,
        event: &Event<'_>,
        range: Range<usize>,
        indent: Option<usize>,
        tag: Option<usize>,
    ) -> Option<()> {
        match event {
            Event::DocumentStart(..) => self.documents += 1,
            Event::Scalar(_, style, ..) => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted => Style::Single,
                    ScalarStyle::DoubleQuoted => Style::Double,
                    ScalarStyle::Literal => Style::Literal(indent.unwrap_or(0)),
                    ScalarStyle::Folded => Style::Folded(indent.unwrap_or(0)),
                };
                self.add(Kind::Scalar(style), range, false, tag);
            }
            Event::SequenceStart(style, ..) => self.open(Kind::List, *style, range, tag),
            Event::MappingStart(style, ..) => self.open(Kind::Map, *style, range, tag),
            Event::Alias(anchor) => {
                let target = *self.anchors.get(anchor)?;
                self.add(Kind::Alias(target), range, false, tag);
            }
            Event::Anchor(anchor, _) => {
                let last = self.items.len().checked_sub(1)?;
                self.items[last].start = self.items[last].start.min(range.start);
                self.anchors.insert(*anchor, last);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let closed = self.open.pop()?;
                let last = self.items[closed].children.last().map(|&id| self.items[id].end(text));
                let item = &mut self.items[closed];
                item.range.end = if item.is_flow { range.end } else { last? };
            }
            _ => {}
        }
        (self.documents <= 1).then_some(())
    }

    fn open(&mut self, kind: Kind, style: StructureStyle, range: Range<usize>, tag: Option<usize>) {
        let id = self.add(kind, range, style == StructureStyle::Flow, tag);
        self.open.push(id);
    }

    fn add(&mut self, kind: Kind, range: Range<usize>, is_flow: bool, tag: Option<usize>) -> usize {
        let id = self.items.len();
        let parent = self.open.last().copied();
        let mut turn = 0;
        if let Some(parent) = parent {
            turn = self.items[parent].children.len();
            self.items[parent].children.push(id);
        }
        let start = tag.map_or(range.start, |tag| tag.min(range.start));
        let is_tagged = tag.is_some();
        self.items.push(Item {
            start,
            range,
            kind,
            is_tagged,
            is_flow,
            parent,
            turn,
            children: Vec::new(),
        });
        id
    }
}
