//! Prints what the codes of `codes.yaml` mean, and one that is newer than they are.

/// What `build.rs` generated; hardly anyone uses all of it.
#[allow(dead_code)]
mod codes {
    include!(concat!(env!("OUT_DIR"), "/rust/codes.rs"));
}

use codes::{Code, Locale};

fn main() {
    for code in Code::all() {
        println!("{code} {}", code.message(Locale::En).unwrap_or_default());
    }
    assert_eq!(Code::from(9999).info(), None);
}
