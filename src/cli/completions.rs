//! `codegen completions`: what a shell has to know to complete a command line. It is made of the
//! arguments themselves, so that only this layer can make it.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::Invocation;
use crate::commands::{Console, Failure, Status};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen completions bash >~/.local/share/bash-completion/completions/codegen
  codegen completions zsh >~/.zfunc/_codegen    with `fpath+=~/.zfunc` before `compinit` in .zshrc
  codegen completions fish >~/.config/fish/completions/codegen.fish
  codegen completions powershell >>$PROFILE";

/// The arguments of `codegen completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The shell that is to complete
    shell: Shell,
}

/// Prints the script of a shell.
pub(super) fn completions(request: &Arguments, console: &mut Console) -> Result<Status, Failure> {
    let mut script = Vec::new();
    generate(request.shell, &mut Invocation::command(), "codegen", &mut script);
    console.data(&String::from_utf8_lossy(&script))?;
    Ok(Status::Clean)
}
