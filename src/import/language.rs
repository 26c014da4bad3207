//! Which language a text is in, by its script. Knows no table.

/// The language that most of some texts are in; `en` where no other script stands out.
pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> &'static str {
    let mut all = 0_usize;
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for text in texts {
        all += 1;
        let language = of_one(text);
        match counts.iter_mut().find(|(known, _)| *known == language) {
            Some((_, n)) => *n += 1,
            None => counts.push((language, 1)),
        }
    }
    // Texts in another script are full of Latin words, `API` and `Token` alone among them; texts
    // in English hold no other script.
    let other = counts.iter().filter(|(language, n)| *language != "en" && n * 3 >= all);
    let most = other.max_by_key(|(_, n)| *n).map_or("en", |(language, _)| language);
    // Japanese is written with Han characters as well, but Chinese with no kana.
    let has_kana = counts.iter().any(|(language, n)| *language == "ja" && n * 10 >= all);
    if most == "zh" && has_kana { "ja" } else { most }
}

/// The language of one text.
pub(super) fn of_one(text: &str) -> &'static str {
    let mut found = "en";
    for c in text.chars() {
        match script(c) {
            Some("zh") if found == "en" => found = "zh",
            Some("zh") | None => {}
            Some(language) => return language,
        }
    }
    found
}

/// Source: the blocks of Unicode 16.
const fn script(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{3041}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => "ja",
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => "ko",
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => "zh",
        '\u{400}'..='\u{52f}' => "ru",
        '\u{370}'..='\u{3ff}' => "el",
        '\u{590}'..='\u{5ff}' => "he",
        '\u{600}'..='\u{6ff}' => "ar",
        '\u{900}'..='\u{97f}' => "hi",
        '\u{e00}'..='\u{e7f}' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_by_its_script() {
        for (text, language) in [
            ("Token 不存在", "zh"),
            ("署名が間違っています", "ja"),
            ("서명 오류", "ko"),
            ("Ошибка подписи", "ru"),
            ("Signature error: café", "en"),
            ("", "en"),
        ] {
            assert_eq!(of_one(text), language, "{text}");
        }
    }

    #[test]
    fn a_column_is_in_one_language() {
        assert_eq!(of(["Token 不存在", "API", "Action", "签名错误"].into_iter()), "zh");
        assert_eq!(of(["Not found", "Invalid 参数", "Error", "Timeout"].into_iter()), "en");
        assert_eq!(of(["署名エラー", "認証失敗", "未対応"].into_iter()), "ja");
        assert_eq!(of(std::iter::empty()), "en");
    }
}
