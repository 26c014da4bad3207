//! Where words go: data to standard output, messages to standard error. The one place that
//! prints.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use terminal_size::{Width, terminal_size_of};

use super::document::{Document, append};
use super::{Failure, Status};
use crate::model::words::count;
use crate::model::{Diagnostic, Mode, Severity, Sources, visible};
use crate::output::{self, Explained, Files, Format};

/// How the word `error` is painted, as in findings.
const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

/// The columns of what is no terminal.
const WIDTH: usize = 140;

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

/// What is printed, and how.
#[derive(Clone, Debug, Default)]
pub struct Printing {
    /// When to use colour.
    pub color: Color,
    /// What findings look like.
    pub format: Format,
    /// Whether to print every finding where many are alike.
    pub all: bool,
    /// Whether to print errors and data only.
    pub quiet: bool,
    /// Whether to say what is being done.
    pub verbose: bool,
    /// The command that mends what can be mended without any judgement; empty where it is not
    /// to be named.
    pub fix: String,
}

/// Prints for the user: what people read at once, what machines read at the end of the run, as
/// one document.
#[derive(Debug)]
pub struct Console {
    printing: Printing,
    document: Document,
}

#[derive(Clone, Copy)]
enum Stream {
    Out,
    Err,
}

impl Console {
    /// A console that has said nothing yet.
    #[must_use]
    pub fn new(printing: Printing) -> Self {
        Self { printing, document: Document::default() }
    }

    /// Prints data.
    pub fn data(&mut self, text: &str) -> Result<(), Failure> {
        if self.is_for_people() {
            return write(io::stdout().lock(), text);
        }
        self.document.output += text;
        Ok(())
    }

    /// Prints entries: as text for people, as they are for machines.
    pub fn entries(&mut self, text: &str, entries: Vec<Explained>) -> Result<(), Failure> {
        if self.printing.format == Format::Json {
            self.document.entries = entries;
            return Ok(());
        }
        self.data(text)
    }

    /// Prints a message that nothing silences.
    pub fn error(&self, text: &str) -> Result<(), Failure> {
        self.line(&visible(text))
    }

    /// Prints a message that `--quiet` silences.
    pub fn note(&self, text: &str) -> Result<(), Failure> {
        if self.printing.quiet { Ok(()) } else { self.line(&visible(text)) }
    }

    /// Prints a message that only `--verbose` brings.
    pub fn detail(&self, text: &str) -> Result<(), Failure> {
        if self.printing.verbose { self.line(&visible(text)) } else { Ok(()) }
    }

    /// Prints findings in order as messages; with `--quiet` errors only. Ends with their number.
    pub fn findings(
        &mut self,
        findings: &mut Vec<Diagnostic>,
        sources: &Sources,
    ) -> Result<(), Failure> {
        self.tell(findings, sources, Stream::Err)
    }

    /// The same for a command whose data are its findings.
    pub fn findings_as_data(
        &mut self,
        findings: &mut Vec<Diagnostic>,
        sources: &Sources,
    ) -> Result<(), Failure> {
        self.tell(findings, sources, Stream::Out)
    }

    /// Prints which generated files are not fresh, unless they have been written.
    pub fn files(&mut self, files: Files) -> Result<(), Failure> {
        if !self.is_for_people() {
            self.document.files = Some(files);
        } else if files.mode != Mode::Write {
            for line in output::check_lines(&files.changes) {
                self.data(&format!("{}\n", visible(&line)))?;
            }
            for diff in files.changes.iter().filter_map(|change| files.difference(change)) {
                self.data(&diff)?;
            }
        }
        Ok(())
    }

    /// Ends the run: says why it failed, and what machines read. Where even that can't be
    /// printed, the exit status must do.
    #[must_use]
    pub fn finish(mut self, result: Result<Status, Failure>, sources: &Sources) -> Status {
        let (status, error) = match result {
            Ok(status) => (status, None),
            Err(Failure::Invalid(mut findings)) => {
                let _ = self.findings(&mut findings, sources);
                (Status::Failed, None)
            }
            Err(failure) => {
                let _ = self.failure(&failure);
                (Status::Failed, Some(failure.to_string()))
            }
        };
        match self.print_document(status, error.as_deref(), sources) {
            Ok(()) => status,
            Err(failure) => {
                let _ = self.failure(&failure);
                Status::Failed
            }
        }
    }

