//! Whole processes, measured from outside. A process is begun by a small one of its own, since the
//! greatest memory of a process counts that of the one it was forked from.

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

/// The word that makes this program the small one.
pub(crate) const MEASURE: &str = "--measure";

/// What a process took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// From its beginning to its end, in microseconds.
    pub(crate) wall: u64,
    /// What its own instructions took of all cores, in microseconds.
    pub(crate) user: u64,
    /// The most memory it had at a time, in KiB.
    pub(crate) peak: u64,
}

/// Runs a program in a folder.
pub(crate) fn run(folder: &Path, program: &Path, args: &[&str]) -> Result<Cost, Box<dyn Error>> {
    let output = Command::new(std::env::current_exe()?)
        .arg(MEASURE)
        .arg(program)
        .args(args)
        .current_dir(folder)
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    let mut figures = text.split_whitespace().map(str::parse);
    let mut next = || figures.next().and_then(Result::ok);
    let figures = (next(), next(), next());
    if let (true, (Some(wall), Some(user), Some(peak))) = (output.status.success(), figures) {
        return Ok(Cost { wall, user, peak });
    }
    let words = String::from_utf8_lossy(&output.stderr);
    Err(format!("{} {args:?}: {words}", program.display()).into())
}

/// What the small process does: runs a program, and prints what it took.
pub(crate) fn measure(program: &OsString, args: &[OsString]) -> Result<String, Box<dyn Error>> {
    let began = Instant::now();
    let status = Command::new(program).args(args).stdout(Stdio::null()).status()?;
    let wall = began.elapsed().as_micros();
    if !status.success() {
        return Err(status.to_string().into());
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let user = usage.user_time();
    let user = i128::from(user.tv_sec()) * 1_000_000 + i128::from(user.tv_usec());
    Ok(format!("{wall} {user} {}", usage.max_rss()))
}
