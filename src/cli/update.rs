//! The arguments of `codegen update`.

use std::path::PathBuf;

use super::inputs::Inputs;
use crate::commands::{Mode, Overrides, Update, shell_word};

pub(super) const EXAMPLES: &str = "\
A region is between two lines of a Markdown file, each alone; nothing else is touched:
  <!-- codegen:table group=iot locale=zh,en -->
  <!-- codegen:end -->

  table      a row for each code
  section    all there is to say of each code, group by group
  group=, tag=, locale=
             narrow it; several are separated by commas
  heading=3  sets an option of the target for this region

Examples:
  codegen update README.md          fill its regions
  codegen update --check README.md  exit 1 where it is stale
  codegen update --diff README.md   write nothing; show what differs
  codegen update                    fill the `documents` of codegen.yaml and nothing else

Named under `documents` in codegen.yaml, files are filled and checked by `codegen` itself.

Exit status:
  0  clean
  1  findings: the spec is invalid, or files are not fresh
  2  codegen could not run, or a region can't be filled";

/// The arguments of `codegen update`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The files with regions; `-` is standard input, which goes to standard output [default: the
    /// `documents` of codegen.yaml]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Write nothing; exit 1 where a file is stale
    #[arg(long)]
    check: bool,

    /// Write nothing; print what differs as a unified diff, cut short with `--check`
    #[arg(long)]
    diff: bool,

    #[command(flatten)]
    pub(super) inputs: Inputs,
}

impl From<Arguments> for Update {
    fn from(arguments: Arguments) -> Self {
        let Arguments { files, check, diff, inputs } = arguments;
        let mut mend = inputs.command("codegen update", None);
        for file in &files {
            mend = format!("{mend} {}", shell_word(&file.to_string_lossy()));
        }
        let mode = match (check, diff) {
            (true, _) => Mode::Check,
            (false, true) => Mode::DryRun,
            (false, false) => Mode::Write,
        };
        let overrides = Overrides { documents: files, ..inputs.into() };
        Self { overrides, mode, diff, mend }
    }
}
