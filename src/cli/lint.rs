//! The arguments of `codegen lint`.

use super::inputs::Inputs;
use crate::commands::Lint;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen lint                       look at the spec, and at what the targets make of it
  codegen lint --deny-warnings       in CI: exit 1 where there is anything to report
  codegen lint --spec - <codes.yaml  look at standard input
  codegen lint --format sarif        for code scanning; `json` is for programs

A rule is set to another level in codegen.yaml, and silenced for an entry with `allow`:
  lint: { duplicate-message: off }";

/// The arguments of `codegen lint`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Exit 1 where there are warnings, too
    #[arg(long)]
    deny_warnings: bool,

    #[command(flatten)]
    pub(super) inputs: Inputs,
}

impl From<Arguments> for Lint {
    fn from(arguments: Arguments) -> Self {
        let Arguments { deny_warnings, inputs } = arguments;
        Self { overrides: inputs.into(), deny_warnings }
    }
}
