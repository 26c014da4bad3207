//! What can be wrong with the form of a spec, or of any other file: found while it is read, and
//! only described here.

pub(super) mod cut_off_text;
pub(super) mod duplicate_field;
pub(super) mod duplicate_locale;
pub(super) mod empty_include;
pub(super) mod empty_range;
pub(super) mod empty_spec;
pub(super) mod empty_text;
pub(super) mod invalid_grpc;
pub(super) mod invalid_http;
pub(super) mod invalid_include;
pub(super) mod invalid_locale;
pub(super) mod invalid_message;
pub(super) mod invalid_name;
pub(super) mod missing_field;
pub(super) mod no_codes;
pub(super) mod not_utf8;
pub(super) mod typographic_quotes;
pub(super) mod unknown_field;
pub(super) mod unknown_format;
pub(super) mod unknown_locale;
pub(super) mod unknown_value;
pub(super) mod wrong_type;
pub(super) mod yaml_syntax;

use super::{Check, Level, Rule, Standing};
