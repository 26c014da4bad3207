//! The arguments of `codegen next`.

use super::inputs::Inputs;
use crate::commands::Next;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen next                       the next free code
  codegen next --group iot -n 3      the next three of a group
  codegen next --against git:main    one that nobody took on another branch either

Gaps below the greatest code are handed out last: a gap is often a code that was given up.

Exit status:
  0  as many as wanted
  1  there are not as many, or the spec is invalid
  2  codegen could not run";

/// The arguments of `codegen next`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The group that the codes are for [default: that of the greatest code]
    #[arg(long, value_name = "NAME")]
    group: Option<String>,

    /// How many
    #[arg(short = 'n', long, value_name = "N", default_value_t = 1, value_parser = positive)]
    count: usize,

    /// A baseline whose codes are taken, too: `git:COMMIT`, `git:COMMIT:PATH`, a file or a folder
    #[arg(long, value_name = "BASELINE")]
    against: Vec<String>,

    #[command(flatten)]
    inputs: Inputs,
}

/// A number that is not zero, and of codes that anybody could want at once.
fn positive(typed: &str) -> Result<usize, String> {
    match typed.parse() {
        Ok(count @ 1..=10_000) => Ok(count),
        _ => Err("expected a number from 1 to 10000".to_owned()),
    }
}

impl From<Arguments> for Next {
    fn from(arguments: Arguments) -> Self {
        let Arguments { group, count, against, inputs } = arguments;
        Self { overrides: inputs.into(), group, count, against }
    }
}
