//! How hidden characters are written in what is generated.

use crate::model::is_hidden;

/// How hidden characters are written: the pattern holds `{x}`, `{x4}`, `{x8}` or `{X4}` for the
/// hexadecimal number of the character, with at least so many digits.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Hidden {
    /// Up to U+FFFF; `None` leaves them as they are.
    pub short: Option<String>,
    /// Above; where it is absent, `short` serves.
    pub long: Option<String>,
}

impl Hidden {
    /// Adds a character as it is shown.
    pub(super) fn push(&self, c: char, out: &mut String) {
        match self.pattern(c) {
            Some(pattern) if is_hidden(c) => out.push_str(&hex(pattern, c)),
            _ => out.push(c),
        }
    }

    fn pattern(&self, c: char) -> Option<&str> {
        let long = self.long.as_deref().filter(|_| u32::from(c) > 0xFFFF);
        long.or(self.short.as_deref())
    }
}

fn hex(pattern: &str, c: char) -> String {
    let n = u32::from(c);
    pattern
        .replace("{x}", &format!("{n:x}"))
        .replace("{x4}", &format!("{n:04x}"))
        .replace("{x8}", &format!("{n:08x}"))
        .replace("{X4}", &format!("{n:04X}"))
}
