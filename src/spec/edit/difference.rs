//! Which parts of a text differ from another, so that no more than these is touched. It knows
//! nothing of YAML.

use std::ops::Range;

/// The parts of `old` that something else takes the place of, in order, each with what that is.
pub(super) fn difference(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    let start = common(old.chars(), new.chars());
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = common(old_rest.chars().rev(), new_rest.chars().rev());
    let old_middle = &old_rest[..old_rest.len() - end];
    let new_middle = &new_rest[..new_rest.len() - end];
    let parts = if is_within(new_middle, old_middle) {
        removed(old_middle, new_middle)
    } else if old_middle.chars().count() == new_middle.chars().count() {
        replaced(old_middle, new_middle)
    } else {
        vec![(0..old_middle.len(), new_middle.to_owned())]
    };
    parts.into_iter().map(|(at, new)| (start + at.start..start + at.end, new)).collect()
}

/// How many bytes two runs of characters have in common at their beginning.
fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

/// Whether a text is left when characters are taken out of another.
fn is_within(part: &str, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.chars().all(|c| whole.any(|other| other == c))
}

/// What is taken out of a text so that another is left.
fn removed(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    let mut kept = new.chars().peekable();
    let gone = old.char_indices().filter(|(_, c)| kept.next_if_eq(c).is_none());
    joined(gone.map(|(at, c)| (at..at + c.len_utf8(), String::new())))
}

/// The characters that another stands for in a text of as many.
fn replaced(old: &str, new: &str) -> Vec<(Range<usize>, String)> {
    let pairs = old.char_indices().zip(new.chars()).filter(|((_, old), new)| old != new);
    joined(pairs.map(|((at, old), new)| (at..at + old.len_utf8(), new.to_string())))
}

/// Parts that follow on each other, as one.
fn joined(parts: impl Iterator<Item = (Range<usize>, String)>) -> Vec<(Range<usize>, String)> {
    let mut all: Vec<(Range<usize>, String)> = Vec::new();
    for (at, new) in parts {
        match all.last_mut() {
            Some((last, text)) if last.end == at.start => {
                last.end = at.end;
                text.push_str(&new);
            }
            _ => all.push((at, new)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(old: &str, new: &str) -> Vec<(String, String)> {
        let parts = difference(old, new);
        parts.into_iter().map(|(at, new)| (old[at].to_owned(), new)).collect()
    }

    fn part(old: &str, new: &str) -> (String, String) {
        (old.to_owned(), new.to_owned())
    }

    #[test]
    fn only_what_is_taken_out_is_touched() {
        assert_eq!(parts(" 错误 ", "错误"), [part(" ", ""), part(" ", "")]);
        assert_eq!(
            parts("a\u{200b}b\u{200b}c", "abc"),
            [part("\u{200b}", ""), part("\u{200b}", "")]
        );
        assert_eq!(parts("aab", "ab"), [part("a", "")]);
        assert_eq!(parts("abc", ""), [part("abc", "")]);
    }

    #[test]
    fn only_what_is_replaced_is_touched() {
        assert_eq!(parts("１a２b", "1a2b"), [part("１", "1"), part("２", "2")]);
        assert_eq!(parts("a b.", "a b。"), [part(".", "。")]);
        assert_eq!(parts("a one b", "a three b"), [part("on", "thre")]);
        assert_eq!(parts("ab", "ab."), [part("", ".")]);
    }

    #[test]
    fn what_is_the_same_has_no_difference() {
        assert_eq!(parts("a", "a"), []);
    }
}
