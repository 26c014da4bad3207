//! The arguments of `codegen new-target`.

use std::path::PathBuf;

use crate::commands::NewTarget;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen new-target kotlin               begin it in templates/kotlin, or below `templates` of codegen.yaml
  codegen new-target kotlin --to mine     begin it in mine/kotlin
  codegen eject go                        begin with a built-in target instead

docs/targets.md leads through the rest.";

/// The arguments of `codegen new-target`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Its name: lower case letters, digits, `-` and `_`
    #[arg(value_name = "NAME")]
    name: String,

    /// The folder that gets a folder for it [default: `templates` of codegen.yaml, or templates]
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,

    /// The configuration [default: codegen.yaml here or in the nearest folder above]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl From<Arguments> for NewTarget {
    fn from(arguments: Arguments) -> Self {
        let Arguments { name, to, config } = arguments;
        Self { name, to, config }
    }
}
