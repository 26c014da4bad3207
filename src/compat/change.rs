//! What a change is: its kind, what it means for those who use the codes, and its words.

use std::fmt;

use crate::model::{Code, Diagnostic};

/// What a change means for those who use the codes.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// A program that was right may be wrong now, or no longer compile.
    Breaking,
    /// There is more than there was, and all that there was.
    Compatible,
    /// Only words for people changed.
    Editorial,
}

/// A kind of change.
#[derive(Clone, Copy, Debug)]
pub struct ChangeRule {
    /// The kebab-case name, which states the change.
    pub name: &'static str,
    /// What it means unless users decide otherwise.
    pub verdict: Verdict,
    /// What changed, in lower case and without a full stop.
    pub finds: &'static str,
    /// Why it means that: a sentence or more.
    pub why: &'static str,
}

/// One change from a baseline to the current catalog.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its kind.
    pub rule: &'static ChangeRule,
    /// What it means, by the rule or by what users decided.
    pub verdict: Verdict,
    /// The entry that it concerns; `None` for the catalog as a whole.
    pub entry: Option<Subject>,
    /// The texts that changed, by what they are called: a locale, or a field.
    pub details: Vec<Detail>,
    /// Where it stands, in words and places.
    pub finding: Diagnostic,
}

/// The entry that a change concerns, as it is now, or was where it is gone.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Subject {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub name: String,
}

/// What a text was and is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Detail {
    /// What it is called.
    pub label: String,
    /// What it was, if it was there.
    pub before: Option<String>,
    /// What it is, if it is there.
    pub after: Option<String>,
}

/// The part of a version (<https://semver.org>) that changes call for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Bump {
    /// There is no change.
    None,
    /// Only words changed.
    Patch,
    /// There is more than there was.
    Minor,
    /// Something breaks.
    Major,
}

impl Verdict {
    /// Every verdict with the name used in `codegen.yaml`.
    pub const ALL: [(&'static str, Self); 3] = [
        ("breaking", Self::Breaking),
        ("compatible", Self::Compatible),
        ("editorial", Self::Editorial),
    ];

    /// The name used in `codegen.yaml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Compatible => "compatible",
            Self::Editorial => "editorial",
        }
    }
}

impl Bump {
    /// What all of some changes call for.
    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        match changes.iter().map(|change| change.verdict).min() {
            None => Self::None,
            Some(Verdict::Breaking) => Self::Major,
            Some(Verdict::Compatible) => Self::Minor,
            Some(Verdict::Editorial) => Self::Patch,
        }
    }

    /// `major`, `minor`, `patch` or `none`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({})", self.name, self.code)
    }
}
