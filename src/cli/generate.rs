//! The arguments of `codegen generate`.

use std::path::PathBuf;

use super::inputs::Inputs;
use crate::commands::{Generate, Mode, Overrides};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen                            write every target of codegen.yaml, or all built-in ones
  codegen --lang ts                  write one
  codegen --lang rust,go             write two
  codegen --watch                    write now, and again whenever the spec changes
  codegen --check                    in CI: exit 1 where a committed file is not fresh
  codegen --check --diff             the same, showing what differs
  codegen --check --format github    the same, shown beside the lines of a pull request
  codegen --lang go --set go.package=retcode --out sdk
  codegen --spec - <codes.yaml       read the spec from standard input

Exit status:
  0  clean, or `--watch` was ended with Ctrl-C
  1  findings: the spec is invalid, or files are not fresh
  2  codegen could not run";

/// The arguments of `codegen generate`.
#[derive(Debug, clap::Args)]
// Each is a flag that is typed.
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Arguments {
    /// Write nothing; exit 1 where a file is missing, stale or orphaned
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,

    /// Write nothing; print what differs as a unified diff, cut short with `--check`
    #[arg(long)]
    diff: bool,

    /// Write nothing; say what would be written
    #[arg(long)]
    dry_run: bool,

    /// Write now, and again after each change of what is read, until Ctrl-C
    #[arg(long, conflicts_with_all = ["check", "diff", "dry_run"])]
    pub(super) watch: bool,

    /// The folder that gets a folder for each target [default: out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    #[command(flatten)]
    pub(super) inputs: Inputs,
}

impl From<Arguments> for Generate {
    fn from(arguments: Arguments) -> Self {
        let mend = arguments.inputs.command("codegen", arguments.out.as_deref());
        let mode = if arguments.check {
            Mode::Check
        } else if arguments.dry_run || arguments.diff {
            Mode::DryRun
        } else {
            Mode::Write
        };
        let overrides = Overrides { out: arguments.out, ..arguments.inputs.into() };
        Self { overrides, mode, diff: arguments.diff, mend }
    }
}
