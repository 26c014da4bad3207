//! What a project begins with: the files of `starter/`, embedded, and where each goes. Knows
//! nothing of what is in them.

/// A spec with a few codes, in which comments teach the rest.
pub(super) const SPEC: &str = include_str!("../../starter/codes.yaml");

/// The configuration; it says what holds without one.
pub(super) const CONFIG: &str = include_str!("../../starter/codegen.yaml");

/// What comes before the lines of `.gitattributes`.
pub(super) const ATTRIBUTES: &str = include_str!("../../starter/gitattributes");

/// What the file of each CI service runs: one that has it is not in need of it.
pub(super) const CHECK: &str = "codegen --check";

/// What is to be filled in there.
pub(super) const SOURCE: &str = "CODEGEN_SOURCE";

/// A CI service.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ci {
    /// GitHub Actions (<https://docs.github.com/actions>).
    Github,
    /// GitLab CI/CD (<https://docs.gitlab.com/ci/>).
    Gitlab,
}

impl Ci {
    /// Where the service looks for its file, from the root of a repository.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/codegen.yml",
            Self::Gitlab => ".gitlab-ci.yml",
        }
    }

    /// The file.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Github => include_str!("../../starter/github.yml"),
            Self::Gitlab => include_str!("../../starter/gitlab.yml"),
        }
    }
}
