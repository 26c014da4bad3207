//! A name from an English text: its first clause without the words that say nothing. Knows
//! nothing of which names are taken.

use super::LONGEST;
use super::words::{LEADING, NEGATIONS, OUTCOMES, SILENT};

/// A name of at most [`LONGEST`] characters; `None` where the text has no words for one.
pub(super) fn from_text(text: &str) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for clause in clauses(&without_brackets(text)) {
        if is_request(clause) {
            if words.is_empty() {
                continue;
            }
            break;
        }
        words.extend(meaningful(clause));
        if words.len() > 1 {
            break;
        }
    }
    agree(&mut words);
    // A name begins with a letter.
    let first =
        words.iter().position(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))?;
    let words = shortened(words.split_off(first));
    let name = words.join("_").to_ascii_uppercase();
    (!name.is_empty()).then(|| super::cut(&name, LONGEST).to_owned())
}

/// The text without what stands in brackets, where they are closed.
fn without_brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '（' | '【' => depth += 1,
            ')' | ']' | '}' | '）' | '】' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    if depth == 0 { out } else { text.to_owned() }
}

/// The parts of a text between punctuation.
fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        // A dot or a dash within a word is a part of it.
        let is_within = |c: char| c.is_ascii_alphanumeric();
        let is_part = ".:-/'".contains(c) && is_within(last) && next.is_some_and(is_within);
        let ends = !is_part && ",.;:!?，。；：！？、\n—–".contains(c)
            || c == '-' && last == ' ' && next == Some(' ');
        if ends {
            clauses.push(&text[start..at]);
            start = at + c.len_utf8();
        }
        last = c;
    }
    clauses.push(&text[start..]);
    clauses.retain(|clause| !clause.trim().is_empty());
    clauses
}

/// Whether a clause asks for something instead of saying what happened.
fn is_request(clause: &str) -> bool {
    let clause = clause.trim().to_ascii_lowercase();
    ["please", "try ", "retry", "contact "].iter().any(|word| clause.starts_with(word))
}

fn meaningful(clause: &str) -> Vec<String> {
    let mut words = Vec::new();
    for typed in
        clause.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '\'' | '’' | '%')))
    {
        let lower = typed.to_ascii_lowercase().replace('’', "'");
        // `%s` stands for something else.
        if lower.contains('%') {
            continue;
        }
        if let Some(verb) = lower.strip_suffix("n't") {
            words.extend(if verb == "ca" {
                Some("cannot".to_owned())
            } else {
                Some("not".to_owned())
            });
            continue;
        }
        let base = lower.strip_suffix("'s").unwrap_or(&lower).replace('\'', "");
        // What can't be is not what can't.
        let is_verb = base == "be" && words.last().is_some_and(|last| last == "cannot");
        if base.is_empty() || (SILENT.contains(&base.as_str()) && !is_verb) {
            continue;
        }
        let letters = typed.replace(['\'', '’'], "");
        words.extend(humps(&letters[..base.len()]));
    }
    words
}