    fn is_for_people(&self) -> bool {
        self.printing.format == Format::Human
    }

    fn tell(
        &mut self,
        findings: &mut Vec<Diagnostic>,
        sources: &Sources,
        stream: Stream,
    ) -> Result<(), Failure> {
        output::sort(findings);
        if self.is_for_people() {
            let shown = findings.iter().filter(|f| f.is_error() || !self.printing.quiet);
            let shown: Vec<&Diagnostic> = shown.collect();
            let text = output::human(&shown, sources, stream.width(), self.printing.all);
            self.print(stream, &text)?;
        } else {
            self.document.findings.extend(findings.iter().cloned());
        }
        if !findings.is_empty() {
            self.note(&counts(findings))?;
        }
        self.note_mendable(findings)
    }

    /// Says how many findings can be mended without any judgement, and how.
    fn note_mendable(&self, findings: &[Diagnostic]) -> Result<(), Failure> {
        let mendable = findings.iter().filter(|finding| !finding.edits.is_empty()).count();
        if mendable == 0 || self.printing.fix.is_empty() || !self.is_for_people() {
            return Ok(());
        }
        let which = match findings.len() {
            1 => "it".to_owned(),
            all if all == mendable => "all of them".to_owned(),
            _ => format!("{mendable} of them"),
        };
        self.note(&format!("{which} can be mended: {}", self.printing.fix))
    }

    fn failure(&self, failure: &Failure) -> Result<(), Failure> {
        self.line(&format!("{ERROR}error{ERROR:#}: {}", visible(&failure.to_string())))
    }

    fn print_document(
        &mut self,
        status: Status,
        error: Option<&str>,
        sources: &Sources,
    ) -> Result<(), Failure> {
        if self.is_for_people() {
            return Ok(());
        }
        output::sort(&mut self.document.findings);
        let printed = self.document.printed(self.printing.format, status, error, sources);
        write(io::stdout().lock(), &printed.text)?;
        for (path, text) in &printed.appended {
            if let Err(error) = append(path, text) {
                let path = path.display();
                self.line(&format!("warning: can't append to `{path}`: {error}"))?;
            }
        }
        Ok(())
    }

    fn line(&self, text: &str) -> Result<(), Failure> {
        self.print(Stream::Err, &format!("{text}\n"))
    }

    fn print(&self, stream: Stream, text: &str) -> Result<(), Failure> {
        let choice = match self.printing.color {
            Color::Auto => stream.choice(),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        match stream {
            Stream::Out => write(AutoStream::new(io::stdout().lock(), choice), text),
            Stream::Err => write(AutoStream::new(io::stderr().lock(), choice), text),
        }
    }
}

/// Why a run failed, in the words that would be printed, without colour.
pub(super) fn plain(failure: Failure, sources: &Sources) -> String {
    let Failure::Invalid(mut findings) = failure else {
        return format!("error: {}", visible(&failure.to_string()));
    };
    output::sort(&mut findings);
    let shown: Vec<&Diagnostic> = findings.iter().collect();
    let text = output::human(&shown, sources, WIDTH, false);
    format!("{}{}", anstream::adapter::strip_str(&text), counts(&findings))
}

/// How many findings there are of each severity, in words.
fn counts(findings: &[Diagnostic]) -> String {
    let of = |severity| findings.iter().filter(|f| f.severity == severity).count();
    let said: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| (of(severity), severity.name()))
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, noun)| count(n, noun))
        .collect();
    said.join(", ")
}

impl Stream {
    fn choice(self) -> ColorChoice {
        match self {
            Self::Out => AutoStream::choice(&io::stdout()),
            Self::Err => AutoStream::choice(&io::stderr()),
        }
    }

    /// Its columns.
    fn width(self) -> usize {
        let size = match self {
            Self::Out => terminal_size_of(io::stdout()),
            Self::Err => terminal_size_of(io::stderr()),
        };
        size.map_or(WIDTH, |(Width(columns), _)| usize::from(columns))
    }
}

fn write(mut stream: impl Write, text: &str) -> Result<(), Failure> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        // Whoever reads has read enough: `codegen --diff | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(Failure::Print),
    }
}
