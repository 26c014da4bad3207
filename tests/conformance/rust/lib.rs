//! The generated module in a crate without `std`, under lints that its users may have on.
#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub, missing_debug_implementations)]

#[path = "rust/codes.rs"]
pub mod codes;
