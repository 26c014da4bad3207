//! Small helpers for messages that read as English.

/// `1 file`, `2 files`.
#[must_use]
pub fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// A whole number with its digits in groups of three: `2190000` as `2,190,000`.
#[must_use]
pub fn grouped(number: &impl ToString) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `` `a` ``, `` `a` or `b` ``, `` `a`, `b`, or `c` ``.
#[must_use]
pub fn one_of<I: IntoIterator<Item = S>, S: AsRef<str>>(items: I) -> String {
    listed(items, "or")
}

/// `` `a` ``, `` `a` and `b` ``, `` `a`, `b`, and `c` ``.
#[must_use]
pub fn all_of<I: IntoIterator<Item = S>, S: AsRef<str>>(items: I) -> String {
    listed(items, "and")
}

fn listed<I: IntoIterator<Item = S>, S: AsRef<str>>(items: I, word: &str) -> String {
    let items: Vec<String> = items.into_iter().map(|i| quoted(i.as_ref())).collect();
    match items.as_slice() {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [a, b] => format!("{a} {word} {b}"),
        [head @ .., last] => format!("{}, {word} {last}", head.join(", ")),
    }
}

/// A phrase in lower case as a sentence.
#[must_use]
pub fn sentence(phrase: &str) -> String {
    let mut rest = phrase.chars();
    rest.next()
        .map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), rest.as_str()))
}

/// The lines of a text of at most so many characters, but for words that are longer.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let fits = |line: &&mut String| line.chars().count() + 1 + word.chars().count() <= width;
        match lines.last_mut().filter(fits) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The candidate that a misspelt word most likely stood for.
#[must_use]
pub fn nearest<'a, I>(word: &str, candidates: I) -> Option<&'a str>
where
    I: IntoIterator<Item = &'a str>,
{
    let folded = word.to_lowercase().replace('_', "-");
    let length = folded.chars().count();
    let slips = |candidate: &str| candidate.chars().count().max(3) / 3;
    candidates
        .into_iter()
        // Told by their lengths alone, words of megabytes cost no time.
        .filter(|c| length.abs_diff(c.chars().count()) <= slips(c))
        .map(|c| (strsim::damerau_levenshtein(&folded, &c.to_lowercase().replace('_', "-")), c))
        .filter(|(distance, c)| *distance <= slips(c))
        // Two words that share nothing are no slip, however short they are.
        .filter(|(distance, c)| *distance == 0 || *distance < length.max(c.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, c)| c)
}

/// ``did you mean `x`?`` for the nearest candidate.
#[must_use]
pub fn did_you_mean<'a, I>(word: &str, candidates: I) -> Option<String>
where
    I: IntoIterator<Item = &'a str>,
{
    nearest(word, candidates).map(|c| format!("did you mean {}?", quoted(c)))
}

/// `a`, `a and b`, `a, b, and c`.
#[must_use]
pub fn and<S: AsRef<str>>(items: &[S]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [a, b] => format!("{a} and {b}"),
        [head @ .., last] => format!("{}, and {last}", head.join(", ")),
    }
}

/// The one candidate that is the same word but for case and for what separates its parts.
#[must_use]
pub fn respelt<'a, I>(word: &str, candidates: I) -> Option<&'a str>
where
    I: IntoIterator<Item = &'a str>,
{
    let letters = |word: &str| -> String {
        word.chars().filter(|c| !"-_ .".contains(*c)).flat_map(char::to_lowercase).collect()
    };
    let wanted = letters(word);
    let mut same = candidates.into_iter().filter(|candidate| letters(candidate) == wanted);
    same.next().filter(|_| same.next().is_none())
}

/// A text in backticks, cut to what fits in a line.
#[must_use]
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() <= LONGEST {
        return format!("`{line}`");
    }
    format!("`{}…`", line.chars().take(LONGEST).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_english() {
        assert_eq!(one_of::<[&str; 0], _>([]), "nothing");
        assert_eq!(one_of(["a"]), "`a`");
        assert_eq!(one_of(["a", "b"]), "`a` or `b`");
        assert_eq!(one_of(["a", "b", "c"]), "`a`, `b`, or `c`");
        assert_eq!(all_of(["a", "b"]), "`a` and `b`");
        assert_eq!(all_of(["a", "b", "c"]), "`a`, `b`, and `c`");
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(sentence("a name is taken"), "A name is taken.");
        assert_eq!(sentence("`http` is none"), "`http` is none.");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn a_line_is_as_long_as_fits() {
        assert_eq!(wrapped("a bc  错误 a-long-word d", 4), ["a bc", "错误", "a-long-word", "d"]);
        assert_eq!(wrapped("a bc", 3), ["a", "bc"]);
        assert_eq!(wrapped(" ", 3), [""; 0]);
    }

    #[test]
    fn digits_are_grouped() {
        assert_eq!(
            [7, 999, 1_000, 2_190_000].map(|n| grouped(&n)),
            ["7", "999", "1,000", "2,190,000"]
        );
    }

    #[test]
    fn counts_are_plural_but_for_one() {
        assert_eq!(count(1, "file"), "1 file");
        assert_eq!(count(0, "file"), "0 files");
    }

    #[test]
    fn the_nearest_word_is_near() {
        assert_eq!(nearest("mesage", ["message", "name"]), Some("message"));
        assert_eq!(nearest("duplicate_code", ["duplicate-code"]), Some("duplicate-code"));
        assert_eq!(nearest("zzz", ["message", "name"]), None);
    }

    #[test]
    fn phrases_are_joined_as_english() {
        assert_eq!(and::<&str>(&[]), "nothing");
        assert_eq!(and(&["1 file"]), "1 file");
        assert_eq!(and(&["1 file", "2 codes"]), "1 file and 2 codes");
        assert_eq!(and(&["a", "b", "c"]), "a, b, and c");
    }

    #[test]
    fn a_word_is_respelt_where_only_one_other_has_its_letters() {
        assert_eq!(respelt("Not found", ["NOT_FOUND", "OK"]), Some("NOT_FOUND"));
        assert_eq!(respelt("notfund", ["NOT_FOUND"]), None);
        assert_eq!(respelt("ab", ["a-b", "a_b"]), None);
        assert_eq!(respelt("", ["a"]), None);
    }
}
