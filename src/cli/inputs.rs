//! The arguments that say what a command looks at: the spec, the configuration, the targets.

use std::path::PathBuf;

use crate::commands::Overrides;

/// What a command looks at.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Inputs {
    /// Targets, separated by commas [default: those of codegen.yaml, or all built-in ones]
    #[arg(long, short, value_name = "TARGET", value_delimiter = ',')]
    pub(super) lang: Vec<String>,

    /// The spec; `-` is standard input [default: spec/codes.yaml]
    #[arg(long, value_name = "FILE")]
    pub(super) spec: Option<PathBuf>,

    /// The configuration [default: codegen.yaml here or in the nearest folder above]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// The folder with your own targets, or files that override those built in
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,

    /// Set an option of a target
    #[arg(long, value_name = "TARGET.OPTION=VALUE")]
    pub(super) set: Vec<String>,
}

impl From<Inputs> for Overrides {
    fn from(inputs: Inputs) -> Self {
        let Inputs { lang, spec, config, templates, set } = inputs;
        Self { config, spec, out: None, templates, lang, set }
    }
}
