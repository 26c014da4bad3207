//! Catalogs of any size, alike in kind: groups, three locales, a tenth with parameters, some
//! deprecated, some with text that means no good. The same size gives the same text.

use std::fmt::Write;

const FIRST: usize = 10_000;
const AREAS: [&str; 10] = [
    "billing", "catalog", "device", "identity", "image", "network", "order", "quota", "storage",
    "tenant",
];
/// Texts that have to be escaped somewhere.
const HOSTILE: [&str; 5] = [
    r#""\"NR\" \\ と `バッククォート`""#,
    r#""*/ ${{x}} %s <b>|</b> # \u2028 \u202E を NR""#,
    r"'{{NR}} \n \ ''引用符'''",
    r#""NR の\n\0 改行""#,
    "\"NR の👩‍🔧 é\"",
];

/// A spec of so many codes.
pub(crate) fn yaml(codes: usize) -> String {
    let mut out = String::from("format: 1\nlocales: [zh, en, ja]\nfallback: en\ngroups:\n");
    let each = codes.div_ceil(AREAS.len());
    for (at, area) in AREAS.iter().enumerate() {
        let first = FIRST + at * each;
        let last = first + each - 1;
        line(&mut out, &format!("  - name: {area}\n    range: [{first}, {last}]"));
        line(&mut out, &format!("    title: {{ en: Errors of {area} }}"));
    }
    out.push_str("codes:\n");
    for at in 0..codes {
        entry(&mut out, at, AREAS[at / each], at + 1 < codes && (at + 1) % each != 0);
    }
    out
}

fn line(out: &mut String, text: &str) {
    // Writing to a string never fails.
    let _ = writeln!(out, "{text}");
}

fn entry(out: &mut String, at: usize, area: &str, has_next: bool) {
    let code = FIRST + at;
    let name = |code: usize| format!("{}_ERROR_{code}", area.to_uppercase());
    line(out, &format!("  - code: {code}\n    name: {}", name(code)));
    if at == 0 {
        line(out, "    kind: success");
    }
    let texts = if at % 10 == 7 {
        line(out, "    params:\n      resource: {}\n      limit: { type: int }");
        [
            format!("\"{{resource}} 的额度已用完（上限 {{limit}}），编号 {code}\""),
            format!("Quota {code} for {{resource}} exceeded (limit {{limit}})"),
            format!("\"{{resource}} の割り当て {code} を超えました（上限 {{limit}}）\""),
        ]
    } else if at % 50 == 11 {
        let text = HOSTILE[at / 50 % HOSTILE.len()].replace("NR", &code.to_string());
        if text.contains("\\u") || text.contains("\\0") {
            line(out, "    allow: [hidden-character]");
        }
        [format!("攻击文本 {code}"), format!("A text that means no good ({code})"), text]
    } else {
        [
            format!("请求 {code} 无法处理，请稍候再试"),
            format!("The request could not be processed, please try again later ({code})"),
            format!("リクエスト {code} を処理できませんでした"),
        ]
    };
    let [zh, en, ja] = texts;
    line(out, &format!("    message:\n      zh: {zh}\n      en: {en}\n      ja: {ja}"));
    line(out, &format!("    http: {}", if at == 0 { 200 } else { 400 + at % 100 }));
    if at.is_multiple_of(7) {
        line(out, "    retryable: true");
    }
    if at % 50 == 3 && has_next {
        let next = name(code + 1);
        line(out, &format!("    deprecated:\n      since: 2.0.0\n      use: {next}"));
        line(out, "      reason: the two were never told apart");
    }
    if at % 20 == 1 {
        line(out, &format!("    docs: https://example.com/docs/codes#code-{code}"));
    }
}
