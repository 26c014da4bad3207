//! What a rule is: its name, how grave it is, what people read about it, and its check.

use super::Findings;
use crate::model::Catalog;

/// Something that can be wrong in a spec.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The kebab-case name, which states the defect and reads well after `allow:`.
    pub name: &'static str,
    /// Who decides how grave its findings are.
    pub standing: Standing,
    /// What it finds, in a line: lower case, no full stop.
    pub finds: &'static str,
    /// Why that matters, in a sentence or two.
    pub why: &'static str,
    /// A spec that breaks it, but for the line `format: 1`; read it with [`Rule::failing`]. Any
    /// other file stands below a comment with its path: `# codegen.yaml`.
    pub(super) fails: &'static str,
    /// The same, mended.
    pub(super) passes: &'static str,
    pub(super) check: Check,
}

/// Who decides how grave the findings of a rule are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// Nobody: a spec that breaks it is invalid, and nothing is made of it.
    Validity,
    /// The user: in `codegen.yaml`, and with `allow` for an entry. The level is the default.
    Advice(Level),
}

/// How grave the findings of a rule are to be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// They stop the run.
    Error,
    /// They are shown.
    Warning,
    /// They are not looked for.
    Off,
}

/// Who looks for the defect.
#[derive(Clone, Copy, Debug)]
pub(super) enum Check {
    /// The rule itself, in the catalog.
    Catalog(fn(&Catalog, &mut Findings<'_>)),
    /// The same, once all other rules have looked.
    Last(fn(&Catalog, &mut Findings<'_>)),
    /// Whoever reads the spec, or fits it to a target: the catalog shows no trace of the defect.
    Elsewhere,
}

impl Rule {
    /// Whether users decide how grave its findings are.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.standing != Standing::Validity
    }

    /// The level unless users decide on another.
    #[must_use]
    pub fn level(&self) -> Level {
        match self.standing {
            Standing::Validity => Level::Error,
            Standing::Advice(level) => level,
        }
    }

    /// The level as it is shown: `error, fixed` where users can't decide on another.
    #[must_use]
    pub fn shown_level(&self) -> String {
        let fixed = if self.is_optional() { "" } else { ", fixed" };
        format!("{}{fixed}", self.level().name())
    }

    /// A spec that breaks the rule.
    #[must_use]
    pub fn failing(&self) -> &'static str {
        self.fails.trim_start_matches('\n')
    }

    /// The same spec, mended.
    #[must_use]
    pub fn passing(&self) -> &'static str {
        self.passes.trim_start_matches('\n')
    }
}

impl Level {
    /// Every level with the name used in `codegen.yaml`.
    pub const ALL: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("off", Self::Off)];

    /// The name used in `codegen.yaml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Off => "off",
        }
    }
}
