//! The files of a spec as one run works on them: which source each was read as, and which holds
//! its text by now. Knows neither the disk nor what is in them.

use std::path::{Path, PathBuf};

use crate::model::{FileChange, FileState, SourceId, Sources};

/// The files of a spec that were read.
#[derive(Debug, Default)]
pub(super) struct Desk {
    papers: Vec<Paper>,
    folders: Vec<PathBuf>,
}

#[derive(Debug)]
struct Paper {
    path: PathBuf,
    /// The text as it was read.
    read: SourceId,
    /// The text as it is now.
    now: SourceId,
}

impl Desk {
    /// The text of a file by now, if it was read before.
    pub(super) fn find(&self, path: &Path) -> Option<SourceId> {
        self.papers.iter().find(|paper| paper.path == path).map(|paper| paper.now)
    }

    /// The texts of all files by now, in the order that they were read in.
    pub(super) fn texts(&self) -> impl Iterator<Item = SourceId> {
        self.papers.iter().map(|paper| paper.now)
    }

    /// Keeps what a file was read as.
    pub(super) fn put(&mut self, path: &Path, read: SourceId) {
        self.papers.push(Paper { path: path.to_owned(), read, now: read });
    }

    /// Takes a new text for one that is on the desk.
    pub(super) fn replace(&mut self, old: SourceId, text: &str, sources: &mut Sources) {
        let name = sources.get(old).name.clone();
        for paper in self.papers.iter_mut().filter(|paper| paper.now == old) {
            paper.now = sources.add(name.clone(), text);
        }
    }

    /// The files that were read.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.papers.iter().map(|paper| paper.path.as_path())
    }

    /// Keeps in which folder files were looked for.
    pub(super) fn looked_in(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    /// The folders in which files were looked for: another file there may belong to the spec.
    pub(super) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().map(PathBuf::as_path)
    }

    /// The files whose texts differ from what was read.
    pub(super) fn changes(&self, sources: &Sources) -> Vec<FileChange> {
        let touched = self.papers.iter().filter(|paper| paper.read != paper.now);
        let changes = touched.map(|paper| {
            let (read, now) = (sources.get(paper.read), sources.get(paper.now));
            FileChange {
                target: String::new(),
                folder: PathBuf::new(),
                path: paper.path.clone(),
                shown: read.name.clone(),
                state: FileState::Stale,
                old: read.text.clone().into_bytes(),
                new: now.text.clone(),
            }
        });
        changes.filter(|change| change.old != change.new.as_bytes()).collect()
    }
}
