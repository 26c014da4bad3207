//! The arguments of `codegen lint`.

use super::inputs::Inputs;
use crate::commands::{Fix, Lint};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen lint                       look at the spec, and at what the targets make of it
  codegen lint --deny-warnings       in CI: exit 1 where there is anything to report
  codegen lint --spec - <codes.yaml  look at standard input
  codegen lint --format sarif        for code scanning; `json` is for programs
  codegen lint --fix                 mend what is mechanical, and show what remains
  codegen lint --fix --diff          show what that would change, and write nothing

A rule is set to another level in codegen.yaml, and silenced for an entry with `allow`:
  lint: { duplicate-message: off }";

/// The arguments of `codegen lint`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Exit 1 where there are warnings, too
    #[arg(long)]
    deny_warnings: bool,

    #[command(flatten)]
    mending: Mending,

    #[command(flatten)]
    inputs: Inputs,
}

/// Whether to mend, and what to do with the mended texts.
#[derive(Debug, clap::Args)]
struct Mending {
    /// Mend what takes no judgement; comments, order and layout stay as they are
    #[arg(long)]
    fix: bool,

    /// With `--fix`: write nothing; print what would change as a unified diff
    #[arg(long, requires = "fix")]
    diff: bool,

    /// With `--fix`: write nothing; say what would be mended
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

impl Arguments {
    /// The command that mends what this one finds; nothing where it mends itself.
    pub(super) fn fix(&self) -> String {
        if self.mending.fix { String::new() } else { self.inputs.fix() }
    }
}

impl From<Arguments> for Lint {
    fn from(arguments: Arguments) -> Self {
        let Arguments { deny_warnings, mending, inputs } = arguments;
        let fix = mending.fix.then_some(match (mending.diff, mending.dry_run) {
            (true, _) => Fix::Diff,
            (_, true) => Fix::DryRun,
            _ => Fix::Write,
        });
        Self { overrides: inputs.into(), deny_warnings, fix }
    }
}
