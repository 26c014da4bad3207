//! The arguments of `codegen export`.

use super::format::{self, Format};
use super::inputs::Inputs;
use crate::commands::{Export, Shape};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen export >codes.csv                     code, name and a column for each language
  codegen export --bom >codes.csv               the same for Excel
  codegen export --format markdown              a table for a wiki
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
    /// What the table is written in; findings are for people
    #[arg(long, value_name = "FORMAT", default_value = "csv", value_parser = format::of_tables())]
    format: Format,

    /// Begin with a byte order mark, by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,

    #[command(flatten)]
    inputs: Inputs,
}

impl From<Arguments> for Export {
    fn from(arguments: Arguments) -> Self {
        let Arguments { format, bom, inputs } = arguments;
        let shape = match format {
            Format::Tsv => Shape::Tsv,
            Format::Json => Shape::Json,
            Format::Markdown => Shape::Markdown,
            // Those of findings are not taken here.
            Format::Csv | Format::Human | Format::Github | Format::Gitlab | Format::Sarif => {
                Shape::Csv
            }
        };
        Self { overrides: inputs.into(), shape, bom }
    }
}
