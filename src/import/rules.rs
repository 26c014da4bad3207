//! Every reason why something of a table is not imported. One registry: findings and the
//! documentation derive from it.

use crate::model::{Diagnostic, Span};

/// A reason why something is not imported.
#[derive(Clone, Copy, Debug)]
pub struct Reason {
    /// The kebab-case name.
    pub name: &'static str,
    /// What it means, in a line: lower case, no full stop.
    pub finds: &'static str,
    /// What to do about it, in a sentence or two.
    pub mend: &'static str,
}

/// Every reason, by name.
pub static REASONS: &[Reason] = &[
    Reason {
        name: "conflicting-row",
        finds: "a code that stands further up stands here with another text",
        mend: "One code means one thing: keep the right row in the table, or give one of the two \
               another code.",
    },
    Reason {
        name: "invalid-code",
        finds: "what stands in the column of the codes is no code",
        mend: "A code is a whole number, or a word in a table whose codes are words. Several stand \
               with commas between them, a range as `100-199`.",
    },
    Reason {
        name: "invalid-row",
        finds: "an item of a list is no object, and so no row",
        mend: "Each item is a mapping from columns to cells.",
    },
    Reason {
        name: "kept-name",
        finds: "the table has another name for an entry than the spec",
        mend: "The name in the spec stays. To rename an entry, do so there, and keep its old name \
               under `aliases`.",
    },
    Reason {
        name: "left-out-cell",
        finds: "a cell does not hold what its column is for, or has no column",
        mend: "Mend the cell. Where a text has a pipe of its own, it is written as `\\|` in Markdown.",
    },
    Reason {
        name: "left-out-column",
        finds: "a column is not imported",
        mend: "Where it should be, say what it holds: `--column remedy=4`, `--column ja=3`.",
    },
    Reason {
        name: "nothing-to-import",
        finds: "a text has no table with a code in it",
        mend: "Say which format it is in with `--from`, and which column has the codes with \
               `--column code=1`.",
    },
    Reason {
        name: "repeated-row",
        finds: "a code that stands further up stands here again, with the same text",
        mend: "Nothing is lost; remove one of the two.",
    },
    Reason {
        name: "row-outside-table",
        finds: "a line begins with a pipe, but no table has begun",
        mend: "A table begins with a line of headers and one of dashes.",
    },
    Reason {
        name: "row-without-code",
        finds: "a row has texts, but no code",
        mend: "Give it a code.",
    },
    Reason {
        name: "table-without-codes",
        finds: "no column of a table holds codes",
        mend: "Where one does, name it: `--column code=2`.",
    },
    Reason {
        name: "unclosed-quote",
        finds: "a cell of a CSV file begins with a quote that nothing closes",
        mend: "Close it, or double each quote of a text that stands for itself: `\"say \"\"no\"\"\"`.",
    },
    Reason {
        name: "unread-html",
        finds: "a table is written in HTML",
        mend: "Write it as a table of Markdown, or as CSV.",
    },
    Reason {
        name: "unsafe-merge",
        finds: "the spec is written in a way that is not safe to change",
        mend: "Make this change by hand.",
    },
    Reason {
        name: "wide-range",
        finds: "a range has more codes than could be meant",
        mend: "Where they are kept for somebody, make it the `range` of a group, or reserve it.",
    },
];

/// Says that something at a place of a table can't be brought into a spec.
#[must_use]
pub fn unsafe_merge(place: Span, what: &str) -> Diagnostic {
    let message = format!("can't be brought into the spec: {what}");
    Diagnostic::error("unsafe-merge", message, place)
        .here("not imported")
        .help("the spec is written in a way that is not safe to change there: do it by hand")
}
