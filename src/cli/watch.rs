//! `codegen --watch`, as far as the process is concerned: Ctrl-C ends it. What is watched, and how,
//! others know.

use std::process;
use std::sync::mpsc;

use crate::commands::{self, Console, Failure, Generate, Printing, Status};
use crate::model::Sources;

/// The exit status of a process that SIGINT ended, as shells tell it.
const INTERRUPTED: i32 = 130;

/// Watches until Ctrl-C, which lets a run that is under way come to its end, so that not even a
/// temporary file is left; once more, and it ends at once.
pub(super) fn watch(request: &Generate, printing: &Printing) -> Status {
    let (end, ended) = mpsc::sync_channel(1);
    let listening = ctrlc::set_handler(move || {
        if end.try_send(()).is_err() {
            process::exit(INTERRUPTED);
        }
    });
    let result = match listening {
        Ok(()) => commands::watch(request, printing, &ended),
        Err(error) => Err(Failure::NoInterrupts(error.to_string())),
    };
    // Each run has said what there is to say, and printed its document.
    result.unwrap_or_else(|failure| {
        Console::new(printing.clone()).finish(Err(failure), &Sources::default())
    })
}
