//! `codegen man`: the manual as roff. It is made of the arguments themselves, so that only this
//! layer can make it.

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::Invocation;
use crate::commands::{Console, Failure, Status};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen man | man -l -                     read it
  codegen man >codegen.1                     keep it
  codegen man generate >codegen-generate.1   the page of one command";

/// The arguments of `codegen man`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The command whose page to print, in the place of that of the tool
    command: Option<String>,
}

/// Prints a page of the manual.
pub(super) fn man(request: &Arguments, console: &mut Console) -> Result<Status, Failure> {
    let mut tool = Invocation::command().disable_help_subcommand(true);
    // Its commands know the options of all, and their full names, once it is built.
    tool.build();
    let page = match &request.command {
        None => tool,
        Some(name) => match tool.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return Err(unknown(name, &tool)),
        },
    };
    let mut roff = Vec::new();
    write(&page, &mut roff).map_err(Failure::Print)?;
    console.data(&String::from_utf8_lossy(&roff))?;
    Ok(Status::Clean)
}

fn write(page: &Command, roff: &mut Vec<u8>) -> io::Result<()> {
    let source = concat!("codegen ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(page.clone()).source(source).manual("codegen");
    man.render_title(roff)?;
    man.render_name_section(roff)?;
    man.render_synopsis_section(roff)?;
    man.render_description_section(roff)?;
    man.render_options_section(roff)?;
    if page.has_subcommands() {
        man.render_subcommands_section(roff)?;
    }
    let more = page.get_after_help().map(ToString::to_string).unwrap_or_default();
    for block in more.split("\n\n") {
        let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
        match first.strip_suffix(':').filter(|title| title.split(' ').count() <= 2) {
            Some(title) => writeln!(roff, ".SH {}\n{}", title.to_uppercase(), verbatim(rest))?,
            None => writeln!(roff, ".PP\n{}", verbatim(block))?,
        }
    }
    Ok(())
}

/// Lines that stay as they are: those of a command are not to be filled or hyphenated.
fn verbatim(text: &str) -> String {
    let line = |line: &str| format!("\\&{}\n", line.replace('\\', "\\e").replace('-', "\\-"));
    format!(".nf\n{}.fi", text.lines().map(line).collect::<String>())
}

fn unknown(typed: &str, tool: &Command) -> Failure {
    let known = tool.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    Failure::Unknown { what: "command", typed: typed.to_owned(), known }
}
