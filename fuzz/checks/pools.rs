//! What random catalogs are made of.

pub(crate) const TYPES: [&str; 7] = ["i32", "i16", "i64", "u16", "u32", "u64", "string"];

/// The least code of a catalog.
pub(crate) const FIRST: [i64; 6] = [0, 1, 100, 32_760, 9_007_199_254_740_985, -3];

pub(crate) const LOCALES: [&str; 8] =
    ["en", "zh", "zh-Hant", "pt-BR", "sr-Latn-RS", "ja", "is", "in"];

/// Words that some language keeps for itself, and others.
pub(crate) const NAMES: [&str; 32] = [
    "SUCCESS",
    "NOT_FOUND",
    "OK",
    "SELF",
    "NONE",
    "TYPE",
    "CLASS",
    "DEFAULT",
    "CODE",
    "CODES",
    "ERROR",
    "STRING",
    "A",
    "A1",
    "A_1",
    "X2_Y",
    "NULL",
    "TRUE",
    "FALSE",
    "INIT",
    "MAIN",
    "NAME",
    "VALUE",
    "KIND",
    "GROUP",
    "LOCALE",
    "MESSAGE",
    "PROTO",
    "CONSTRUCTOR",
    "ERR",
    "FORMAT",
    "TOO_MANY",
];

pub(crate) const PARAMS: [&str; 12] =
    ["id", "name", "self", "type", "limit", "x_1", "value", "args", "err", "code", "string", "f"];

pub(crate) const RULES: [&str; 8] = [
    "missing-message",
    "missing-locale",
    "duplicate-message",
    "untrimmed-message",
    "hidden-character",
    "inconsistent-punctuation",
    "unused-allow",
    "no-such-rule",
];

/// What somebody types in the place of a value.
pub(crate) const WRONG: [&str; 20] = [
    "",
    "~",
    "no",
    "Yes",
    "[]",
    "{}",
    "\"1\"",
    "'0x1F'",
    "1.5",
    "-1",
    "007",
    "1_000",
    "99999999999999999999",
    "[a, a]",
    "{ en: x, en_US: y }",
    "orderConflict",
    "zh_CN",
    "\"\"",
    "' x '",
    "2.10",
];

/// What somebody types in the place of the name of a field.
pub(crate) const WRONG_NAMES: [&str; 6] = ["Code", "mesage", "Http", "zh_TW", "EN", "x-y"];

/// What an entry may have beside its message.
pub(crate) const FACTS: [&str; 12] = [
    "kind",
    "http",
    "grpc",
    "retryable",
    "description",
    "remedy",
    "since",
    "deprecated",
    "aliases",
    "tags",
    "docs",
    "allow",
];

/// Texts that mean something to a language, to YAML or to a rule.
pub(crate) const FRAGMENTS: [&str; 64] = [
    "Done",
    ".",
    "。",
    " ",
    "\n",
    "错误",
    "Error 404",
    "４０４",
    "{",
    "}",
    "{{",
    "}}",
    "{id}",
    "{ID}",
    "{}",
    "\"",
    "'",
    "\\",
    "`",
    "\"\"\"",
    "'''",
    "${x}",
    "%s",
    "*/",
    "/*",
    "//",
    "#",
    " # ",
    ": ",
    "- ",
    "|",
    "<b>",
    "</script>",
    "<!--",
    "-->",
    "&amp;",
    "&",
    "[a](b)",
    "https://a.b/c?d=e",
    "_",
    "**",
    "```",
    "~~~",
    "    x",
    "1. ",
    "{% raw %}",
    "{{ x }}",
    "\0",
    "\r",
    "\r\n",
    "\t",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{e000}",
    "\u{10ffff}",
    "e\u{301}",
    "😀",
    "true",
    "0123",
];
