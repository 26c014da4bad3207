//! The arguments of `codegen init`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::import::format_of;
use crate::commands::{Ci, Import, Init};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen init                   a spec with three codes, codegen.yaml and .gitattributes
  codegen init --ci github       the same, and a workflow that checks them in each pull request
  codegen init --from wiki.md    a spec made of the table on a page, or of CSV, TSV, JSON, YAML

What is there already stays as it is: a second run changes nothing. Where there is a codegen.yaml,
the spec goes where it says.

Exit status:
  0  all is there
  1  rows of the table would be left out, and nothing is written; 0 with `--lenient`
  2  codegen could not run";

/// The arguments of `codegen init`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Make the spec of this table: Markdown, CSV, TSV, JSON or YAML, as the end of its name says
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,

    /// What a column of the table holds, such as `code=1` or `zh=Chinese`
    #[arg(long, value_name = "ROLE=COLUMN", requires = "from")]
    column: Vec<String>,

    /// Leave rows out that can't be imported
    #[arg(long, requires = "from")]
    lenient: bool,

    /// Write a file for this CI service, too
    #[arg(long, value_name = "SERVICE")]
    ci: Option<Service>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Service {
    Github,
    Gitlab,
}

impl From<Arguments> for Init {
    fn from(arguments: Arguments) -> Self {
        let Arguments { from, column, lenient, ci } = arguments;
        let from = from.map(|file| Import {
            format: format_of(&file),
            file,
            into: None,
            columns: column,
            lenient,
        });
        let ci = ci.map(|service| match service {
            Service::Github => Ci::Github,
            Service::Gitlab => Ci::Gitlab,
        });
        Self { from, ci }
    }
}
