//! `codegen init`: what a project begins with. What is there already is the user's, and stays.

mod fault;

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::files::{self, Files};
use super::import::{self, Import};
use super::settings::{self, Overrides, Settings};
use super::starter::{self, Ci};
use super::{Console, Failure, Status, attributes, config, generate, inspect, paths};
use crate::model::{FileChange, FileState, Sources};
use crate::output;
use crate::render::Context;

pub use fault::InitFault;

const ATTRIBUTES: &str = ".gitattributes";

/// What to begin with.
#[derive(Clone, Debug, Default)]
pub struct Init {
    /// The table that becomes the spec; without one, the spec is an example.
    pub from: Option<Import>,
    /// The CI service that gets a file.
    pub ci: Option<Ci>,
}

/// Writes what is not there yet, all of it or nothing.
pub fn init(
    request: &Init,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Status, Failure> {
    if let Some(ci) = request.ci {
        check_root(ci)?;
    }
    let above = config::find(Path::new(".")).filter(|path| path != Path::new(config::FILE_NAME));
    let settings = settings(console, sources)?;
    let spec = settings.as_ref().map_or(Path::new(settings::SPEC), |settings| &settings.spec);
    let mut plan = Plan::default();
    if plan.wants(spec)? {
        let Some(text) = first_spec(request, &mut plan, console, sources)? else {
            let is_lenient = request.from.as_ref().is_some_and(|from| from.lenient);
            let or = if is_lenient { "" } else { ", or leave these rows out with `--lenient`" };
            console.note(&format!("nothing is written: mend the table{or}"))?;
            return Ok(Status::Findings);
        };
        plan.add(spec, text);
    } else if let Some(from) = &request.from {
        let typed = |path: &Path| paths::shell_word(&paths::shown(path));
        let (table, spec) = (typed(&from.file), typed(spec));
        plan.say(format!("to bring the table in, run: codegen import {table} --into {spec}"));
    }
    if plan.wants(Path::new(config::FILE_NAME))? {
        plan.add(Path::new(config::FILE_NAME), starter::CONFIG.to_owned());
        let said = |path: PathBuf| format!("`{}` no longer counts here", paths::shown(&path));
        plan.notes.extend(above.map(said));
    }
    plan.attributes(&lines(settings.as_ref(), &plan, sources))?;
    if let Some(ci) = request.ci {
        plan.ci(ci)?;
    }
    output::create(&plan.files)?;
    plan.tell(console)?;
    Ok(Status::Clean)
}

/// A CI file that no service looks for is no help.
fn check_root(ci: Ci) -> Result<(), Failure> {
    let here = std::path::absolute(".").map_err(|error| Failure::read(Path::new("."), error))?;
    let is_root = |folder: &Path| folder.join(".git").symlink_metadata().is_ok();
    match here.ancestors().position(is_root) {
        None | Some(0) => Ok(()),
        Some(depth) => {
            let root: PathBuf = std::iter::repeat_n("..", depth).collect();
            let root = paths::shown(&root);
            Err(Failure::Init(InitFault::NotTheRoot { file: ci.path(), root }))
        }
    }
}

/// What the configuration of this folder says, if there is one.
fn settings(console: &mut Console, sources: &mut Sources) -> Result<Option<Settings>, Failure> {
    let file = Path::new(config::FILE_NAME);
    if !is_there(file)? {
        return Ok(None);
    }
    let overrides = Overrides { config: Some(file.to_owned()), ..Overrides::default() };
    let settings = settings::settle(&overrides, sources, console)?;
    if settings.spec == Path::new(files::STDIN) {
        return Err(Failure::Init(InitFault::NoFile));
    }
    Ok(Some(settings))
}

/// The text of the spec; nothing where rows of the table would be lost.
fn first_spec(
    request: &Init,
    plan: &mut Plan,
    console: &mut Console,
    sources: &mut Sources,
) -> Result<Option<String>, Failure> {
    let Some(from) = &request.from else { return Ok(Some(starter::SPEC.to_owned())) };
    if from.format.is_none() {
        let shown = Files::Disk.shown(&from.file);
        return Err(Failure::Init(InitFault::UnknownTable(shown)));
    }
    Ok(import::spec_of(from, console, sources)?.map(|(text, words)| {
        plan.say(words);
        text
    }))
}

/// The lines of `.gitattributes`. Where the spec is not sound, they lack the files of targets with
/// folders of their own: `codegen` says what is wrong, and another `init` what to add.
fn lines(settings: Option<&Settings>, plan: &Plan, sources: &mut Sources) -> Vec<String> {
    let Some(settings) = settings else {
        return attributes::of_folder(Path::new(settings::OUT)).into_iter().collect();
    };
    let mut desk = Desk::default();
    for file in &plan.files {
        desk.put(&file.path, sources.add(file.shown.clone(), file.new.clone()));
    }
    let read = inspect::sound_on(&mut desk, &settings.spec, &settings.levels, sources);
    let catalog = read.ok().and_then(|(catalog, _)| catalog);
    let bundles = catalog
        .and_then(|catalog| generate::render(settings, (&catalog, &Context::of(&catalog))).ok());
    attributes::of_targets(settings, &bundles.unwrap_or_default())
}

fn is_there(path: &Path) -> Result<bool, Failure> {
    match path.symlink_metadata() {
        Ok(_) if path.is_file() => Ok(true),
        Ok(_) => Err(Failure::misplaced(path)),
        // A file in place of a folder is told where the folder is created.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(false)
        }
        Err(error) => Err(Failure::read(path, error)),
    }
}

