//! The arguments of `codegen breaking` and `codegen changelog`.

use super::inputs::Inputs;
use crate::commands::Breaking;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen breaking --against git:main                     what this branch changes
  codegen breaking --against git:v1.2.0:spec/codes.yaml   since a version, where the spec was then
  codegen breaking --against ../old/codes.yaml            against a file, or a folder that has it
  codegen changelog --against git:main                    the same as Markdown

What a change means can be set in codegen.yaml:
  breaking: { retryable-changed: compatible, message-reworded: breaking }

Exit status:
  0  nothing breaks
  1  something breaks, or the spec is invalid
  2  codegen could not run, or the baseline could not be read";

/// The arguments of `codegen breaking` and `codegen changelog`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The baseline: `git:COMMIT`, `git:COMMIT:PATH`, a file or a folder
    #[arg(long, value_name = "BASELINE")]
    against: String,

    #[command(flatten)]
    inputs: Inputs,
}

impl From<Arguments> for Breaking {
    fn from(arguments: Arguments) -> Self {
        Self { overrides: arguments.inputs.into(), against: arguments.against }
    }
}
