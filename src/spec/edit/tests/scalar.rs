//! Scalars in each style.

use super::{Refusal, one, refused, text};
use crate::model::Action;

#[test]
fn a_plain_text_stays_plain_where_it_can() {
    assert_eq!(one("a: x y # c\nb: 1\n", "x y", text("x z")), "a: x z # c\nb: 1\n");
    assert_eq!(one("a: [x, y] # c\n", "y", text("z")), "a: [x, z] # c\n");
    assert_eq!(one("a: { b: x }", "x", text("错误。")), "a: { b: 错误。 }");
    assert_eq!(one("- x\n", "x", text("y: z")), "- \"y: z\"\n");
    assert_eq!(one("a: x # c\n", "x", text("y # z")), "a: \"y # z\" # c\n");
    assert_eq!(one("a: [x]\n", "x", text("y, z")), "a: [\"y, z\"]\n");
    assert_eq!(one("a: x\n", "x", text("y, z")), "a: y, z\n");
    for other in ["", " y", "y ", "true", "~", "12", "@y", "'", "a\nb", "\u{7}", "\\"] {
        let new = one("a: x # c\n", "x", text(other));
        let is_plain = other == "\\";
        assert_eq!(new.starts_with("a: \""), !is_plain, "{new}");
        assert!(new.ends_with(" # c\n"), "{new}");
    }
}

#[test]
fn a_plain_text_keeps_its_lines() {
    assert_eq!(
        one(
            "a: one\n  two\u{200b}\n\n  three\nb: 1\n",
            "one\n  two\u{200b}\n\n  three",
            text("one two\nthree")
        ),
        "a: one\n  two\n\n  three\nb: 1\n"
    );
    assert_eq!(
        one("a: one\r\n  two！\r\nb: 1\r\n", "one\r\n  two！", text("one two!")),
        "a: one\r\n  two!\r\nb: 1\r\n"
    );
}

#[test]
fn single_quotes_stay() {
    assert_eq!(one("a: ' it''s' # c\n", "' it''s'", text("it's")), "a: 'it''s' # c\n");
    assert_eq!(one("a: 'x'\n", "'x'", text("'y'")), "a: '''y'''\n");
    assert_eq!(one("a: 'x'\n", "'x'", text("")), "a: ''\n");
    assert_eq!(one("a: 'x \n\n  y '\n", "'x \n\n  y '", text("x\ny")), "a: 'x \n\n  y'\n");
    assert_eq!(one("a: 'x'\n", "'x'", text("y\nz")), "a: \"y\\nz\"\n");
    assert_eq!(one("a: 'x'\n", "'x'", text("\u{7}")), "a: \"\\x07\"\n");
}