/// The words of `ProductType`; `OTA` and `API` are one each.
fn humps(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut words = vec![String::new()];
    for (at, c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1);
        let begins = c.is_ascii_uppercase()
            && before.is_some_and(|b| b.is_ascii_lowercase())
            && after.is_some_and(char::is_ascii_lowercase);
        if begins {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}

/// Mends what only fits a sentence: `does not exists`, `rule exist`, `over limitation`, `failed to
/// connect`.
fn agree(words: &mut Vec<String>) {
    for at in 0..words.len() {
        let is_negated = at > 0 && NEGATIONS.contains(&words[at - 1].as_str());
        let mended = match words[at].as_str() {
            "exist" if !is_negated && at > 0 => "exists",
            "exists" if is_negated => "exist",
            "limitation" => "limit",
            _ => continue,
        };
        mended.clone_into(&mut words[at]);
    }
    words.dedup();
    if words.last().is_some_and(|word| word == "or") {
        words.pop();
    }
    if words.len() > 1 && words[0] == "failed" {
        words.rotate_left(1);
    }
}

/// As many words as there is room for. What turns the meaning round stays, with the word that it
/// is about, or what says how it ended; what leads to a word that is gone goes.
fn shortened(mut words: Vec<String>) -> Vec<String> {
    let length = |words: &[String]| words.iter().map(|word| word.len() + 1).sum::<usize>();
    if let Some(first) = words.first_mut() {
        first.truncate(LONGEST);
    }
    if length(&words) <= LONGEST + 1 {
        return words;
    }
    let fitting = |words: &[String], room: usize| {
        (0..=words.len()).rev().find(|&n| length(&words[..n]) <= room + 1).unwrap_or_default()
    };
    let mut count = fitting(&words, LONGEST);
    let negation = words.iter().position(|word| NEGATIONS.contains(&word.as_str()));
    let outcome = words.iter().rposition(|word| OUTCOMES.contains(&word.as_str()));
    let mut tail = Vec::new();
    if let Some(at) = negation.filter(|&at| at + 1 >= count) {
        tail = words[at..words.len().min(at + 2)].to_vec();
        count = fitting(&words[..at], LONGEST.saturating_sub(length(&tail)));
    } else if let Some(at) = outcome.filter(|&at| at >= count) {
        tail = vec![words[at].clone()];
        count = fitting(&words[..at], LONGEST.saturating_sub(length(&tail)));
    }
    while count > 1 && LEADING.contains(&words[count - 1].as_str()) {
        count -= 1;
    }
    words.truncate(count.max(usize::from(tail.is_empty())));
    words.extend(tail);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_the_first_clause_says() {
        for (text, name) in [
            ("Signature error.", "SIGNATURE_ERROR"),
            ("This account does not exist.", "ACCOUNT_NOT_EXIST"),
            ("Data loading failed, please retry later.", "DATA_LOADING_FAILED"),
            ("Action , ProductType unauthorized error", "ACTION_PRODUCT_TYPE_UNAUTHORIZED_ERROR"),
            ("Sorry, the server is down", "SERVER_DOWN"),
            ("Failed to generate device's password", "GENERATE_DEVICE_PASSWORD_FAILED"),
            ("You can't do this", "YOU_CANNOT"),
            ("The token isn’t valid (expired)", "TOKEN_NOT_VALID"),
            ("API Version error", "API_VERSION_ERROR"),
            ("Another OTA task is running", "ANOTHER_OTA_TASK_RUNNING"),
            ("Rule exist", "RULE_EXISTS"),
            ("It cannot be less than zero", "CANNOT_BE_LESS_THAN_ZERO"),
            ("name does not exists", "NAME_NOT_EXIST"),
            ("The device serial (SN) was not found", "DEVICE_SERIAL_NOT_FOUND"),
            ("404 page not found", "PAGE_NOT_FOUND"),
            ("Parameter %s is missing", "PARAMETER_MISSING"),
            ("Firmware v1.2 is too old", "FIRMWARE_V1_2_TOO_OLD"),
        ] {
            assert_eq!(from_text(text).as_deref(), Some(name), "{text}");
        }
        for text in ["", "签名错误", "404", "...", "the", "%s", "(only this)"] {
            assert_eq!(from_text(text), None, "{text}");
        }
    }

    #[test]
    fn long_texts_are_cut_at_words_and_keep_what_turns_them_round() {
        for (text, name) in [
            ("Device count under product over limitation", "DEVICE_COUNT_UNDER_PRODUCT_OVER_LIMIT"),
            (
                "Service of the gateway is temporarily unavailable under the weather",
                "SERVICE_GATEWAY_TEMPORARILY_UNAVAILABLE",
            ),
            (
                "The configured number of devices below one product was not reached",
                "CONFIGURED_NUMBER_DEVICES_NOT_REACHED",
            ),
            ("Rule engine subscribe topic permission denied", "RULE_ENGINE_SUBSCRIBE_TOPIC_DENIED"),
        ] {
            assert_eq!(from_text(text).as_deref(), Some(name), "{text}");
        }
        let long = "x".repeat(90);
        assert_eq!(from_text(&long), Some("X".repeat(LONGEST)));
        let name = from_text(&format!("no {long}")).unwrap();
        assert!(name.len() <= LONGEST, "{name}");
    }
}
