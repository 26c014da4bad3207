//! Where words go: data to standard output, messages to standard error. The one place that
//! prints.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::Failure;
use crate::model::words::count;
use crate::model::{Diagnostic, Sources};
use crate::output::{self, Format};

/// How the word `error` is painted, as in findings.
const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

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
    pub fn data(self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            // Whoever reads has read enough: `codegen --diff | head`.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(Failure::Print),
        }
    }

    /// Prints a message that `--quiet` silences.
    pub fn note(self, text: &str) -> Result<(), Failure> {
        if self.quiet { Ok(()) } else { self.error_line(text) }
    }

    /// Prints a message that only `--verbose` brings.
    pub fn detail(self, text: &str) -> Result<(), Failure> {
        if self.verbose { self.error_line(text) } else { Ok(()) }
    }

    /// Prints findings in order; with `--quiet` errors only. Ends with their number.
    pub fn findings(
        self,
        findings: &mut Vec<Diagnostic>,
        sources: &Sources,
    ) -> Result<(), Failure> {
        output::sort(findings);
        let shown: Vec<_> = findings.iter().filter(|f| f.is_error() || !self.quiet).collect();
        self.error(&output::report(Format::Human, &shown, sources))?;
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
    pub fn failure(self, failure: &Failure) -> Result<(), Failure> {
        self.error_line(&format!("{ERROR}error{ERROR:#}: {failure}"))
    }

    fn error_line(self, text: &str) -> Result<(), Failure> {
        self.error(&format!("{text}\n"))
    }

    fn error(self, text: &str) -> Result<(), Failure> {
        let choice = match self.color {
            Color::Auto => AutoStream::choice(&io::stderr()),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let mut stderr = AutoStream::new(io::stderr().lock(), choice);
        stderr.write_all(text.as_bytes()).map_err(Failure::Print)
    }
}
