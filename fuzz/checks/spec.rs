//! Any bytes as a spec.

use codegen::model::Diagnostic;

use super::{mended, read, shown};

/// Each round mends one mistake at least, and a short text has not more than these.
const ROUNDS: usize = 100;

/// Reads bytes as a spec, shows what is wrong with them, and mends that. A spec
/// without an error got as far as it can.
pub fn spec(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let levels = Vec::new();
    let read = read::read(&text, &levels);
    shown::check(&read);
    mended::mended(&text, &levels, ROUNDS);
    !read.findings.iter().any(Diagnostic::is_error)
}
