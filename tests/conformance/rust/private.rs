//! The generated module in a program that uses nothing of it.
#![warn(unreachable_pub)]

#[path = "rust/codes.rs"]
mod codes;

fn main() {}
