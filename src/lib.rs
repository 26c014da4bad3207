//! One catalog of API return codes in; constant files and docs in every language out.
//!
//! ```text
//! cli -> commands -> {spec, lint, render, output, compat, import} -> model
//! ```
//!
//! Dependencies point one way only, and siblings never see each other. Only `commands` and
//! `output` touch the disk; only `cli` knows clap, only `spec/yaml.rs` and `spec/edit/layout.rs`
//! the YAML parser, only `render/engine.rs` the template engine. A test breaks when that bends.
//!
//! A build script generates with a [`Builder`]; the command line is [`cli::run`].

pub mod cli;
pub mod commands;
pub mod compat;
pub mod import;
pub mod lint;
pub mod model;
pub mod output;
pub mod render;
pub mod spec;

pub use commands::{BuildError, Builder};
