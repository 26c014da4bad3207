//! A client of the shop.
#![warn(missing_docs, missing_debug_implementations)]

pub mod client;
pub mod codes;
pub mod explain;
pub mod response;
