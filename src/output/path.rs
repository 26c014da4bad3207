//! Whether the path of an artifact is one that every system understands in the same way, and
//! that stays below its folder. It only looks at the words and never at the disk.

/// Why a path can't be that of an artifact.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PathFault {
    /// Nothing at all.
    Empty,
    /// It starts at the root.
    Absolute,
    /// `.` or `..` stands between its folders.
    Step(String),
    /// Nothing stands between two `/`, or after the last.
    Nameless,
    /// A character that some system reads as more than a part of a name.
    Character(char),
    /// A name that is a device on Windows, whatever its extension.
    Device(String),
    /// A name with a dot or a space at its end, which Windows drops.
    Ending(String),
    /// A name longer than a file system takes.
    Long(String),
    /// It is longer than any folder has room for.
    TooLong,
    /// A name below which git keeps what it runs and trusts.
    Git,
}

/// The bytes of a name, on nearly every file system.
pub(super) const LONGEST: usize = 255;

/// The bytes of a path, which leaves room for the folder that it is below.
pub(super) const LONGEST_PATH: usize = 1000;

/// The first fault of a path, if it has one.
pub fn check(path: &str) -> Result<(), PathFault> {
    if path.is_empty() {
        return Err(PathFault::Empty);
    }
    if let Some(c) = path.chars().find(|&c| !is_plain(c)) {
        return Err(PathFault::Character(c));
    }
    if path.starts_with('/') {
        return Err(PathFault::Absolute);
    }
    path.split('/').try_for_each(check_name)?;
    if path.len() > LONGEST_PATH { Err(PathFault::TooLong) } else { Ok(()) }
}

/// How a path below a folder is shown.
pub(super) fn join_shown(folder: &str, path: &str) -> String {
    match folder.strip_suffix('/').unwrap_or(folder) {
        "" if folder.is_empty() => path.to_owned(),
        "." => path.to_owned(),
        folder => format!("{folder}/{path}"),
    }
}

/// A path as it is on a file system that doesn't tell case apart. It takes more for the same than
/// any system does: better to refuse a pair of names than to lose one of two files.
pub(super) fn fold(path: &str) -> String {
    path.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

fn check_name(name: &str) -> Result<(), PathFault> {
    match name {
        "" => Err(PathFault::Nameless),
        "." | ".." => Err(PathFault::Step(name.to_owned())),
        _ if name.len() > LONGEST => Err(PathFault::Long(name.to_owned())),
        _ if name.ends_with(['.', ' ']) => Err(PathFault::Ending(name.to_owned())),
        _ if is_device(name) => Err(PathFault::Device(name.to_owned())),
        // The second is what the first is called in the short names of Windows.
        _ if ["git~1", ".git"].iter().any(|git| name.eq_ignore_ascii_case(git)) => {
            Err(PathFault::Git)
        }
        _ => Ok(()),
    }
}

fn is_plain(c: char) -> bool {
    // A colon starts a stream or follows a drive; the others are wildcards and redirections.
    !c.is_control() && !matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") {
        return true;
    }
    let Some(number) = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT")) else {
        return false;
    };
    let mut chars = number.chars();
    let digit = chars.next().is_some_and(|c| matches!(c, '0'..='9' | '¹' | '²' | '³'));
    digit && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_are_taken() {
        for path in [
            "codes.go",
            "a/b/c.rs",
            ".hidden",
            "docs/zh-Hans.md",
            "返回码.md",
            "a..b",
            "..a",
            "common.rs",
            "com10",
            "nullable",
            "[slug]/a b.ts",
            ".github/x",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn every_way_out_is_refused() {
        let step = |s: &str| PathFault::Step(s.to_owned());
        let ending = |s: &str| PathFault::Ending(s.to_owned());
        let device = |s: &str| PathFault::Device(s.to_owned());
        let (long, too_long) = (&"错".repeat(86), &format!("{}a", "a/".repeat(500)));
        for (path, fault) in [
            ("", PathFault::Empty),
            ("/etc/passwd", PathFault::Absolute),
            ("//host/share", PathFault::Absolute),
            ("..", step("..")),
            ("a/../../b", step("..")),
            ("./a", step(".")),
            ("a/", PathFault::Nameless),
            ("a//b", PathFault::Nameless),
            ("C:/a", PathFault::Character(':')),
            ("C:a", PathFault::Character(':')),
            ("a.go:stream", PathFault::Character(':')),
            (r"..\a", PathFault::Character('\\')),
            (r"\\host\a", PathFault::Character('\\')),
            ("a\0b", PathFault::Character('\0')),
            ("a\nb", PathFault::Character('\n')),
            ("a\u{85}b", PathFault::Character('\u{85}')),
            ("...", ending("...")),
            ("a./b", ending("a.")),
            (".. /a", ending(".. ")),
            ("a ", ending("a ")),
            ("nul", device("nul")),
            ("a/CON.go", device("CON.go")),
            ("com1.tar.gz", device("com1.tar.gz")),
            ("LPT³", device("LPT³")),
            ("NUL .txt", device("NUL .txt")),
            (long, PathFault::Long(long.to_owned())),
            (too_long, PathFault::TooLong),
            (".git/config", PathFault::Git),
            ("a/.GIT", PathFault::Git),
        ] {
            assert_eq!(check(path), Err(fault), "{path:?}");
        }
    }

    #[test]
    fn names_that_some_system_takes_for_the_same_fold_alike() {
        for (a, b) in [("A/B.go", "a/b.GO"), ("ſ", "S"), ("ΑΣ", "ας"), ("K", "k")] {
            assert_eq!(fold(a), fold(b));
        }
    }

    #[test]
    fn paths_are_shown_below_their_folder() {
        assert_eq!(join_shown("out/go", "a.go"), "out/go/a.go");
        assert_eq!(join_shown("out/go/", "a.go"), "out/go/a.go");
        assert_eq!(join_shown(".", "a.go"), "a.go");
        assert_eq!(join_shown("", "a.go"), "a.go");
        assert_eq!(join_shown("/", "a.go"), "/a.go");
    }
}
