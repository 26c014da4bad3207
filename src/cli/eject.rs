//! The arguments of `codegen eject`.

use std::path::PathBuf;

use crate::commands::Eject;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen eject go                   copy to templates/go, or below `templates` of codegen.yaml
  codegen eject go ts --to mine      copy two, to mine/go and mine/ts

Remove the copies that you don't change: the files built in stand in for them, and get better with
each version of codegen. A file that is there already is never overwritten.";

/// The arguments of `codegen eject`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The targets to copy
    #[arg(value_name = "TARGET", required = true)]
    names: Vec<String>,

    /// The folder that gets a folder for each target [default: `templates` of codegen.yaml, or templates]
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,

    /// The configuration [default: codegen.yaml here or in the nearest folder above]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl From<Arguments> for Eject {
    fn from(arguments: Arguments) -> Self {
        let Arguments { names, to, config } = arguments;
        Self { names, to, config }
    }
}
