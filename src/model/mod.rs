//! The types that all layers share. They know nothing of disks, YAML or templates.

mod artifact;
mod catalog;
mod code;
mod diagnostic;
mod draft;
mod edit;
mod entry;
pub mod fields;
mod free;
mod header;
mod hidden;
mod locale;
mod message;
mod name;
pub mod node;
mod span;
pub mod words;

pub use artifact::{Artifact, Bundle, FileChange, FileState, Mode};
pub use catalog::{Catalog, Group, Localized, Places, Range, Reserved};
pub use code::{Code, CodeType};
pub use diagnostic::{Diagnostic, Label, Severity};
pub use draft::{Draft, DraftEntry, DraftGroup, DraftName, Origin};
pub use edit::{Action, Edit, Field, New, Replacement};
pub use entry::{Deprecated, Entry, Grpc, Kind, Param, ParamType};
pub use free::{Free, Taken};
pub use header::{SHORTEST, header, is_ours};
pub use hidden::{is_hidden, visible, visible_name};
pub use locale::Locale;
pub use message::{Message, MessageError, Piece, is_parameter_name};
pub use name::{is_entry_name, is_kebab};
pub use span::{Position, Source, SourceId, Sources, Span, Spanned};
