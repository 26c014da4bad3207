//! What the header of a column says of it, in English, Chinese, and where the word is common in
//! Japanese and Korean. Knows nothing of what the cells hold.

use super::tags;

/// What a header says.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Meaning {
    /// What the column may be for.
    pub(super) guess: Option<Guess>,
    /// The tag of the language of its texts.
    pub(super) language: Option<String>,
}

/// What a column may be for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Guess {
    /// The codes; of several columns, the one with the highest number.
    Code(u8),
    Name,
    /// The messages, or what explains them where another column has the messages.
    Message {
        is_sure: bool,
    },
    /// HTTP statuses; where that is not sure, other states.
    Http {
        is_sure: bool,
    },
    Remedy,
    Group,
    /// The numbers of the rows.
    Index,
}

/// Words in scripts without spaces stand anywhere in a header, others as a word of their own.
struct Words {
    parts: &'static [&'static str],
    words: &'static [&'static str],
}

const INDEX: Words = Words { parts: &["序号"], words: &["index", "#", "no", "№"] };
const REMEDY: Words = Words {
    parts: &[
        "处理", "解决", "建议", "措施", "方案", "对策", "排查", "办法", "対処", "対応", "조치",
        "해결",
    ],
    words: &[
        "advice",
        "fix",
        "handling",
        "recommendation",
        "recommended",
        "remedy",
        "resolution",
        "solution",
        "solutions",
        "suggested",
        "suggestion",
        "suggestions",
        "troubleshooting",
        "workaround",
    ],
};
const SURE_MESSAGE: Words = Words {
    parts: &["信息", "消息", "提示", "文案", "文本", "翻译", "译文", "メッセージ", "메시지"],
    words: &[
        "errmsg",
        "message",
        "messages",
        "msg",
        "text",
        "translation",
        "info",
        "prompt",
        "tips",
    ],
};
const MESSAGE: Words = Words {
    parts: &[
        "描述", "说明", "含义", "意义", "内容", "原因", "解释", "释义", "详情", "定义", "説明",
        "意味", "설명",
    ],
    words: &[
        "cause",
        "content",
        "definition",
        "desc",
        "description",
        "detail",
        "details",
        "explanation",
        "meaning",
        "reason",
        "summary",
        "title",
    ],
};
const NAME: Words = Words {
    parts: &["名", "标识", "常量", "枚举", "符号", "宏"],
    words: &[
        "const",
        "constant",
        "enum",
        "identifier",
        "key",
        "macro",
        "mnemonic",
        "name",
        "names",
        "symbol",
    ],
};
const GROUP: Words = Words {
    parts: &["分组", "模块", "类别", "分类"],
    words: &["category", "domain", "group", "module", "section"],
};
/// From the least to the most that is said by them.
const CODE: [Words; 3] = [
    Words {
        parts: &["编号", "码", "值", "错误", "号"],
        words: &["error", "id", "num", "number", "ret", "value"],
    },
    Words {
        parts: &["状态码", "代码", "编码", "コード", "코드"], words: &["code", "codes"]
    },
    Words {
        parts: &[
            "错误码",
            "错误代码",
            "返回码",
            "返回代码",
            "响应码",
            "错误编码",
            "业务码",
            "结果码",
            "エラーコード",
        ],
        words: &[
            "errcode",
            "errno",
            "errorcode",
            "retcode",
            "returncode",
            "error code",
            "err code",
            "ret code",
            "return code",
            "result code",
            "response code",
        ],
    },
];

impl Words {
    fn are_in(&self, header: &Header) -> bool {
        let is_word = |word: &&str| header.spaced.contains(&format!(" {word} "));
        self.parts.iter().any(|part| header.dense.contains(part)) || self.words.iter().any(is_word)
    }
}

/// A header as words in lower case.
struct Header {
    /// With a space before and after each word.
    spaced: String,
    /// Without any.
    dense: String,
}

/// What a header says.
pub(super) fn meaning(header: &str) -> Meaning {
    let words = words(header);
    let header = Header { spaced: format!(" {} ", words.join(" ")), dense: words.concat() };
    let guess = guess(&header);
    let is_text = matches!(guess, Some(Guess::Message { .. } | Guess::Remedy | Guess::Name));
    let language = tags::language(&words, is_text);
    let guess = match (guess, &language) {
        // A language says that there are texts; `错误` beside it says no more than that.
        (None | Some(Guess::Code(0)), Some(_)) => Some(Guess::Message { is_sure: true }),
        _ => guess,
    };
    Meaning { guess, language }
}

