//! Any bytes as a spec.

use super::{mended, read, shown};

/// Each round mends one mistake at least, and a short text has not more than these.
const ROUNDS: usize = 100;

/// Reads bytes as a spec, shows what is wrong with them, and mends that.
pub fn spec(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let levels = Vec::new();
    let read = read::read(&text, &levels);
    shown::check(&read);
    mended::mended(&text, &levels, ROUNDS);
    read.catalog.is_some_and(|catalog| !catalog.entries.is_empty())
}
