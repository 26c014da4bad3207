//! The command line: arguments in, an exit status out. The only layer that knows clap.

mod breaking;
mod completions;
mod eject;
mod explain;
mod export;
mod format;
mod generate;
mod import;
mod init;
mod inputs;
mod lint;
mod man;
mod new_target;
mod next;
mod rules;
mod schema;
mod targets;
mod update;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use format::Format;

use crate::commands::{self, Color, Console, Printing, Status};
use crate::model::Sources;

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
    /// Begin a project: a spec to fill in, and what else it takes
    #[command(after_help = init::EXAMPLES)]
    Init(init::Arguments),
    /// Fill the marked regions of documents that you wrote
    #[command(after_help = update::EXAMPLES)]
    Update(update::Arguments),
    /// Look for what is wrong with the spec; with `--fix`, mend what is mechanical
    #[command(after_help = lint::EXAMPLES)]
    Lint(lint::Arguments),
    /// Say what can be wrong, why it matters, and how to mend it
    #[command(after_help = rules::EXAMPLES)]
    Rules(rules::Arguments),
    /// Say which changes since a baseline break those who use the codes
    #[command(after_help = breaking::EXAMPLES)]
    Breaking(breaking::Arguments),
    /// Print the changes since a baseline as Markdown
    #[command(after_help = breaking::EXAMPLES)]
    Changelog(breaking::Arguments),
    /// Print the next free codes
    #[command(after_help = next::EXAMPLES)]
    Next(next::Arguments),
    /// Say what a code means
    #[command(after_help = explain::EXAMPLES)]
    Explain(explain::Arguments),
    /// Make a spec of a table, or bring the table into one
    #[command(after_help = import::EXAMPLES)]
    Import(import::Arguments),
    /// Print the codes as a table, for translators and spreadsheets
    #[command(after_help = export::EXAMPLES)]
    Export(export::Arguments),
    /// List the targets with their options
    #[command(after_help = targets::EXAMPLES)]
    Targets(targets::Arguments),
    /// Copy the templates of built-in targets, to change them
    #[command(after_help = eject::EXAMPLES)]
    Eject(eject::Arguments),
    /// Begin a target of your own
    #[command(after_help = new_target::EXAMPLES)]
    NewTarget(new_target::Arguments),
    /// Print a JSON schema, for editors and validators
    #[command(after_help = schema::EXAMPLES)]
    Schema(schema::Arguments),
    /// Print what a shell needs to complete command lines
    #[command(after_help = completions::EXAMPLES)]
    Completions(completions::Arguments),
    /// Print the manual as roff, for `man`
    #[command(after_help = man::EXAMPLES)]
    Man(man::Arguments),
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

    /// What findings look like; all but `human` go to standard output, as one document
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    #[arg(value_parser = format::of_findings())]
    format: Format,

    /// Print every finding where many are alike
    #[arg(long, global = true)]
    all: bool,

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
    let Invocation { command, generate, global } = match Invocation::try_parse() {
        Ok(invocation) => invocation,
        Err(error) => {
            // Help goes to standard output and is no failure; clap knows which is which.
            let status = if error.use_stderr() { Status::Failed } else { Status::Clean };
            let _ = error.print();
            return ExitCode::from(status as u8);
        }
    };
    let command = command.unwrap_or_else(|| Command::Generate(Box::new(generate)));
    let printing = global.printing(&command);
    let command = match command {
        Command::Generate(generate) if generate.watch => {
            return ExitCode::from(watch::watch(&(*generate).into(), &printing) as u8);
        }
        command => command,
    };
    let mut console = Console::new(printing);
    let mut sources = Sources::default();
    let result = match command {
        Command::Generate(generate) => {
            commands::generate(&(*generate).into(), &mut console, &mut sources)
        }
        Command::Init(init) => commands::init(&init.into(), &mut console, &mut sources),
        Command::Update(update) => commands::update(&update.into(), &mut console, &mut sources),
        Command::Lint(lint) => commands::lint(&lint.into(), &mut console, &mut sources),
        Command::Rules(rules) => commands::rules(&rules.into(), &mut console),
        Command::Breaking(breaking) => {
            commands::breaking(&breaking.into(), &mut console, &mut sources)
        }
        Command::Changelog(breaking) => {
            commands::changelog(&breaking.into(), &mut console, &mut sources)
        }
        Command::Eject(eject) => commands::eject(&eject.into(), &mut console, &mut sources),
        Command::NewTarget(new) => commands::new_target(&new.into(), &mut console, &mut sources),
        Command::Explain(explain) => commands::explain(&explain.into(), &mut console, &mut sources),
        Command::Next(next) => commands::next(&next.into(), &mut console, &mut sources),
        Command::Import(import) => commands::import(&import.into(), &mut console, &mut sources),
        Command::Export(export) => commands::export(&export.into(), &mut console, &mut sources),
        Command::Targets(targets) => commands::targets(&targets.into(), &mut console, &mut sources),
        Command::Schema(schema) => commands::schema(schema.name.as_deref(), &mut console),
        Command::Completions(request) => completions::completions(&request, &mut console),
        Command::Man(request) => man::man(&request, &mut console),
    };
    ExitCode::from(console.finish(result, &sources) as u8)
}

impl Command {
    /// The command that mends what this one finds, where that takes no judgement.
    fn fix(&self) -> String {
        match self {
            Self::Generate(generate) => generate.inputs.fix(),
            Self::Update(update) => update.inputs.fix(),
            Self::Lint(lint) => lint.fix(),
            Self::Breaking(_)
            | Self::Changelog(_)
            | Self::Eject(_)
            | Self::Explain(_)
            | Self::NewTarget(_)
            | Self::Next(_)
            | Self::Export(_)
            | Self::Import(_)
            | Self::Init(_)
            | Self::Rules(_)
            | Self::Targets(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_) => String::new(),
        }
    }
}

impl Global {
    fn printing(&self, command: &Command) -> Printing {
        Printing {
            color: match self.color {
                When::Auto => Color::Auto,
                When::Always => Color::Always,
                When::Never => Color::Never,
            },
            format: match (self.format, command) {
                // What the table is written in says nothing of findings.
                (Format::Json, Command::Export(_)) => commands::Format::Human,
                (Format::Json, _) => commands::Format::Json,
                (Format::Github, _) => commands::Format::Github,
                (Format::Gitlab, _) => commands::Format::Gitlab,
                (Format::Sarif, _) => commands::Format::Sarif,
                _ => commands::Format::Human,
            },
            all: self.all,
            quiet: self.quiet,
            verbose: self.verbose,
            fix: command.fix(),
        }
    }
}
