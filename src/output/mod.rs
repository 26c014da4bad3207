//! Compares artifacts with the disk and writes what differs. Here and in `commands` only is the
//! disk touched. It knows nothing of specs, templates or languages.
//!
//! Two promises: a file without our header line is never replaced or removed, and a run that
//! fails leaves every file as it was. A run that is killed leaves every file whole, old or new,
//! and at worst temporary ones, which the next run removes where folders can be locked (not on
//! Windows), and a folder that has become empty. Not promised is to withstand a program that swaps
//! folders for symbolic links in the very same instant; nothing in `std` could.
//!
//! [`replace()`] and [`create()`] alone are for files that are the user's, and are called when they
//! ask for it.

mod collide;
mod compare;
mod create;
mod diff;
mod disk;
mod foreign;
mod gate;
mod litter;
mod orphans;
mod path;
mod refusal;
mod replace;
mod report;
mod summary;
mod temp;
mod undo;
mod write;
mod write_error;

#[cfg(test)]
mod tests;

pub use compare::compare;
pub use create::create;
pub use diff::{diff, short};
pub use path::{PathFault, check as check_path};
pub use refusal::{Claim, Obstacle, Refusal};
pub use replace::replace;
pub use report::{
    Explained, Files, Format, RuleText, Run, github, gitlab, human, json, sarif, sort, step_summary,
};
pub use summary::{Summary, check_lines, summarize, summary_lines};
pub use write::write;
pub use write_error::{Cause, Doubt, Step, WriteError};
