//! The arguments of `codegen generate`.

use std::path::PathBuf;

use super::inputs::Inputs;
use crate::commands::{Generate, Mode, Overrides};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen                            write every target of codegen.yaml, or all built-in ones
  codegen --lang ts                  write one
  codegen --lang rust,go             write two
  codegen --check                    in CI: exit 1 where a committed file is not fresh
  codegen --check --diff             the same, showing what differs
  codegen --lang go --set go.package=retcode --out sdk
  codegen --spec - <codes.yaml       read the spec from standard input

Exit status:
  0  clean
  1  findings: the spec is invalid, or files are not fresh
  2  codegen could not run";

/// The arguments of `codegen generate`.
#[derive(Debug, clap::Args)]
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

    /// The folder that gets a folder for each target [default: out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    #[command(flatten)]
    inputs: Inputs,
}

impl From<Arguments> for Generate {
    fn from(arguments: Arguments) -> Self {
        let mend = mend(&arguments);
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

/// The command that writes what these arguments check.
fn mend(arguments: &Arguments) -> String {
    let mut words = vec!["codegen".to_owned()];
    let mut flag = |name: &str, value: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-/=,:".contains(c);
        let quoted = format!("'{}'", value.replace('\'', r"'\''"));
        let value = if value.chars().all(plain) { value } else { &quoted };
        words.push(format!("--{name} {value}"));
    };
    let inputs = &arguments.inputs;
    if !inputs.lang.is_empty() {
        flag("lang", &inputs.lang.join(","));
    }
    let paths = [
        ("spec", &inputs.spec),
        ("out", &arguments.out),
        ("config", &inputs.config),
        ("templates", &inputs.templates),
    ];
    for (name, path) in paths {
        if let Some(path) = path {
            flag(name, &path.to_string_lossy());
        }
    }
    for set in &inputs.set {
        flag("set", set);
    }
    words.join(" ")
}
