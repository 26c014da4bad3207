//! The arguments of `codegen targets`.

use std::path::PathBuf;

use crate::commands::Targets;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen targets                    every target there is: those built in, and your own
  codegen targets go markdown        two of them
  codegen --set go.package=retcode   set an option for one run

An option is set for good in codegen.yaml:
  targets:
    go: { options: { package: retcode } }";

/// The arguments of `codegen targets`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The targets to list; all where none is named
    #[arg(value_name = "TARGET")]
    names: Vec<String>,

    /// The configuration [default: codegen.yaml here or in the nearest folder above]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// The folder with your own targets, or files that override those built in
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

impl From<Arguments> for Targets {
    fn from(arguments: Arguments) -> Self {
        let Arguments { names, config, templates } = arguments;
        Self { names, config, templates }
    }
}
