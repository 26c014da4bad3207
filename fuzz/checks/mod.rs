//! What must hold whatever the bytes. Each check panics where something does not, and says
//! whether the bytes got as far as what it is about, so that a corpus which never does is noticed.
//!
//! The fuzz targets run these, and so do the tests of codegen, which need no fuzzer.

mod catalog;
mod choices;
mod import;
mod lint;
mod mended;
mod pools;
mod read;
mod render;
mod scalar;
mod shown;
mod spec;
pub mod tables;

pub use import::import;
pub use lint::lint;
pub use render::render;
pub use spec::spec;

/// A check.
pub type Check = fn(&[u8]) -> bool;

/// Every check, by the name of its fuzz target.
pub const CHECKS: [(&str, Check); 4] =
    [("import", import), ("lint", lint), ("render", render), ("spec", spec)];
