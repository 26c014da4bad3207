//! Where words go: data to standard output, messages to standard error. The one place that
//! prints.

use std::io::{self, IsTerminal, Write};

use super::Failure;
use crate::model::words::count;
use crate::model::{Diagnostic, Sources};
use crate::output;

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set (<https://no-color.org>).
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Prints for the user.
#[derive(Clone, Copy, Debug, Default)]
pub struct Console {
    /// When to use colour.
    pub color: Color,
    /// Whether to print errors and data only.
    pub quiet: bool,
    /// Whether to say what is being done.
    pub verbose: bool,
}

impl Console {
    /// Prints data.
    pub fn data(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            // Whoever reads has read enough: `codegen --diff | head`.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(Failure::Print),
        }
    }

    /// Prints a message that `--quiet` silences.
    pub fn note(&self, text: &str) -> Result<(), Failure> {
        if self.quiet { Ok(()) } else { self.error_line(text) }
    }

    /// Prints a message that only `--verbose` brings.
    pub fn detail(&self, text: &str) -> Result<(), Failure> {
        if self.verbose { self.error_line(text) } else { Ok(()) }
    }

    /// Prints findings in order; with `--quiet` errors only. Ends with their number.
    pub fn findings(
        &self,
        findings: &mut Vec<Diagnostic>,
        sources: &Sources,
    ) -> Result<(), Failure> {
        output::sort(findings);
        let color = self.colored(&io::stderr());
        for finding in findings.iter().filter(|f| f.is_error() || !self.quiet) {
            self.error_line(&output::human(finding, sources, color))?;
        }
        let errors = findings.iter().filter(|f| f.is_error()).count();
        let warnings = findings.len() - errors;
        let said: Vec<String> = [(errors, "error"), (warnings, "warning")]
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, noun)| count(n, noun))
            .collect();
        if said.is_empty() { Ok(()) } else { self.note(&said.join(", ")) }
    }

    /// Prints why the tool could not do its work.
    pub fn failure(&self, failure: &Failure) -> Result<(), Failure> {
        let painted = self.colored(&io::stderr());
        let head = if painted { "\u{1b}[1m\u{1b}[91merror\u{1b}[0m" } else { "error" };
        self.error_line(&format!("{head}: {failure}"))
    }

    fn error_line(&self, text: &str) -> Result<(), Failure> {
        let mut stderr = io::stderr().lock();
        writeln!(stderr, "{text}").map_err(Failure::Print)
    }

    fn colored(&self, stream: &impl IsTerminal) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
                let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
                !refused && !dumb && stream.is_terminal()
            }
        }
    }
}
