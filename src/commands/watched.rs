//! Which files a run reads, and what is seen of them without reading them. They are looked at
//! again and again, since systems that tell of changes don't on network drives and across the
//! border of a container, and lose sight of a file that is replaced. Knows nothing of runs.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::files::Files;
use super::regions::Named;
use super::settings::{Overrides, SPEC};
use super::{Console, Printing, config, load, walk};
use crate::model::Sources;
use crate::spec::{self, yaml};

/// The files of an own target that are read, from the folder of all.
const TARGET_FILES: [&str; 2] = ["*/target.yaml", "*/*.tera"];

/// Which files a run reads, as far as their names can be told before.
#[derive(Debug, Default)]
pub(super) struct Watched {
    /// The configuration that was named; otherwise the nearest is looked for each time.
    config: Option<PathBuf>,
    spec: PathBuf,
    /// What the spec includes, from its folder.
    include: Vec<String>,
    templates: Option<PathBuf>,
    documents: Vec<Named>,
}

/// What was seen of files: nothing of one that was not there.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Seen(BTreeMap<PathBuf, Option<Stamp>>);

/// What differs once a file has been written or replaced.
#[derive(Debug, Eq, PartialEq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: Identity,
}

impl Watched {
    /// Reads anew which files there are, and looks at them. While a configuration or a spec is
    /// wrong, what it said before holds.
    pub(super) fn follow(&mut self, overrides: &Overrides) -> Seen {
        let mut read = Seen::default();
        self.config.clone_from(&overrides.config);
        read.add(self.config());
        self.follow_config(overrides);
        read.add([&self.spec]);
        self.follow_spec();
        let mut seen = self.look();
        // As they were before they were read.
        seen.0.extend(read.0);
        seen
    }

    /// Looks at all of them.
    pub(super) fn look(&self) -> Seen {
        let mut seen = Seen::default();
        seen.add(self.config());
        seen.add([&self.spec]);
        let folder = self.spec.parent().unwrap_or(Path::new(""));
        for pattern in &self.include {
            seen.add(walk::files(folder, pattern));
        }
        if let Some(folder) = &self.templates {
            for pattern in TARGET_FILES {
                seen.add(walk::files(folder, pattern));
            }
        }
        self.look_at_documents(&mut seen);
        seen
    }

    /// Looks again at those that a run writes as well: what it wrote is no change.
    pub(super) fn look_at_documents(&self, seen: &mut Seen) {
        for (files, _) in self.documents.iter().filter_map(|named| named.files().ok()) {
            seen.add(files);
        }
    }

    pub(super) fn spec(&self) -> &Path {
        &self.spec
    }

    fn config(&self) -> Option<PathBuf> {
        self.config.clone().or_else(|| config::find(Path::new(".")))
    }

    fn follow_config(&mut self, overrides: &Overrides) {
        let (mut findings, mut sources) = (Vec::new(), Sources::default());
        let mut silent = Console::new(Printing::default());
        let named = overrides.config.as_deref();
        let read = config::settle(named, &mut sources, &mut silent, &mut findings);
        let is_sound = read.is_ok() && findings.is_empty();
        if !is_sound && self.spec != Path::new("") {
            return;
        }
        let config = read.unwrap_or_default();
        let said = || config.root.join(config.spec.as_deref().unwrap_or(SPEC));
        let spec = overrides.spec.clone().unwrap_or_else(said);
        if spec != self.spec {
            (self.spec, self.include) = (spec, Vec::new());
        }
        self.templates = config.templates_folder(overrides.templates.as_deref());
        let is_whole = overrides.lang.is_empty();
        self.documents = if is_whole { Named::all(overrides, &config) } else { Vec::new() };
    }

    fn follow_spec(&mut self) {
        // A pipe can be read once.
        if !self.spec.is_file() {
            return;
        }
        let mut sources = Sources::default();
        let Ok(id) = load::text(Files::Disk, &self.spec, &mut sources) else { return };
        let Ok(root) = yaml::parse(id, &sources) else { return };
        let include = spec::head(&root, &mut Vec::new()).include;
        self.include = include.into_iter().map(|pattern| pattern.value).collect();
    }
}

impl Seen {
    /// How many files are there.
    pub(super) fn files(&self) -> usize {
        self.0.values().flatten().count()
    }

    /// The files that are not as they were here, or were not there, or are not any more.
    pub(super) fn changed<'a>(&'a self, now: &'a Self) -> Vec<&'a Path> {
        let differs = |path: &&PathBuf| self.0.get(*path) != now.0.get(*path);
        let new = now.0.keys().filter(|path| !self.0.contains_key(*path));
        self.0.keys().chain(new).filter(differs).map(PathBuf::as_path).collect()
    }

    fn add<P: Into<PathBuf>>(&mut self, paths: impl IntoIterator<Item = P>) {
        self.0.extend(paths.into_iter().map(|path| {
            let path = path.into();
            let stamp = fs::metadata(&path).ok().map(|about| Stamp::of(&about));
            (path, stamp)
        }));
    }
}

impl Stamp {
    fn of(about: &Metadata) -> Self {
        Self { length: about.len(), modified: about.modified().ok(), identity: identity(about) }
    }
}

/// What tells a file from one that took its place with the same length and time.
#[cfg(unix)]
type Identity = (u64, u64, i64, i64);
#[cfg(not(unix))]
type Identity = Option<SystemTime>;

#[cfg(unix)]
fn identity(about: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;

    (about.dev(), about.ino(), about.ctime(), about.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(about: &Metadata) -> Identity {
    about.created().ok()
}
