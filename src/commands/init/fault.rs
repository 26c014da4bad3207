//! Why a project can't begin as it was asked for.

use std::fmt;

/// Why a project can't begin as it was asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum InitFault {
    /// The name of the table, as it is shown, does not tell its format.
    UnknownTable(String),
    /// The configuration says that the spec comes from standard input.
    NoFile,
    /// A file counts at the root of the repository only, and that is elsewhere.
    NotTheRoot {
        /// The file.
        file: &'static str,
        /// Where the root is, as it is shown.
        root: String,
    },
}

impl fmt::Display for InitFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTable(path) => write!(
                f,
                "the name of `{path}` does not tell its format\n  \
                 help: expected one that ends in `.md`, `.csv`, `.tsv`, `.json`, or `.yaml`"
            ),
            Self::NoFile => f.write_str(
                "`codegen.yaml` takes the spec from standard input, where nothing can be put\n  \
                 help: name a file as its `spec`, such as `spec/codes.yaml`",
            ),
            Self::NotTheRoot { file, root } => write!(
                f,
                "`{file}` counts at the root of the repository only, which is `{root}`\n  \
                 help: leave `--ci` out here, or run this there"
            ),
        }
    }
}
