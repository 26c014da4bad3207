//! What can be wrong with a target, or with a catalog for a target: found while it is rendered,
//! or fills a document, and only described here.

pub(super) mod identifier_collision;
pub(super) mod invalid_escape;
pub(super) mod invalid_header;
pub(super) mod invalid_region;
pub(super) mod missing_header;
pub(super) mod template;
pub(super) mod unknown_template;
pub(super) mod unsupported_code;
pub(super) mod unsupported_type;

use super::{Check, Rule, Standing};
