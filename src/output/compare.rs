//! Compares what would be generated with what is on disk, and refuses what must not be written.
//! It never writes, so that looking and doing are two steps that use the same result.

use std::collections::HashSet;
use std::mem::take;
use std::path::{Path, PathBuf};

use super::collide::collisions;
use super::disk::{Found, Root};
use super::orphans::{Kept, orphans};
use super::path::{check, join_shown};
use super::refusal::{Claim, Obstacle, Refusal};
use crate::model::{Artifact, Bundle, FileChange, FileState, is_ours};

/// One change for each artifact, in the order given, after those of a bundle its orphaned files;
/// or every reason why nothing may be written.
pub fn compare(bundles: Vec<Bundle>) -> Result<Vec<FileChange>, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut targets = Vec::new();
    for bundle in bundles {
        match open(&bundle) {
            Ok(root) => targets.push(Target::new(bundle, root, &mut refusals)),
            // Where a target that is left out of the run would write is not its concern.
            Err(_) if is_left_out(&bundle) => {}
            Err(obstacle) => refusals.push(blocked(&bundle, obstacle)),
        }
    }
    let places: Vec<_> = targets.iter().flat_map(Target::places).collect();
    refusals.extend(collisions(&places));

    let mut kept = Kept::default();
    for target in &targets {
        kept.roots.insert(target.root.real.clone());
        kept.places.extend(target.files.iter().map(|file| file.place.clone()));
    }
    let mut changes: Vec<Vec<FileChange>> = Vec::new();
    for target in &mut targets {
        changes.push(target.compare(&mut kept, &mut refusals));
    }
    for (index, target) in targets.iter().enumerate() {
        if target.searches_folder(index, &targets) {
            changes[index].extend(target.orphans(&kept, &mut refusals));
        }
    }
    // What blocks the folder of all targets is told once.
    let mut told = HashSet::new();
    refusals.retain(|refusal| told.insert(refusal.to_string()));
    if refusals.is_empty() { Ok(changes.into_iter().flatten().collect()) } else { Err(refusals) }
}

/// Whether a bundle only tells whose a folder is.
fn is_left_out(bundle: &Bundle) -> bool {
    !bundle.owns_folder && bundle.artifacts.is_empty()
}

fn open(bundle: &Bundle) -> Result<Root, Obstacle> {
    let root = Root::open(&bundle.folder, &bundle.shown)?;
    let within = Root::open(&bundle.within, &bundle.shown)?;
    let is_inside = root.real.starts_with(&within.real);
    if is_inside || is_left_out(bundle) {
        Ok(root)
    } else {
        Err(Obstacle::LinkOut(bundle.shown.clone()))
    }
}

/// Whether a text on disk is the one to be written. Git may have turned LF into CRLF.
fn is_fresh(old: &[u8], new: &str) -> bool {
    if old == new.as_bytes() {
        return true;
    }
    let mut rest =
        old.iter().enumerate().filter(|&(i, b)| *b != b'\r' || old.get(i + 1) != Some(&b'\n'));
    new.bytes().all(|b| rest.next().is_some_and(|(_, old)| *old == b)) && rest.next().is_none()
}

struct Target {
    /// Without its artifacts, which are the files.
    bundle: Bundle,
    root: Root,
    files: Vec<File>,
}

struct File {
    artifact: Artifact,
    place: PathBuf,
}

impl Target {
    fn new(mut bundle: Bundle, root: Root, refusals: &mut Vec<Refusal>) -> Self {
        let mut files = Vec::new();
        for artifact in take(&mut bundle.artifacts) {
            if let Err(fault) = check(&artifact.path) {
                let (target, path) = (bundle.target.clone(), artifact.path.clone());
                refusals.push(Refusal::BadPath { target, path, fault });
                continue;
            }
            if !is_ours(artifact.text.as_bytes()) {
                refusals.push(Refusal::Unmarked(claim(&bundle, &artifact)));
            }
            match root.place(Path::new(&artifact.path)) {
                Ok(place) => files.push(File { artifact, place }),
                Err(obstacle) => refusals.push(blocked(&bundle, obstacle)),
            }
        }
        Self { bundle, root, files }
    }

    fn places(&self) -> impl Iterator<Item = (Claim, PathBuf)> {
        self.files.iter().map(|file| (claim(&self.bundle, &file.artifact), file.place.clone()))
    }

    fn compare(&mut self, kept: &mut Kept, refusals: &mut Vec<Refusal>) -> Vec<FileChange> {
        let mut changes = Vec::new();
        for File { artifact: Artifact { path, text }, place } in take(&mut self.files) {
            let path = Path::new(&path);
            let (state, old, new) = match self.root.read(&place, path) {
                Ok(None) => (FileState::Missing, Vec::new(), text),
                Ok(Some(Found { bytes, id })) => {
                    kept.ids.insert(id);
                    if is_fresh(&bytes, &text) {
                        (FileState::Fresh, Vec::new(), String::new())
                    } else {
                        (FileState::Stale, bytes, text)
                    }
                }
                Err(obstacle) => {
                    refusals.push(blocked(&self.bundle, obstacle));
                    continue;
                }
            };
            changes.push(self.change(path, state, old, new));
        }
        changes
    }

    /// Bundles that share a folder search it once, and only if it belongs to all of them.
    fn searches_folder(&self, index: usize, targets: &[Target]) -> bool {
        let mut sharing = targets.iter().enumerate().filter(|(_, t)| t.root.real == self.root.real);
        sharing.clone().all(|(_, target)| target.bundle.owns_folder)
            && sharing.next().is_some_and(|(first, _)| first == index)
    }

    fn orphans(&self, kept: &Kept, refusals: &mut Vec<Refusal>) -> Vec<FileChange> {
        let (found, obstacles) = orphans(&self.root, kept);
        refusals.extend(obstacles.into_iter().map(|obstacle| blocked(&self.bundle, obstacle)));
        found
            .into_iter()
            .map(|(path, old)| self.change(&path, FileState::Orphaned, old, String::new()))
            .collect()
    }

    fn change(&self, path: &Path, state: FileState, old: Vec<u8>, new: String) -> FileChange {
        FileChange {
            target: self.bundle.target.clone(),
            folder: self.root.folder.clone(),
            path: self.root.folder.join(path),
            shown: self.root.show(path),
            state,
            old,
            new,
        }
    }
}

fn claim(bundle: &Bundle, artifact: &Artifact) -> Claim {
    let shown = join_shown(&bundle.shown, &artifact.path);
    Claim { target: bundle.target.clone(), shown }
}

fn blocked(bundle: &Bundle, obstacle: Obstacle) -> Refusal {
    Refusal::Blocked { target: bundle.target.clone(), obstacle }
}

#[cfg(test)]
mod tests {
    use super::is_fresh;

    #[test]
    fn only_line_ends_may_differ() {
        for old in ["a\nb\n", "a\r\nb\r\n", "a\nb\r\n"] {
            assert!(is_fresh(old.as_bytes(), "a\nb\n"), "{old:?}");
        }
        for old in ["", "a\nb", "a\nb\n\n", "a\r\r\nb\n", "a\rb\n", "a\nb\n\r", "\u{feff}a\nb\n"] {
            assert!(!is_fresh(old.as_bytes(), "a\nb\n"), "{old:?}");
        }
    }
}
