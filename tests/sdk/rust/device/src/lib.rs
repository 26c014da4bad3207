//! What a device reports, where there is no `std`.
#![no_std]
#![warn(missing_docs, missing_debug_implementations)]

use serde::{Deserialize, Serialize};

use crate::codes::{Code, CodeBuf};

/// The codes of a device, as the build script has them generated.
#[allow(clippy::all, clippy::nursery, clippy::pedantic)]
pub mod codes {
    include!(concat!(env!("OUT_DIR"), "/rust/codes.rs"));
}

/// A report as it comes in: the text of its code is that of the report.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Report<'a> {
    /// How the device is.
    #[serde(borrow)]
    pub code: Code<'a>,
    /// When it said so, in seconds.
    pub at: u64,
}

/// A report to be kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Entry {
    /// How the device was.
    pub code: CodeBuf,
    /// When it said so, in seconds.
    pub at: u64,
}

impl From<Report<'_>> for Entry {
    fn from(report: Report<'_>) -> Self {
        Self {
            code: report.code.into(),
            at: report.at,
        }
    }
}
