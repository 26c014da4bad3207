//! The names of entries: chosen ones from a column, mended where they are none, else proposals
//! from the English text or from the code. No name is given twice.

mod propose;
mod words;

use std::collections::{HashMap, HashSet};

use heck::ToShoutySnakeCase;

use crate::model::{Code, DraftName, Origin, is_entry_name, is_kebab};

/// No proposal is longer.
const LONGEST: usize = 40;

/// The names that are given.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: HashSet<String>,
    /// How often a name with a code behind it was asked for: the next needs no search.
    counts: HashMap<String, u64>,
}

impl Names {
    /// Takes names that somebody has already.
    pub(super) fn taken(&mut self, names: impl IntoIterator<Item = String>) {
        self.given.extend(names);
    }

    /// The name of an entry: the one that was typed, or a proposal.
    pub(super) fn name(&mut self, typed: Option<&str>, english: &str, code: &Code) -> DraftName {
        if let Some(typed) = typed {
            if is_entry_name(typed) && self.given.insert(typed.to_owned()) {
                return DraftName { text: typed.to_owned(), origin: Origin::Chosen };
            }
            let mended = typed.to_shouty_snake_case();
            if is_entry_name(&mended) {
                let text = self.unique(&mended, code);
                return DraftName { text, origin: Origin::Mended(typed.to_owned()) };
            }
        }
        let proposed = from_code(code).or_else(|| propose::from_text(english));
        let text = match proposed {
            Some(name) => self.unique(&name, code),
            None => self.unique(&format!("CODE_{}", number(code)), code),
        };
        DraftName { text, origin: Origin::Proposed }
    }

    /// The name, with the code behind it where another entry has it.
    fn unique(&mut self, name: &str, code: &Code) -> String {
        if self.given.insert(name.to_owned()) {
            return name.to_owned();
        }
        let with = |suffix: &str| {
            let room = LONGEST.saturating_sub(suffix.len() + 1);
            format!("{}_{suffix}", cut(name, room))
        };
        let suffix = number(code);
        let coded = with(&suffix);
        loop {
            let count = self.counts.entry(coded.clone()).or_default();
            *count += 1;
            let longer =
                if *count == 1 { coded.clone() } else { with(&format!("{suffix}_{count}")) };
            if self.given.insert(longer.clone()) {
                return longer;
            }
        }
    }
}

/// A name of at most so many characters, cut between words where that leaves one.
fn cut(name: &str, room: usize) -> &str {
    if name.len() <= room {
        return name;
    }
    let cut = &name[..room];
    cut.rfind('_').map_or(cut, |at| &cut[..at])
}

/// The name that a code is already, such as `InvalidParameter`.
fn from_code(code: &Code) -> Option<String> {
    const LETTERS: usize = 3;
    let Code::Text(text) = code else { return None };
    let is_word =
        |part: &str| part.len() >= LETTERS && part.bytes().all(|b| b.is_ascii_alphabetic());
    let has_word = text.split(|c: char| !c.is_ascii_alphanumeric()).any(is_word);
    let name = text.to_shouty_snake_case();
    (has_word && name.len() <= LONGEST && is_entry_name(&name)).then_some(name)
}

/// A code as a part of a name.
fn number(code: &Code) -> String {
    match code {
        Code::Int(number) if *number < 0 => format!("MINUS_{}", number.unsigned_abs()),
        Code::Int(number) => number.to_string(),
        Code::Text(text) => {
            let ascii: String =
                text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
            let parts = ascii.split('_').filter(|part| !part.is_empty());
            let name = parts.collect::<Vec<_>>().join("_").to_ascii_uppercase();
            cut(if name.is_empty() { "X" } else { &name }, LONGEST / 2).to_owned()
        }
    }
}

/// The name of a group from its heading; where that has no Latin letters, by its number.
pub(super) fn group(heading: &str, number: usize, taken: &[String]) -> String {
    let parts = heading.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let is_number = |part: &&str| !part.starts_with(|c: char| c.is_ascii_alphabetic());
    let kebab = parts.skip_while(is_number).collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let name = if is_kebab(&kebab) { kebab } else { format!("group-{number}") };
    let counted = (2_u64..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.clone()).chain(counted);
    // proven: the count goes on for longer than there are names.
    names.find(|name| !taken.contains(name)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(names: &mut Names, typed: Option<&str>, english: &str, code: i128) -> DraftName {
        names.name(typed, english, &Code::Int(code))
    }

    #[test]
    fn a_chosen_name_stays() {
        let mut names = Names::default();
        let found = name(&mut names, Some("SIGN_ERROR"), "Signature error", 171);
        assert_eq!(found, DraftName { text: "SIGN_ERROR".to_owned(), origin: Origin::Chosen });
        let again = name(&mut names, Some("SIGN_ERROR"), "", 172);
        assert_eq!(again.text, "SIGN_ERROR_172");
        assert_eq!(again.mark().unwrap(), "proposed for `SIGN_ERROR`");
    }

    #[test]
    fn a_name_in_another_spelling_is_mended() {
        for (typed, text) in [
            ("signError", "SIGN_ERROR"),
            ("sign-error", "SIGN_ERROR"),
            ("HTTPError", "HTTP_ERROR"),
            ("Sign Error", "SIGN_ERROR"),
        ] {
            let found = name(&mut Names::default(), Some(typed), "Other", 1);
            assert_eq!(found.text, text);
            assert_eq!(found.origin, Origin::Mended(typed.to_owned()));
        }
        assert_eq!(name(&mut Names::default(), Some("签名"), "Other", 1).text, "OTHER");
        assert_eq!(name(&mut Names::default(), Some("404"), "", 404).text, "CODE_404");
    }

    #[test]
    fn proposals_differ() {
        let mut names = Names::default();
        names.taken(["SIGN_ERROR".to_owned()]);
        assert_eq!(name(&mut names, None, "Sign error", 7).text, "SIGN_ERROR_7");
        assert_eq!(name(&mut names, None, "Sign error", -8).text, "SIGN_ERROR_MINUS_8");
        assert_eq!(name(&mut names, None, "签名", -8).text, "CODE_MINUS_8");
        let long = "Alpha beta gamma delta epsilon zeta etas";
        assert_eq!(name(&mut names, None, long, 1).text.len(), LONGEST);
        assert_eq!(
            name(&mut names, None, long, 123).text,
            "ALPHA_BETA_GAMMA_DELTA_EPSILON_ZETA_123"
        );
    }

    #[test]
    fn a_code_that_is_a_word_is_its_own_name() {
        let text = |code: &str| {
            let code = Code::Text(code.to_owned());
            Names::default().name(None, "Text error", &code).text
        };
        assert_eq!(text("InvalidParameter.Device"), "INVALID_PARAMETER_DEVICE");
        assert_eq!(text("A0001"), "TEXT_ERROR");
    }

    #[test]
    fn groups_are_named_by_their_headings() {
        assert_eq!(group("IoT 设备", 1, &[]), "iot");
        assert_eq!(group("公共", 3, &[]), "group-3");
        assert_eq!(group("1. Common errors", 1, &[]), "common-errors");
        assert_eq!(group("Common", 1, &["common".to_owned()]), "common-2");
    }
}
