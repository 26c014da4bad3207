//! What is asked before each thing that is done to the disk. A run lets everything pass; tests
//! make it fail, or look on.

use std::io;
use std::path::Path;

use super::write_error::Step;

/// What is done to the disk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Act {
    /// A folder is created.
    CreateFolder,
    /// A temporary file is created, empty.
    Create,
    /// It gets its bytes.
    Fill,
    /// It gets the owner and the permissions of the file that it is to replace.
    Dress,
    /// Its bytes are made to last.
    Sync,
    /// A file gets a second name.
    Link,
    /// A file gets another name.
    Rename,
    /// A file is removed.
    Remove,
    /// A folder is removed.
    RemoveFolder,
}

/// Lets something be done, or fails in its place. It is told what for (nothing, where things are
/// put back), what, and the file or folder that it is all about.
pub(super) type Gate<'g> = &'g mut dyn FnMut(Option<Step>, Act, &Path) -> io::Result<()>;

/// A gate for one step with one file.
pub(super) type Acts<'g> = &'g mut dyn FnMut(Act) -> io::Result<()>;
