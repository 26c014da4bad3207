//! A catalog as large as they come: 10,000 codes, a tenth of them with parameters.

use std::fmt::Write;

const CODES: usize = 10_000;
const FIRST: usize = 10_000;
/// The groups, each with as many codes.
const AREAS: [&str; 10] = [
    "billing", "catalog", "device", "identity", "image", "network", "order", "quota", "storage",
    "tenant",
];

/// The catalog as a spec. The names are such as `BILLING_ERROR_10042`.
pub(crate) fn yaml() -> String {
    let mut out =
        String::from("format: 1\ncatalog: large\nlocales: [zh, en]\nfallback: en\ngroups:\n");
    let each = CODES / AREAS.len();
    for (at, area) in AREAS.iter().enumerate() {
        let first = FIRST + at * each;
        writeln!(out, "  - {{ name: {area}, range: [{first}, {}] }}", first + each - 1).unwrap();
    }
    out.push_str("codes:\n");
    for code in FIRST..FIRST + CODES {
        entry(&mut out, code);
    }
    out
}

fn name(code: usize) -> String {
    let area = AREAS[(code - FIRST) * AREAS.len() / CODES];
    format!("{}_ERROR_{code}", area.to_uppercase())
}

fn entry(out: &mut String, code: usize) {
    writeln!(out, "  - code: {code}\n    name: {}", name(code)).unwrap();
    if code == FIRST {
        out.push_str("    kind: success\n");
    }
    let (zh, en) = if code % 10 == 7 {
        out.push_str("    params: { resource: {}, limit: { type: int } }\n");
        ("{resource} 的额度已用完（上限 {limit}）", "Quota for {resource} exceeded (limit {limit})")
    } else {
        ("请求无法处理，请稍候再试", "The request could not be processed, please try again later")
    };
    writeln!(out, "    message: {{ zh: \"{zh} {code}\", en: \"{en} {code}\" }}").unwrap();
    writeln!(out, "    http: {}\n    grpc: {}", 400 + code % 100, code % 17).unwrap();
    if code.is_multiple_of(7) {
        out.push_str("    retryable: true\n");
    }
    if code % 50 == 3 {
        let reason = "the two were never told apart";
        let instead = name(code + 1);
        writeln!(out, "    deprecated: {{ since: 2.0.0, use: {instead}, reason: {reason} }}")
            .unwrap();
    }
    if code % 20 == 1 {
        writeln!(out, "    docs: https://example.com/docs/codes#code-{code}").unwrap();
    }
}
