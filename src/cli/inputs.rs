//! The arguments that say what a command looks at: the spec, the configuration, the targets.

use std::path::{Path, PathBuf};

use crate::commands::{Overrides, shell_word};

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

impl Inputs {
    /// A command as it would be typed to look at the same, with the folder that it writes to.
    pub(super) fn command(&self, command: &str, out: Option<&Path>) -> String {
        let mut words = vec![command.to_owned()];
        let mut flag = |name: &str, value: &str| {
            words.push(format!("--{name} {}", shell_word(value)));
        };
        if !self.lang.is_empty() {
            flag("lang", &self.lang.join(","));
        }
        let paths = [
            ("spec", self.spec.as_deref()),
            ("out", out),
            ("config", self.config.as_deref()),
            ("templates", self.templates.as_deref()),
        ];
        for (name, path) in paths {
            if let Some(path) = path {
                flag(name, &path.to_string_lossy());
            }
        }
        for set in &self.set {
            flag("set", set);
        }
        words.join(" ")
    }

    /// The command that mends what can be mended without any judgement.
    pub(super) fn fix(&self) -> String {
        self.command("codegen lint --fix", None)
    }
}

impl From<Inputs> for Overrides {
    fn from(inputs: Inputs) -> Self {
        let Inputs { lang, spec, config, templates, set } = inputs;
        Self { config, spec, out: None, templates, lang, set, documents: Vec::new() }
    }
}
