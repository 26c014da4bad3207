//! One file a command: a short story in calls to the layers below. Knows nothing of clap.

mod config;
mod console;
mod desk;
mod failure;
mod fix;
mod folders;
mod generate;
mod inspect;
mod lint;
mod load;
mod options;
mod paths;
mod settings;
mod targets;

pub use console::{Color, Console};
pub use failure::Failure;
pub use fix::Fix;
pub use generate::{Generate, Mode, generate};
pub use lint::{Lint, lint};
pub use settings::Overrides;
pub use targets::{Targets, targets};

/// How a run ended, as the exit status of the process.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// All is well.
    Clean = 0,
    /// Something was found: the spec is invalid, or files are not fresh.
    Findings = 1,
    /// The tool could not do its work.
    Failed = 2,
}
