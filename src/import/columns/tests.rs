//! Tables whose columns are in any order, under any header.

use super::super::table::Row;
use super::*;
use crate::model::{Sources, Span, Spanned};

/// A table from its lines, with `|` between cells.
fn table(lines: &[&str]) -> Table {
    let source = Sources::default().add("x", "");
    let span = Span { source, start: 0, end: 0 };
    let cells = |line: &&str| {
        line.split('|').map(|cell| Spanned::new(cell.trim().to_owned(), span)).collect()
    };
    let rows = lines[1..].iter().map(|line| Row { span, cells: cells(line) }).collect();
    Table { span, headings: Vec::new(), header: cells(&lines[0]), rows }
}

/// What each column is for.
fn roles_with(lines: &[&str], choices: &[&str], known: &[&str]) -> Vec<String> {
    let table = table(lines);
    let choices: Vec<Choice> = choices.iter().map(|c| Choice::parse(c).unwrap()).collect();
    let known: Vec<Locale> = known.iter().map(|tag| Locale::parse(tag).unwrap()).collect();
    let Some(columns) = columns(&table, &choices, &known) else { return Vec::new() };
    let mut roles = vec!["-".to_owned(); table.width()];
    let one = [("name", columns.name), ("http", columns.http), ("group", columns.group)];
    for (role, at) in one.into_iter().chain([("code", Some(columns.code))]) {
        if let Some(at) = at {
            roles[at] = role.to_owned();
        }
    }
    let many = [
        ("", &columns.messages),
        ("description ", &columns.descriptions),
        ("remedy ", &columns.remedies),
    ];
    for (role, columns) in many {
        for (at, locale) in columns {
            roles[*at] = format!("{role}{}", locale.tag());
        }
    }
    roles
}

fn roles(lines: &[&str]) -> Vec<String> {
    roles_with(lines, &[], &[])
}

#[test]
fn headers_in_two_languages_are_known() {
    assert_eq!(roles(&["错误码|中文|英文", "1|甲|a"]), ["code", "zh", "en"]);
    assert_eq!(roles(&["English|Chinese|Error Code", "a|甲|1"]), ["en", "zh", "code"]);
    assert_eq!(
        roles(&["返回码|名称|错误信息|描述|HTTP状态码|处理建议", "1|A|甲|乙|400|丙"]),
        ["code", "name", "zh", "description zh", "http", "remedy zh"]
    );
    assert_eq!(
        roles(&["errCode|symbol|message|description|status|solution", "1|A|a|b|400|c"]),
        ["code", "name", "en", "description en", "http", "remedy en"]
    );
}

#[test]
fn a_language_that_is_not_told_is_that_of_the_texts() {
    assert_eq!(roles(&["code|描述|Description", "1|甲|a"]), ["code", "zh", "en"]);
    assert_eq!(roles(&["code|message", "1|エラー"]), ["code", "ja"]);
    assert_eq!(roles(&["code|foo|bar", "1|An error|甲乙"]), ["code", "en", "zh"]);
}

#[test]
fn cells_decide_what_a_header_only_says() {
    assert_eq!(roles(&["HTTP状态码|描述", "43000|甲"]), ["code", "zh"]);
    assert_eq!(roles(&["HTTP状态码|描述", "404|甲"]), Vec::<String>::new());
    assert_eq!(roles(&["HTTP|code|描述", "43000|1|甲"]), ["-", "code", "zh"]);
    assert_eq!(roles(&["code|状态码|描述", "InvalidName|400|甲"]), ["-", "code", "zh"]);
    assert_eq!(roles(&["code|名称", "1|签名错误"]), ["code", "zh"]);
    assert_eq!(roles(&["序号|错误码|描述", "1|100|甲"]), ["-", "code", "zh"]);
    assert_eq!(roles(&["a|b|c", "x|100|SIGN_ERROR", "y|101|OTHER"]), ["-", "code", "name"]);
    assert_eq!(roles(&["参数|类型|说明", "签名 串|字符 串|甲"]), Vec::<String>::new());
}

#[test]
fn the_user_has_the_last_word() {
    let lines = ["a|b|c|d", "1|2|x|y z"];
    assert_eq!(roles_with(&lines, &["code=2", "en=3"], &[]), ["-", "code", "en", "-"]);
    assert_eq!(roles_with(&lines, &["remedy=d", "ja=3"], &[]), ["code", "-", "ja", "remedy en"]);
}

#[test]
fn locales_of_the_spec_are_meant() {
    let lines = ["code|中文|英文|ja", "1|甲|a|x"];
    assert_eq!(roles_with(&lines, &[], &["zh-CN", "en-US"]), ["code", "zh-CN", "en-US", "ja"]);
    assert_eq!(roles_with(&["code|name|id", "1|A|a b"], &[], &["id"]), ["code", "name", "id"]);
}

#[test]
fn a_header_that_says_nothing_may_be_a_row() {
    assert!(!has_header(&table(&["1|甲", "2|乙"])));
    assert!(has_header(&table(&["code|甲", "2|乙"])));
    assert!(has_header(&table(&["x|y", "2|乙"])));
}
