//! The page as blocks and prose, to be written again as it was found.

use std::fs;
use std::path::{Path, PathBuf};

use crate::expectations;

const BEGIN: &str = "<!-- names: ";
const END: &str = "<!-- /names -->\n";

/// The page.
pub(crate) struct Page {
    path: PathBuf,
    /// What stands before each block, and after the last.
    prose: Vec<String>,
    /// The blocks.
    pub(crate) blocks: Vec<Block>,
    /// The tables that are made from the code.
    pub(crate) names: String,
}

/// A block: its language, the file that it is, its text.
pub(crate) struct Block {
    pub(crate) language: String,
    pub(crate) file: String,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/targets.md");
        let text = fs::read_to_string(&path).unwrap();
        let mut page =
            Self { path, prose: vec![String::new()], blocks: Vec::new(), names: String::new() };
        let mut is_inside = false;
        for line in text.split_inclusive('\n') {
            match line.strip_prefix("```") {
                Some("\n") if is_inside => {
                    is_inside = false;
                    page.prose.push(String::new());
                }
                Some(info) => {
                    is_inside = true;
                    let (language, file) =
                        info.trim_end().split_once(' ').unwrap_or((info.trim_end(), ""));
                    let (language, file) = (language.to_owned(), file.to_owned());
                    page.blocks.push(Block { language, file, text: String::new() });
                }
                None if is_inside => page.blocks.last_mut().unwrap().text.push_str(line),
                None => page.prose.last_mut().unwrap().push_str(line),
            }
        }
        page
    }

    /// Holds the page as it is now against the file.
    pub(crate) fn compare(&self) {
        let mut text = String::new();
        for (prose, block) in self.prose.iter().zip(&self.blocks) {
            let info = format!("{} {}", block.language, block.file);
            text += &format!("{prose}```{}\n{}```\n", info.trim_end(), block.text);
        }
        text += self.prose.last().unwrap();
        let (before, rest) = text.split_once(BEGIN).unwrap();
        let (how, rest) = rest.split_once('\n').unwrap();
        let (_, after) = rest.split_once(END).unwrap();
        let text = format!("{before}{BEGIN}{how}\n{}{END}{after}", self.names);
        let overwrite = expectations::is_overwriting();
        let expected = expectations::expected(&self.path, text.as_bytes(), overwrite);
        let difference = expectations::difference("docs/targets.md", &expected, text.as_bytes());
        assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    }
}
