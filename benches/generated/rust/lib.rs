#[path = "rust/codes.rs"]
pub mod codes;
