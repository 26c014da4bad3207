//! Languages in headers: by their names, and by tags. Knows nothing of what else a header says.

use crate::model::Locale;

/// Languages by their names, the longer names first where one is part of another.
const NAMES: [(&str, &[&str]); 22] = [
    ("zh-Hant", &["繁体", "繁體", "traditional chinese", "zh tw", "zh hk"]),
    ("zh", &["中文", "汉语", "简体", "漢語", "简中", "chinese", "중국어", "中国語"]),
    ("en", &["英文", "英语", "英語", "english", "영어"]),
    ("ja", &["日文", "日语", "日語", "日本語", "japanese"]),
    ("ko", &["韩文", "韩语", "韓語", "朝鲜语", "korean", "한국어"]),
    ("fr", &["法文", "法语", "french", "français"]),
    ("de", &["德文", "德语", "german", "deutsch"]),
    ("es", &["西班牙", "spanish", "español"]),
    ("pt", &["葡萄牙", "portuguese", "português"]),
    ("it", &["意大利", "italian", "italiano"]),
    ("ru", &["俄文", "俄语", "russian", "русский"]),
    ("ar", &["阿拉伯", "arabic"]),
    ("th", &["泰文", "泰语", "thai"]),
    ("vi", &["越南", "vietnamese"]),
    ("id", &["印尼", "indonesian"]),
    ("ms", &["马来", "malay"]),
    ("tr", &["土耳其", "turkish"]),
    ("nl", &["荷兰", "dutch"]),
    ("pl", &["波兰", "polish"]),
    ("uk", &["乌克兰", "ukrainian"]),
    ("hi", &["印地", "hindi"]),
    ("sv", &["瑞典", "swedish"]),
];

/// Tags of ISO 639-1 that are common in software.
const TAGS: [&str; 40] = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi",
    "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru",
    "sk", "sl", "sv", "th", "tr", "uk", "vi", "zh",
];

/// Tags that are other words, too, where they stand alone or beside anything but texts.
const DOUBTFUL: [&str; 4] = ["he", "id", "it", "no"];

/// The tag of the language that a header of these words names. `is_text` tells whether the others
/// say that the column holds texts.
pub(super) fn language(words: &[String], is_text: bool) -> Option<String> {
    let (spaced, dense) = (words.join(" "), words.concat());
    let is_in = |name: &&str| -> bool {
        let is_latin = name.is_ascii();
        if is_latin {
            format!(" {spaced} ").contains(&format!(" {name} "))
        } else {
            dense.contains(*name)
        }
    };
    if let Some((tag, _)) = NAMES.iter().find(|(_, names)| names.iter().any(is_in)) {
        return Some((*tag).to_owned());
    }
    let at = words.iter().position(|word| TAGS.contains(&word.as_str()))?;
    let tag = tag(&words[at..]);
    let is_sure = is_text || tag.len() > 2 || tag == "it" && words.len() == 1;
    (is_sure || !DOUBTFUL.contains(&tag.as_str())).then_some(tag)
}

/// A tag from its parts: language, script and region, each in its usual case (RFC 5646,
/// section 2.1.1).
fn tag(words: &[String]) -> String {
    let mut tag = words[0].clone();
    for part in words[1..].iter().take(2) {
        let is_alphabetic = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let cased = match part.len() {
            2 if is_alphabetic => part.to_uppercase(),
            3 if part.bytes().all(|byte| byte.is_ascii_digit()) => part.clone(),
            4 if ["hans", "hant", "latn", "cyrl", "arab"].contains(&part.as_str()) => {
                format!("{}{}", part[..1].to_uppercase(), &part[1..])
            }
            _ => break,
        };
        let longer = format!("{tag}-{cased}");
        if Locale::parse(&longer).is_none() {
            break;
        }
        tag = longer;
    }
    tag
}

/// The locale that a tag means: one of those that are known already, else itself. A language
/// alone means the only locale of that language, whatever its script or region.
pub(super) fn locale(tag: &str, known: &[Locale]) -> Option<Locale> {
    if let Some(same) = known.iter().find(|locale| locale.is(tag)) {
        return Some(same.clone());
    }
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let mut near = known.iter().filter(|locale| language(locale.tag()) == language(tag));
    match (near.next(), near.next()) {
        (Some(only), None) if !tag.contains('-') => Some(only.clone()),
        _ => Locale::parse(tag),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_alone_is_the_only_locale_of_it() {
        let known: Vec<Locale> =
            ["zh-CN", "en-US", "en-GB"].iter().map(|tag| Locale::parse(tag).unwrap()).collect();
        let found = |tag| locale(tag, &known).unwrap().tag().to_owned();
        assert_eq!(found("zh"), "zh-CN");
        assert_eq!(found("en"), "en");
        assert_eq!(found("EN-us"), "en-US");
        assert_eq!(found("zh-TW"), "zh-TW");
    }
}