#[test]
fn double_quotes_stay_with_their_escapes() {
    assert_eq!(
        one(r#"a: " \u9519\t误 " # c"#, r#"" \u9519\t误 ""#, text("错\t误")),
        r#"a: "\u9519\t误" # c"#
    );
    assert_eq!(
        one("a: \"x \\\n  y\\\n  \\ z \"\n", "\"x \\\n  y\\\n  \\ z \"", text("x y z")),
        "a: \"x \\\n  y\\\n  \\ z\"\n"
    );
    assert_eq!(one("a: \"x\n  y \"\n", "\"x\n  y \"", text("x y")), "a: \"x\n  y\"\n");
    assert_eq!(
        one("a: \"\\x41\\U0001F600 \"\n", "\"\\x41\\U0001F600 \"", text("A😀")),
        "a: \"\\x41\\U0001F600\"\n"
    );
    assert_eq!(one("a: \"x\"\n", "\"x\"", text("\"\\\u{2028}\n")), "a: \"\\\"\\\\\\u2028\\n\"\n");
}

#[test]
fn a_literal_block_keeps_its_lines() {
    let source = "a: | # c\n  one \n    two\n\n  three\n# d\nb: 1\n";
    let typed = "one \n    two\n\n  three";
    assert_eq!(
        one(source, typed, text("one\n  two\n\nthree\n")),
        "a: | # c\n  one\n    two\n\n  three\n# d\nb: 1\n"
    );
    assert_eq!(
        one(source, typed, text("one \n  two\n\nthree")),
        "a: |- # c\n  one \n    two\n\n  three\n# d\nb: 1\n"
    );
    assert_eq!(one(source, typed, text("eins\nzwei\n")), "a: | # c\n  eins\n  zwei\n# d\nb: 1\n");
    assert_eq!(
        one(source, typed, text("eins\n\nzwei\n")),
        "a: | # c\n  eins\n\n  zwei\n# d\nb: 1\n"
    );
    assert_eq!(one(source, typed, text(" eins\n")), "a: \" eins\\n\" # c\n# d\nb: 1\n");
    assert_eq!(one(source, typed, text("")), "a: \"\" # c\n# d\nb: 1\n");
}

#[test]
fn a_block_ends_as_it_is_wanted_to() {
    let clip = "a:\n  - |\n    x \n\n  - y\n";
    assert_eq!(one(clip, "x", text("x")), "a:\n  - |-\n    x\n\n  - y\n");
    assert_eq!(one("a: |2-\n   x\nb: 1\n", " x", text("x")), "a: |2-\n  x\nb: 1\n");
    assert_eq!(one("a: |-2\n  x\nb: 1\n", "x", text("x\n")), "a: |2\n  x\nb: 1\n");
    assert_eq!(one("a: |+\n  x\n\nb: 1\n", "x", text("x")), "a: |-\n  x\n\nb: 1\n");
    assert_eq!(one("a: |+\n  x\n\nb: 1\n", "x", text("y\n\n")), "a: |+\n  y\n\nb: 1\n");
    assert_eq!(one("a: |\n  x\nb: 1\n", "x", text("x\n\n")), "a: \"x\\n\\n\"\nb: 1\n");
    assert_eq!(one("a: |\n  x", "x", text("x")), "a: |-\n  x");
    assert_eq!(
        one("a: |\r\n  x \r\n  y\r\nb: 1\r\n", "x \r\n  y", text("x\ny")),
        "a: |-\r\n  x\r\n  y\r\nb: 1\r\n"
    );
    assert_eq!(one("a: |\r\n  x\r\n", "x", text("y\nz\n")), "a: |\r\n  y\r\n  z\r\n");
}

#[test]
fn a_block_that_begins_with_blank_lines_loses_them() {
    assert_eq!(one("a: |\n\n  x\nb: 1\n", "x", text("x\n")), "a: |\n  x\nb: 1\n");
    assert_eq!(
        one("a: &x !!str |\n\n  x \nb: 1\n", "x", text("\nx\n")),
        "a: &x !!str |\n\n  x\nb: 1\n"
    );
}

#[test]
fn a_folded_block_keeps_its_lines() {
    let source = "a: >\n  one\u{200b}\n  two\n\n  three \n    four\n\nb: 1\n";
    let typed = "one\u{200b}\n  two\n\n  three \n    four";
    assert_eq!(
        one(source, typed, text("one two\nthree\n  four\n")),
        "a: >\n  one\n  two\n\n  three\n    four\n\nb: 1\n"
    );
    assert_eq!(one(source, typed, text("eins\nzwei")), "a: >-\n  eins\n\n  zwei\n\nb: 1\n");
    assert_eq!(one(source, typed, text("eins\n zwei")), "a: \"eins\\n zwei\"\n\nb: 1\n");
}

#[test]
fn keys_are_texts_too() {
    assert_eq!(one("a: { zh_CN: x }\n", "zh_CN", text("zh-CN")), "a: { zh-CN: x }\n");
    assert_eq!(one("a:\n  'zh_CN' : x\n", "'zh_CN'", text("zh-CN")), "a:\n  'zh-CN' : x\n");
    assert_eq!(one("? b_c\n: x\n", "b_c", text("b-c")), "? b-c\n: x\n");
    assert_eq!(one("a: x\n", "a", text("b: c")), "\"b: c\": x\n");
}

#[test]
fn other_values_stand_as_they_are() {
    let plain = |new: &str| Action::Plain(new.to_owned());
    assert_eq!(one("a: yes # c\n", "yes", plain("true")), "a: true # c\n");
    assert_eq!(one("a: [\"404\", b]\n", "\"404\"", plain("404")), "a: [404, b]\n");
    assert_eq!(one("a: &x '1_0'\nb: 1\n", "'1_0'", plain("10")), "a: &x 10\nb: 1\n");
    assert_eq!(one("a: >- # c\n  12\nb: 1\n", "12", plain("12")), "a: 12 # c\nb: 1\n");
    assert_eq!(refused("a: !!str 012\n", "012", plain("12")), Refusal::Unproven);
}

#[test]
fn a_number_becomes_the_text_that_was_typed() {
    assert_eq!(one("a: 1.10 # c\n", "1.10", Action::Quote), "a: \"1.10\" # c\n");
    assert_eq!(one("a: [0x1F, true]\n", "0x1F", Action::Quote), "a: [\"0x1F\", true]\n");
}

#[test]
fn a_mark_at_the_beginning_and_a_missing_end_stay() {
    assert_eq!(one("\u{feff}a: x\r\nb: 'y '", "'y '", text("y")), "\u{feff}a: x\r\nb: 'y'");
}
