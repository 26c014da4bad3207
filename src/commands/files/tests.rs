//! Files that change while they are read, and folders of patterns.

use std::io::Write;
use std::time::{Duration, SystemTime};

use super::*;

/// Someone who writes to a file as soon as it is read.
struct Meddler<'a> {
    file: &'a fs::File,
    meddle: &'a dyn Fn(&fs::File),
}

impl Read for Meddler<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer);
        (self.meddle)(self.file);
        read
    }
}

fn read_while(meddle: &dyn Fn(&fs::File)) -> Result<Vec<u8>, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("codes.yaml");
    fs::write(&path, "format: 1\n").unwrap();
    let file = fs::File::options().read(true).append(true).open(&path).unwrap();
    steady(&file, Meddler { file: &file, meddle }, Path::new("codes.yaml"))
        .map_err(|failure| failure.to_string())
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let refused = "can't read `codes.yaml`: it changed while it was read\n  \
                   help: run codegen again once the file is written";
    let appended = read_while(&|mut file| file.write_all(b"locales: [en]\n").unwrap());
    assert_eq!(appended.unwrap_err(), refused);
    let emptied = read_while(&|file| file.set_len(0).unwrap());
    assert_eq!(emptied.unwrap_err(), refused);
    let later = SystemTime::now() + Duration::from_secs(1);
    let rewritten = read_while(&|file| file.set_modified(later).unwrap());
    assert_eq!(rewritten.unwrap_err(), refused);
    assert_eq!(read_while(&|_| ()).unwrap(), b"format: 1\n");
}

#[test]
fn a_folder_ends_where_a_pattern_begins() {
    assert_eq!(literal_folder("spec/iot/*.yaml"), "spec/iot");
    assert_eq!(literal_folder("spec/*/a.yaml"), "spec");
    assert_eq!(literal_folder("*.yaml"), "");
    assert_eq!(literal_folder("spec/a.yaml"), "spec");
}
