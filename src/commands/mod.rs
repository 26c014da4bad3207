//! One file a command: a short story in calls to the layers below. Knows nothing of clap.

mod attributes;
mod baseline;
mod breaking;
mod build;
mod config;
mod console;
mod desk;
mod document;
mod eject;
mod encoding;
mod explain;
mod export;
mod failure;
mod files;
mod fix;
mod folders;
mod generate;
mod git;
mod home;
mod import;
mod include;
mod init;
mod inspect;
mod lint;
mod load;
mod merge;
mod new_target;
mod next;
mod options;
mod parallel;
mod paths;
mod regions;
mod rules;
mod save;
mod schema;
mod settings;
mod starter;
mod targets;
mod update;
mod walk;
mod watch;
mod watched;

pub use breaking::{Breaking, breaking, changelog};
pub use build::{BuildError, Builder};
pub use console::{Color, Console, Printing};
pub use eject::{Eject, eject};
pub use explain::{Explain, explain};
pub use export::{Export, Shape, export};
pub use failure::Failure;
pub use fix::Fix;
pub use generate::{Generate, Mode, generate};
pub use git::GitFault;
pub use home::HomeFault;
pub use import::{Import, TableFormat, import};
pub use init::{Init, InitFault, init};
pub use lint::{Lint, lint};
pub use new_target::{NewTarget, new_target};
pub use next::{Next, next};
pub use paths::shell_word;
pub use rules::{Rules, rules};
pub use schema::schema;
pub use settings::Overrides;
pub use starter::Ci;
pub use targets::{Targets, targets};
pub use update::{Update, update};
pub use watch::watch;

pub use crate::output::Format;

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
