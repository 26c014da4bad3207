//! Whether a message says that all went well. Knows nothing of codes: 0 fails in some tables, and
//! 200 is not the only one that does not.

use crate::model::{Kind, Localized};

/// Words that say so, and those that may stand beside them.
const SUCCESS: [&str; 6] = ["ok", "success", "succeed", "succeeded", "successful", "successfully"];
const BESIDE: [&str; 14] = [
    "a",
    "all",
    "call",
    "completed",
    "done",
    "is",
    "has",
    "operation",
    "processed",
    "request",
    "response",
    "return",
    "the",
    "was",
];

/// The longest text in Chinese or Japanese that says no more than that.
const LONGEST: usize = 8;

/// The kind of an entry with these texts.
pub(super) fn of(message: &Localized<String>) -> Kind {
    let mut texts = message.iter().map(|(_, text)| text.as_str()).peekable();
    let is_success = texts.peek().is_some() && texts.all(says_success);
    if is_success { Kind::Success } else { Kind::Error }
}

fn says_success(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || ".!。！".contains(c));
    if text.is_ascii() {
        let lower = text.to_ascii_lowercase();
        let mut words = lower.split_whitespace();
        let is_meant = words.clone().any(|word| SUCCESS.contains(&word));
        return is_meant && words.all(|word| SUCCESS.contains(&word) || BESIDE.contains(&word));
    }
    let is_denied = text.contains(['不', '未', '没', '非', '无', '失']);
    text.contains("成功") && !is_denied && text.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(texts: &[&str]) -> Kind {
        of(&Localized(texts.iter().map(|text| Some((*text).to_owned())).collect()))
    }

    #[test]
    fn success_is_told_from_errors() {
        for texts in [
            ["请求成功", "Request Success."],
            ["成功", "OK"],
            ["操作成功！", "The call was successful"],
        ] {
            assert_eq!(kind(&texts), Kind::Success, "{texts:?}");
        }
        for texts in
            [["未成功", "OK"], ["成功", "Not successful"], ["支付成功但是回调通知处理超时", "OK"]]
        {
            assert_eq!(kind(&texts), Kind::Error, "{texts:?}");
        }
        assert_eq!(kind(&[]), Kind::Error);
    }
}
