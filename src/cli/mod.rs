//! The command line: arguments in, an exit status out. The only layer that knows clap.

mod generate;
mod inputs;
mod lint;
mod targets;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::commands::{self, Color, Console, Failure, Status};
use crate::model::{Diagnostic, Sources};

/// One catalog of API return codes in; constant files and docs in every language out.
#[derive(Debug, Parser)]
#[command(
    name = "codegen",
    version,
    args_conflicts_with_subcommands = true,
    after_help = generate::EXAMPLES,
    help_expected = true
)]
struct Invocation {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    generate: generate::Arguments,

    #[command(flatten)]
    global: Global,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the files that the spec and the templates give (also without this word)
    #[command(after_help = generate::EXAMPLES)]
    Generate(Box<generate::Arguments>),
    /// Look for what is wrong with the spec; with `--fix`, mend what is mechanical
    #[command(after_help = lint::EXAMPLES)]
    Lint(lint::Arguments),
    /// List the targets with their options
    #[command(after_help = targets::EXAMPLES)]
    Targets(targets::Arguments),
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
struct Global {
    /// Print errors and data only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,

    /// Say what is being done
    #[arg(short, long, global = true)]
    verbose: bool,

    /// When to use colour; `auto` heeds `NO_COLOR`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: When,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

/// Runs the command that the arguments of the process ask for.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Invocation::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help goes to standard output and is no failure; clap knows which is which.
            let status = if error.use_stderr() { Status::Failed } else { Status::Clean };
            let _ = error.print();
            return ExitCode::from(status as u8);
        }
    };
    let console = Console {
        color: match arguments.global.color {
            When::Auto => Color::Auto,
            When::Always => Color::Always,
            When::Never => Color::Never,
        },
        quiet: arguments.global.quiet,
        verbose: arguments.global.verbose,
    };
    let mut sources = Sources::default();
    let result = match arguments.command {
        None => commands::generate(&arguments.generate.into(), console, &mut sources),
        Some(Command::Generate(generate)) => {
            commands::generate(&(*generate).into(), console, &mut sources)
        }
        Some(Command::Lint(lint)) => commands::lint(&lint.into(), console, &mut sources),
        Some(Command::Targets(targets)) => {
            commands::targets(&targets.into(), console, &mut sources)
        }
    };
    let status = result.unwrap_or_else(|failure| fail(failure, console, &sources));
    ExitCode::from(status as u8)
}

/// Says why the tool could not do its work. Where even that can't be printed, the exit status
/// must do.
fn fail(failure: Failure, console: Console, sources: &Sources) -> Status {
    let _ = match failure {
        Failure::Invalid(mut findings) => {
            findings.retain(Diagnostic::is_error);
            console.findings(&mut findings, sources)
        }
        other => console.failure(&other),
    };
    Status::Failed
}
