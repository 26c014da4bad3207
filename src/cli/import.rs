//! The arguments of `codegen import`.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::commands::{Import, TableFormat};

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen import wiki.md >spec/codes.yaml                 begin a catalog with a table
  codegen import codes.csv --into spec/codes.yaml         take over new texts and new codes
  codegen import page.md --column code=1 --column zh=3    say what columns hold
  pbpaste | codegen import - --from markdown              read standard input

A column is named by its number, from 1, or by its header. What it can hold:
  code, name, http, group, remedy, description, or the tag of a language: en, zh, pt-BR

Exit status:
  0  all rows are imported
  1  rows are left out, each with its line and the reason; 0 with `--lenient`
  2  codegen could not run";

/// The arguments of `codegen import`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Markdown with tables, CSV, TSV, or a list of objects in JSON or YAML; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// What the file is in [default: what the end of its name says]
    #[arg(long, value_name = "FORMAT")]
    from: Option<Shape>,

    /// Bring it into this spec: texts that differ change, new codes are added, the rest stays
    #[arg(long, value_name = "SPEC")]
    into: Option<PathBuf>,

    /// What a column holds, such as `code=1` or `zh=Chinese`
    #[arg(long, value_name = "ROLE=COLUMN")]
    column: Vec<String>,

    /// Exit 0 where rows are left out
    #[arg(long)]
    lenient: bool,
}

/// A format by its name, or by the end of the names of its files.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shape {
    #[value(aliases = ["md", "mdx", "mkd"])]
    Markdown,
    Csv,
    #[value(alias = "tab")]
    Tsv,
    Json,
    #[value(alias = "yml")]
    Yaml,
}

/// The format that the name of a file tells.
pub(super) fn format_of(file: &Path) -> Option<TableFormat> {
    Shape::from_str(&file.extension()?.to_string_lossy(), true).ok().map(Into::into)
}

impl From<Shape> for TableFormat {
    fn from(shape: Shape) -> Self {
        match shape {
            Shape::Markdown => Self::Markdown,
            Shape::Csv => Self::Csv,
            Shape::Tsv => Self::Tsv,
            Shape::Json => Self::Json,
            Shape::Yaml => Self::Yaml,
        }
    }
}

impl From<Arguments> for Import {
    fn from(arguments: Arguments) -> Self {
        let Arguments { file, from, into, column, lenient } = arguments;
        let format = from.map(Into::into).or_else(|| format_of(&file));
        Self { file, format, into, columns: column, lenient }
    }
}