/// What is to be written, and what is to be said afterwards.
#[derive(Default)]
struct Plan {
    files: Vec<FileChange>,
    left: Vec<String>,
    notes: Vec<String>,
}

impl Plan {
    /// Whether a file is to be written. One that is there is left.
    fn wants(&mut self, path: &Path) -> Result<bool, Failure> {
        let is_there = is_there(path)?;
        self.left.extend(is_there.then(|| paths::shown(path)));
        Ok(!is_there)
    }

    fn add(&mut self, path: &Path, text: String) {
        self.files.push(FileChange {
            target: String::new(),
            folder: PathBuf::new(),
            path: path.to_owned(),
            shown: paths::shown(path),
            state: FileState::Missing,
            old: Vec::new(),
            new: text,
        });
    }

    fn say(&mut self, note: String) {
        self.notes.push(note);
    }

    fn attributes(&mut self, lines: &[String]) -> Result<(), Failure> {
        let path = Path::new(ATTRIBUTES);
        if lines.is_empty() {
            return Ok(());
        }
        if self.wants(path)? {
            self.add(path, format!("{}{}\n", starter::ATTRIBUTES, lines.join("\n")));
            return Ok(());
        }
        let text = Files::Disk.read(path)?;
        let missing = attributes::missing(&String::from_utf8_lossy(&text), lines);
        if !missing.is_empty() {
            self.say(format!("to add to `{ATTRIBUTES}`:\n  {}", missing.join("\n  ")));
        }
        Ok(())
    }

    fn ci(&mut self, ci: Ci) -> Result<(), Failure> {
        let path = Path::new(ci.path());
        let (shown, source) = (paths::shown(path), starter::SOURCE);
        if self.wants(path)? {
            self.add(path, ci.text().to_owned());
            self.say(format!("to fill in: `{source}` in `{shown}`, what codegen is installed by"));
        } else if !String::from_utf8_lossy(&Files::Disk.read(path)?).contains(starter::CHECK) {
            self.say(format!("to add to `{shown}`: a job that runs `{}`", starter::CHECK));
        }
        Ok(())
    }

    fn tell(&self, console: &Console) -> Result<(), Failure> {
        let mut text = String::new();
        let written = self.files.iter().map(|file| ("written", &file.shown));
        for (word, shown) in written.chain(self.left.iter().map(|shown| ("left", shown))) {
            // Writing to a text can't fail.
            let _ = writeln!(text, "{word:7}  {shown}");
        }
        for note in &self.notes {
            let _ = writeln!(text, "{note}");
        }
        console.note(&format!("{text}next, run: codegen"))
    }
}
