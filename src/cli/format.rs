//! What `--format` takes: what findings look like or, of `codegen export`, the table. It knows
//! nothing of how either is written.

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A format. Both options share the type, since the parser hands the value of one to the other.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    Github,
    Gitlab,
    Sarif,
    Csv,
    Tsv,
    Markdown,
}

/// Takes the formats of findings.
pub(super) fn of_findings() -> impl TypedValueParser<Value = Format> {
    one_of(&[Format::Human, Format::Json, Format::Github, Format::Gitlab, Format::Sarif])
}

/// Takes the formats of tables.
pub(super) fn of_tables() -> impl TypedValueParser<Value = Format> {
    one_of(&[Format::Csv, Format::Tsv, Format::Json, Format::Markdown])
}

fn one_of(formats: &[Format]) -> impl TypedValueParser<Value = Format> + use<> {
    PossibleValuesParser::new(formats.iter().filter_map(Format::to_possible_value))
        .try_map(|name| Format::from_str(&name, false))
}
