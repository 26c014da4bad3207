//! The arguments of `codegen rules`.

use crate::commands::Rules;

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen rules                      every rule, its level, and what it finds
  codegen rules missing-message      why it matters, an example, and how to set its level
  codegen rules --markdown           the same of all rules, as a page";

/// The arguments of `codegen rules`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The rules to explain; all are listed where none is named
    #[arg(value_name = "RULE")]
    names: Vec<String>,

    /// Print a page of Markdown with all that there is to say
    #[arg(long, conflicts_with = "names")]
    markdown: bool,
}

impl From<Arguments> for Rules {
    fn from(arguments: Arguments) -> Self {
        let Arguments { names, markdown } = arguments;
        if markdown {
            Self::Page
        } else if names.is_empty() {
            Self::List
        } else {
            Self::Explain(names)
        }
    }
}
