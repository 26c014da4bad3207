//! `codegen --watch`: generate, and again after each change of what is read. Knows what a change is
//! only by what is seen of the files before and after, and nothing of signals.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::files::STDIN;
use super::watched::{Seen, Watched};
use super::{Console, Failure, Generate, Printing, Status, generate, paths};
use crate::model::{Sources, words::count};

/// How long between two looks: a change is seen and has come to rest within two of them, which is a
/// blink, and a look at some dozen files takes far less than a hundredth of it.
const PAUSE: Duration = Duration::from_millis(50);

/// Generates, and again after each change of the spec, the files that it includes, the
/// configuration, the user's own targets and the documents, until `end` is told or dropped. What is
/// wrong is told, and watching goes on; it fails only where there is nothing to watch, or nobody to
/// tell.
pub fn watch(
    request: &Generate,
    printing: &Printing,
    end: &Receiver<()>,
) -> Result<Status, Failure> {
    if request.overrides.spec.as_deref() == Some(Path::new(STDIN)) {
        return Err(Failure::WatchedStdin);
    }
    let console = Console::new(printing.clone());
    let mut watched = Watched::default();
    loop {
        // Looked at before it is read: what changes while the run is under way is a change.
        let mut seen = watched.follow(&request.overrides);
        turn(request, printing, &watched);
        watched.look_at_documents(&mut seen);
        console.note(&format!("watching {}, until Ctrl-C", count(seen.files(), "file")))?;
        let Some(changed) = change(&watched, &seen, end) else { return Ok(Status::Clean) };
        console.note(&told(&changed))?;
    }
}

/// One run. Whatever comes of it is printed and no reason to end.
fn turn(request: &Generate, printing: &Printing, watched: &Watched) {
    let (mut console, mut sources) = (Console::new(printing.clone()), Sources::default());
    let result = if watched.spec() == Path::new(STDIN) {
        Err(Failure::WatchedStdin)
    } else {
        generate(request, &mut console, &mut sources)
    };
    let _ = console.finish(result, &sources);
}

/// Waits until something is seen that was not before, and for a burst of changes to be over;
/// nothing where it is time to end.
fn change(watched: &Watched, before: &Seen, end: &Receiver<()>) -> Option<Vec<String>> {
    let mut last = None;
    loop {
        match end.recv_timeout(PAUSE) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return None,
        }
        let now = watched.look();
        let changed = before.changed(&now);
        if !changed.is_empty() && last.as_ref() == Some(&now) {
            return Some(changed.into_iter().map(paths::shown).collect());
        }
        last = Some(now);
    }
}

fn told(changed: &[String]) -> String {
    match changed {
        [] => String::new(),
        [one] => format!("`{one}` changed"),
        [one, others @ ..] => format!("`{one}` and {} changed", count(others.len(), "other file")),
    }
}
