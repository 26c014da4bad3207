//! Tables of return codes, as they are found in wikis and spreadsheets, to a draft of a catalog.
//! Texts in, drafts and findings out: it knows no disk and no YAML.
//!
//! A reader for each format gives a [`Page`] of tables; [`draft`] makes of it what can be made, and
//! says of each row that is left out why. [`export`] gives the table of a catalog back.

mod codes;
mod columns;
mod delimited;
mod draft;
mod export;
mod fit;
mod groups;
mod kind;
mod language;
mod markdown;
mod names;
mod naming;
mod objects;
mod repeat;
mod rows;
mod rules;
mod table;
mod text;

pub use columns::{Choice, Pick, Role};
pub use delimited::delimited;
pub use draft::draft;
pub use export::{Shape, export};
pub use markdown::markdown;
pub use objects::objects;
pub use rules::{REASONS, Reason, unsafe_merge};
pub use table::{Cell, Page, Row, Table};
pub use text::{listed, page, reason};
