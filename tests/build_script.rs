//! The crate in `examples/build-script/` builds and runs, and cargo runs its build script when,
//! and only when, something that it read has changed.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

#[path = "support/trees.rs"]
mod trees;

/// A copy of the example under a name of its own, so that nothing else builds it.
struct Example {
    folder: PathBuf,
    target: PathBuf,
}

impl Example {
    fn lay() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        // What the tests themselves are made of need not be built again.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script");
        let _ = fs::remove_dir_all(&folder);
        trees::plant(&trees::tree(&root.join("examples/build-script")), &folder);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let path = format!("path = '{}'", root.display());
        assert!(manifest.contains("path = \"../..\""), "{manifest}");
        let manifest = manifest.replace("path = \"../..\"", &path);
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        Self { folder, target }
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn run(&self) -> Output {
        Command::new(env!("CARGO"))
            .args(["run", "--locked", "--verbose", "--color", "never", "--target-dir"])
            .arg(&self.target)
            .current_dir(&self.folder)
            // Built as the tests are, most of what both depend on is built once.
            .env("CARGO_PROFILE_DEV_BUILD_OVERRIDE_DEBUG", "true")
            .env_remove("NO_COLOR")
            .output()
            .unwrap()
    }

    /// Runs it; gives what it printed, and whether its build script ran.
    fn succeeds(&self) -> (String, bool) {
        let run = self.run();
        let said = String::from_utf8(run.stderr).unwrap();
        assert!(run.status.success(), "{said}");
        assert!(!said.lines().any(|line| line.starts_with("warning")), "{said}");
        (String::from_utf8(run.stdout).unwrap(), said.contains("build-script-build`"))
    }

    /// Runs it; gives what is said of the failure.
    fn fails(&self) -> String {
        let run = self.run();
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(101), "{said}");
        said
    }

    /// When each file that the build script could have written was written.
    fn written(&self) -> BTreeMap<PathBuf, SystemTime> {
        let builds = fs::read_dir(self.target.join("debug/build")).unwrap();
        let files = builds.map(|build| build.unwrap().path().join("out/rust/codes.rs"));
        let files = files.filter(|file| file.to_string_lossy().contains("build-script-"));
        let time = |file: &PathBuf| fs::metadata(file).and_then(|about| about.modified());
        files.filter_map(|file| time(&file).ok().map(|time| (file, time))).collect()
    }
}

const PRINTED: &str = "\
0 SUCCESS The parcel is on its way.
101 ADDRESS_UNKNOWN There is no such address.
102 PARCEL_TOO_HEAVY The parcel is heavier than {limit} kg.
";

const MORE: &str = "codes:
  - code: 103
    name: PARCEL_LOST
    message: { en: The parcel is lost., de: Das Paket ist verloren. }
";

/// What stands in the failure, as on the command line.
const FINDING: &str = "
error[duplicate-code]: code `101` stands for both `ADDRESS_UNKNOWN` and `PARCEL_LATE`
  --> more/late.yaml:2:11
";

#[test]
fn a_build_script_generates() {
    let example = Example::lay();
    assert_eq!(example.succeeds(), (PRINTED.to_owned(), true));
    let written = example.written();
    assert!(!written.is_empty());
    assert_eq!(example.succeeds(), (PRINTED.to_owned(), false), "nothing changed");

    let spec = fs::read_to_string(example.folder.join("codes.yaml")).unwrap();
    example.write("codes.yaml", &spec);
    assert_eq!(example.succeeds(), (PRINTED.to_owned(), true), "the spec was touched");
    assert_eq!(example.written(), written);

    example.write("more/lost.yaml", MORE);
    example.write("codes.yaml", &spec.replace("\ncodes:", "\ninclude: [more/*.yaml]\ncodes:"));
    let printed = format!("{PRINTED}103 PARCEL_LOST The parcel is lost.\n");
    assert_eq!(example.succeeds(), (printed.clone(), true), "a file is included");
    assert_eq!(example.succeeds(), (printed.clone(), false), "nothing changed");

    let written = example.written();
    example.write("more/late.yaml", &MORE.replace("103", "101").replace("LOST", "LATE"));
    let said = example.fails();
    assert!(said.contains("Error: the codes were not generated\n"), "{said}");
    let unindented = said.replace("\n  ", "\n");
    assert!(unindented.contains(FINDING), "{said}");
    assert!(unindented.contains("\n1 error, 1 warning\n"), "{said}");
    assert_eq!(example.written(), written);

    fs::remove_file(example.folder.join("more/late.yaml")).unwrap();
    assert_eq!(example.succeeds(), (printed, true), "the file is gone");
    assert_eq!(example.written(), written);
}

#[test]
fn what_is_wrong_is_said_and_nothing_written() {
    let out = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let builder = || {
        let spec = root.join("examples/build-script/codes.yaml");
        codegen::Builder::new().spec(spec).out(out.path())
    };
    let unknown = builder().target("rost").generate().unwrap_err().to_string();
    assert_eq!(unknown, "error: unknown language `rost`\n  help: did you mean `rust`?");
    let set = builder().target("rust").set("rust.serde=maybe").generate().unwrap_err().to_string();
    assert!(set.starts_with("error: can't set `rust.serde=maybe`\n  help: expected "), "{set}");
    let spec = builder().spec("no.yaml").target("rust").generate().unwrap_err().to_string();
    assert!(spec.starts_with("error: there is no spec `no.yaml`\n"), "{spec}");
    assert!(trees::tree(out.path()).is_empty());
    builder().target("rust").generate().unwrap();
    assert_eq!(trees::tree(out.path()).keys().collect::<Vec<_>>(), ["rust/codes.rs"]);
}
