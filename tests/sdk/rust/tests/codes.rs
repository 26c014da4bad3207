//! What a program may do with codes beside asking for facts.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io;

use serde::{Deserialize, Serialize};
use shop::client::code_of;
use shop::codes::{Code, Info, Kind, Locale};
use shop::response::AnswerError;

// Codes are made and read where constants are.
const UNKNOWN: Code = Code::from_i32(29999);
const NUMBERS: [i32; 2] = [Code::OK.as_i32(), UNKNOWN.as_i32()];
const KNOWN: usize = Info::all().len();

#[test]
fn a_code_survives_json() -> serde_json::Result<()> {
    // As a field, in a list, where there may be none and as the key of a map; known and unknown.
    #[derive(Deserialize, Serialize)]
    struct Page {
        code: Code,
        others: Vec<Code>,
        last: Option<Code>,
        counts: BTreeMap<Code, u64>,
    }
    let text = r#"{"code":29999,"others":[0,-5],"last":null,"counts":{"171":1,"29999":2}}"#;
    let page: Page = serde_json::from_str(text)?;
    assert_eq!(page.code, UNKNOWN);
    assert_eq!(page.counts[&Code::SIGNATURE_INVALID], 1);
    assert_eq!(serde_json::to_string(&page)?, text);
    Ok(())
}

#[test]
fn nothing_but_a_number_of_the_type_is_a_code() {
    for text in [
        "2147483648",
        "-2147483649",
        "171.0",
        "\"171\"",
        "null",
        "[171]",
    ] {
        let code = serde_json::from_str::<Code>(text);
        assert!(code.is_err(), "{text}: {code:?}");
    }
}

#[test]
fn a_code_is_shown_with_its_name() {
    assert_eq!(Code::SIGNATURE_INVALID.to_string(), "171 SIGNATURE_INVALID");
    assert_eq!(format!("{:?}", Code::OK), "Code(0 OK)");
    assert_eq!(UNKNOWN.to_string(), "29999");
    assert_eq!(format!("{:?}", Code::from_i32(-5)), "Code(-5)");
}

#[test]
fn a_code_is_as_good_as_its_number() {
    assert_eq!(NUMBERS, [0, 29999]);
    assert_eq!(Code::from(171), Code::SIGNATURE_INVALID);
    assert_eq!(i32::from(UNKNOWN), 29999);
    assert_eq!(
        "171".parse().map(Code::from_i32),
        Ok(Code::SIGNATURE_INVALID)
    );
    assert_eq!(size_of::<Code>(), size_of::<i32>());
}

#[test]
fn a_code_is_matched_sorted_and_looked_up() {
    let is_mine = |code| matches!(code, Code::OK | Code::PRODUCT_MISSING | UNKNOWN);
    let mine: Vec<Code> = Code::all().rev().filter(|code| is_mine(*code)).collect();
    assert_eq!(mine, [Code::PRODUCT_MISSING, Code::OK]);
    assert!(is_mine(UNKNOWN));
    assert!(Code::all().is_sorted());

    let mut counts = HashMap::from([(Code::OK, 1), (UNKNOWN, 2)]);
    *counts.entry(Code::from_i32(0)).or_insert(0) += 1;
    assert_eq!((counts[&Code::OK], counts[&UNKNOWN]), (2, 2));
}

#[test]
fn all_codes_have_their_facts() {
    assert_eq!(Code::all().len(), KNOWN);
    for (code, info) in Code::all().zip(Info::all()) {
        assert_eq!(code.info(), Some(info));
        assert_eq!(Code::from_name(info.name), Some(code));
        assert_eq!(
            (code.name(), code.kind()),
            (Some(info.name), Some(info.kind))
        );
        assert_eq!(code.is_retryable(), info.retryable);
        for &locale in Locale::ALL {
            assert_eq!(code.message(locale), Some(info.message(locale)));
        }
    }
    assert_eq!(
        (UNKNOWN.info(), UNKNOWN.name(), UNKNOWN.kind()),
        (None, None, None)
    );
    assert!(!UNKNOWN.is_retryable());
}

#[test]
fn kinds_and_locales_are_shown_and_ordered() {
    assert!(Kind::Success < Kind::Warning && Kind::Warning < Kind::Error);
    assert_eq!(format!("[{:>8}]", Kind::Error), "[   error]");
    assert_eq!(format!("[{:8}]", Locale::ZhHans), "[zh-Hans ]");
}

/// What a caller makes of a code.
fn call(code: Code) -> Result<(), Box<dyn Error + Send + Sync>> {
    code.into_result()?;
    Ok(())
}

#[test]
fn only_success_is_no_error() {
    assert!(call(Code::OK).is_ok());
    for code in [Code::SIGNATURE_INVALID, UNKNOWN] {
        assert_eq!(call(code).unwrap_err().downcast_ref(), Some(&code));
    }
}

#[test]
fn a_code_is_found_in_what_wraps_it() {
    let code = Code::SIGNATURE_INVALID;
    let answer = || AnswerError {
        code,
        data: 1.into(),
    };
    let errors: [Box<dyn Error>; 4] = [
        code.into(),
        answer().into(),
        io::Error::other(answer()).into(),
        io::Error::other(io::Error::other(answer())).into(),
    ];
    for error in errors {
        assert_eq!(code_of(&*error), Some(code), "{error:?}");
    }
    assert_eq!(code_of(&io::Error::other("171")), None);
}

#[test]
fn a_deprecation_can_be_read() {
    let old = Code::from_i32(20002).info().unwrap().deprecated.unwrap();
    assert_eq!(old.since, Some("2.0.0"));
    assert_eq!(old.replacement, Some(Code::PRODUCT_MISSING));
    assert_eq!(old.reason, Some("items are called products now"));
    assert_eq!(Code::OK.info().unwrap().deprecated, None);
}

#[test]
fn the_fallback_serves_where_no_locale_does() {
    for tag in ["", "fr", "zh"] {
        assert_eq!(Locale::from_tag(tag), None, "{tag}");
    }
    let locale = Locale::default();
    assert_eq!(Code::OK.message(locale), Some("Success"));
}
