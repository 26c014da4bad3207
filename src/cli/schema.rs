//! The arguments of `codegen schema`.

pub(super) const EXAMPLES: &str = "\
Examples:
  codegen schema                                  what schemas there are
  codegen schema codes >spec/codes.schema.json    that of the spec

An editor with the YAML language server completes and checks a spec that begins with
  # yaml-language-server: $schema=codes.schema.json";

/// The arguments of `codegen schema`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The schema to print; all are listed where none is named
    pub(super) name: Option<String>,
}
