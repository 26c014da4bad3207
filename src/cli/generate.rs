//! The arguments of `codegen generate`.

use std::path::PathBuf;

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
    /// Targets to generate, separated by commas
    #[arg(long, short, value_name = "TARGET", value_delimiter = ',')]
    lang: Vec<String>,

    /// Write nothing; exit 1 where a file is missing, stale or orphaned
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,

    /// Write nothing; print what differs as a unified diff, cut short with `--check`
    #[arg(long)]
    diff: bool,

    /// Write nothing; say what would be written
    #[arg(long)]
    dry_run: bool,

    /// The spec; `-` is standard input [default: spec/codes.yaml]
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,

    /// The folder that gets a folder for each target [default: out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// The configuration [default: codegen.yaml here or in the nearest folder above]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// The folder with your own targets, or files that override those built in
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,

    /// Set an option of a target
    #[arg(long, value_name = "TARGET.OPTION=VALUE")]
    set: Vec<String>,
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
        let overrides = Overrides {
            config: arguments.config,
            spec: arguments.spec,
            out: arguments.out,
            templates: arguments.templates,
            lang: arguments.lang,
            set: arguments.set,
        };
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
    if !arguments.lang.is_empty() {
        flag("lang", &arguments.lang.join(","));
    }
    let paths = [
        ("spec", &arguments.spec),
        ("out", &arguments.out),
        ("config", &arguments.config),
        ("templates", &arguments.templates),
    ];
    for (name, path) in paths {
        if let Some(path) = path {
            flag(name, &path.to_string_lossy());
        }
    }
    for set in &arguments.set {
        flag("set", set);
    }
    words.join(" ")
}
