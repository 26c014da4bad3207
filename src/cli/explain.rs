//! The arguments of `codegen explain`.

use super::inputs::Inputs;
use crate::commands::Explain;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen explain 171                what a code means, in every locale and language
  codegen explain SIGNATURE_ERROR    by name; former names are found, too
  codegen explain 签名               by a part of its text
  codegen explain -- -1              a negative code

Exit status:
  0  found
  1  nothing is found, or the spec is invalid
  2  codegen could not run";

/// The arguments of `codegen explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A code, a name, or a part of a text
    #[arg(value_name = "CODE or NAME", allow_negative_numbers = true)]
    wanted: String,

    #[command(flatten)]
    inputs: Inputs,
}

impl From<Arguments> for Explain {
    fn from(arguments: Arguments) -> Self {
        Self { overrides: arguments.inputs.into(), wanted: arguments.wanted }
    }
}
