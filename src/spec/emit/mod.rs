//! What is new in a spec as YAML text, in the style of one that is written by hand.

mod scalar;
pub(super) mod write;