/// Whether a text says no more than that codes are there: `错误码`, `Error codes`.
pub(super) fn is_bare(text: &str) -> bool {
    let words = words(text);
    let (dense, spaced) = (words.concat(), words.join(" "));
    let singular = spaced.strip_suffix('s').unwrap_or(&spaced);
    let is_it =
        |code: &Words| code.parts.contains(&dense.as_str()) || code.words.contains(&singular);
    CODE.iter().any(is_it)
}

fn guess(header: &Header) -> Option<Guess> {
    let ends_as_code = ["码", "代码", "编号", "编码"].iter().any(|end| header.dense.ends_with(end))
        || [" code ", " id ", " number "].iter().any(|end| header.spaced.ends_with(end));
    let code = CODE.iter().zip([0, 1, 2]).rev().find(|(words, _)| words.are_in(header));
    let code = code.map(|(_, strength)| Guess::Code(strength));
    let is_http = header.dense.contains("http");
    if is_http && !SURE_MESSAGE.are_in(header) && !MESSAGE.are_in(header) {
        Some(Guess::Http { is_sure: true })
    } else if matches!(header.dense.as_str(), "status" | "状态") {
        Some(Guess::Http { is_sure: false })
    } else if REMEDY.are_in(header) {
        Some(Guess::Remedy)
    } else if ends_as_code && code.is_some() {
        code
    } else if SURE_MESSAGE.are_in(header) || MESSAGE.are_in(header) {
        Some(Guess::Message { is_sure: SURE_MESSAGE.are_in(header) })
    } else if NAME.are_in(header) {
        Some(Guess::Name)
    } else if GROUP.are_in(header) {
        Some(Guess::Group)
    } else if header.dense != "id" && INDEX.are_in(header) {
        Some(Guess::Index)
    } else {
        code
    }
}

/// The words of a header in lower case: `errCode`, `ERR_CODE` and `Err. code` have the same.
pub(super) fn words(header: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(header.len() + 8);
    let mut last = ' ';
    for c in header.chars() {
        let c = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        let is_new = last.is_ascii_lowercase() && c.is_ascii_uppercase()
            // `中文Description` is two words.
            || last.is_alphabetic() && c.is_alphabetic() && last.is_ascii() != c.is_ascii();
        if is_new {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphanumeric() || matches!(c, '#' | '№') { c } else { ' ' });
        last = c;
    }
    spaced.split_whitespace().map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Guess::{Code, Group, Http, Index, Message, Name, Remedy};

    fn guesses(headers: &[&str]) -> Vec<Option<Guess>> {
        headers.iter().map(|header| meaning(header).guess).collect()
    }

    #[test]
    fn headers_say_what_columns_are_for() {
        for (guess, headers) in [
            (Code(2), ["错误码", "返回码：", "errCode", "Error Code", "ERRNO", "错误代码"]),
            (Code(1), ["code", "Code", "状态码", "代码", "**Codes**", "status_code"]),
            (Name, ["名称", "错误码名称", "Symbol", "constant", "英文名称", "name"]),
            (Message { is_sure: true }, ["错误信息", "message", "errMsg", "中文", "Text", "英文"]),
            (
                Message { is_sure: false },
                ["错误码描述", "说明", "含义", "Description", "desc", "详情"],
            ),
            (
                Http { is_sure: true },
                ["HTTP状态码", "http", "httpStatus", "HTTP code", "http status", "ＨＴＴＰ"],
            ),
            (Remedy, ["处理建议", "解决方案", "Solution", "suggested fix", "remedy", "建议处理"]),
            (Group, ["模块", "group", "Category", "错误分类", "module", "分组"]),
        ] {
            assert_eq!(guesses(&headers), [Some(guess); 6], "{headers:?}");
        }
        assert_eq!(guesses(&["序号", "No.", "#"]), [Some(Index); 3]);
        assert_eq!(guesses(&["status", "状态"]), [Some(Http { is_sure: false }); 2]);
        assert_eq!(guesses(&["", "备注", "owner"]), [None; 3]);
        assert_eq!(guesses(&["信息码", "message id", "消息编号"]), [Some(Code(0)); 3]);
    }

    #[test]
    fn headers_say_which_language_a_column_is_in() {
        for (header, language) in [
            ("中文描述", Some("zh")),
            ("英文", Some("en")),
            ("Message (en)", Some("en")),
            ("description_zh", Some("zh")),
            ("messageEn", Some("en")),
            ("message.pt-BR", Some("pt-BR")),
            ("繁體中文", Some("zh-Hant")),
            ("Japanese", Some("ja")),
            ("zh_CN", Some("zh-CN")),
            ("message it", Some("it")),
            ("it", Some("it")),
            ("id", None),
            ("No", None),
            ("code", None),
        ] {
            assert_eq!(meaning(header).language.as_deref(), language, "{header}");
        }
    }
}
