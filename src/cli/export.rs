//! The arguments of `codegen export`.

use clap::ValueEnum;

use super::inputs::Inputs;
use crate::commands::{Export, Shape};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen export >codes.csv                     code, name and a column for each language
  codegen export --bom >codes.csv               the same for Excel
  codegen export --as markdown                  a table for a wiki
  codegen import codes.csv --into spec/codes.yaml   take over the texts that were changed

Texts stand there to the letter, also those that a spreadsheet takes for a formula (`=`, `+`, `-`,
`@`): import the columns as text.

Exit status:
  0  printed
  1  the spec is invalid
  2  codegen could not run";

/// The arguments of `codegen export`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What the table is written in; `--format` is for findings
    #[arg(long = "as", value_name = "FORMAT", default_value = "csv")]
    shape: Written,

    /// Begin with a byte order mark, by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,

    #[command(flatten)]
    inputs: Inputs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Written {
    Csv,
    Tsv,
    Json,
    Markdown,
}

impl From<Arguments> for Export {
    fn from(arguments: Arguments) -> Self {
        let Arguments { shape, bom, inputs } = arguments;
        let shape = match shape {
            Written::Csv => Shape::Csv,
            Written::Tsv => Shape::Tsv,
            Written::Json => Shape::Json,
            Written::Markdown => Shape::Markdown,
        };
        Self { overrides: inputs.into(), shape, bom }
    }
}
