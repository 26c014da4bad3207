//! Why targets can't be put where the user's own ones are. One place for the words.

use std::fmt;

use crate::model::words::{and, count, quoted};

/// More names fill a screen, and are hardly read.
const MOST: usize = 20;

/// Why a target can't be copied or begun.
#[derive(Debug)]
pub enum HomeFault {
    /// A name can't be that of a target.
    BadName(String),
    /// A built-in target has the name that was typed for a new one.
    BuiltIn(String),
    /// Something stands where a new target belongs: how it is shown.
    Taken(String),
    /// Something else stands where a folder belongs: how it is shown.
    NoFolder(String),
    /// Files that are there already, with other texts than those built in: how they are shown.
    Standing(Vec<String>),
}

impl fmt::Display for HomeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadName(typed) => write!(
                f,
                "{} can't name a target\n  help: expected a lower case letter, then such letters, \
                 digits, `-` and `_`, and no name of a device such as `con`",
                quoted(typed)
            ),
            Self::BuiltIn(name) => write!(
                f,
                "`{name}` is a target already\n  \
                 help: to change it, run `codegen eject {name}`; else choose another name"
            ),
            Self::Taken(path) => {
                write!(f, "`{path}` is there already\n  help: choose another name, or move it away")
            }
            Self::NoFolder(path) => write!(
                f,
                "`{path}` is no folder, but one belongs there\n  \
                 help: move it away, or name another folder with `--to`"
            ),
            Self::Standing(paths) => standing(f, paths),
        }
    }
}

fn standing(f: &mut fmt::Formatter<'_>, paths: &[String]) -> fmt::Result {
    let (verb, them) = if let [_] = paths { ("is", "it") } else { ("are", "them") };
    let mut named: Vec<String> = paths.iter().take(MOST).map(|path| format!("`{path}`")).collect();
    if let more @ 1.. = paths.len().saturating_sub(MOST) {
        named.push(count(more, "more file"));
    }
    write!(
        f,
        "{} {verb} there already, and not as built in\n  \
         help: move {them} away, or name another folder with `--to`",
        and(&named)
    )
}

impl std::error::Error for HomeFault {}
