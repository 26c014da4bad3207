//! What can be wrong with `codegen.yaml`: found by the commands, and only described here.

pub(super) mod invalid_option;
pub(super) mod invalid_path;
pub(super) mod invalid_version;
pub(super) mod unknown_option;
pub(super) mod unknown_target;

use super::{Check, Rule, Standing};
