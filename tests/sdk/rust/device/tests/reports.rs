//! Codes that are texts: borrowed, owned, and as errors.

use std::collections::HashMap;
use std::error::Error;

use device::codes::{BatteryLowArgs, Code, CodeBuf, Locale};
use device::{Entry, Report};

#[test]
fn a_report_borrows_its_code() -> serde_json::Result<()> {
    for text in [
        r#"{"code":"battery.low","at":1}"#,
        r#"{"code":"new","at":1}"#,
    ] {
        let report: Report = serde_json::from_str(text)?;
        assert!(
            text.as_bytes()
                .as_ptr_range()
                .contains(&report.code.as_str().as_ptr())
        );
        assert_eq!(serde_json::to_string(&report)?, text);
    }
    let escaped = serde_json::from_str::<Report>(r#"{"code":"\u006fk","at":1}"#);
    assert!(
        escaped
            .unwrap_err()
            .to_string()
            .contains("expected a borrowed string")
    );
    Ok(())
}

#[test]
fn an_entry_owns_its_code() -> serde_json::Result<()> {
    let entry: Entry = serde_json::from_str(r#"{"code":"\u006fk","at":1}"#)?;
    assert_eq!(entry.code, Code::OK);
    assert_eq!(serde_json::to_string(&entry)?, r#"{"code":"ok","at":1}"#);

    let entry = {
        let text = r#"{"code":"new","at":1}"#.to_owned();
        Entry::from(serde_json::from_str::<Report>(&text)?)
    };
    assert_eq!(serde_json::to_string(&entry)?, r#"{"code":"new","at":1}"#);
    assert!(!entry.code.as_code().is_known());
    Ok(())
}

#[test]
fn nothing_but_a_text_is_a_code() {
    for text in ["7", "null", "[\"7\"]"] {
        assert!(serde_json::from_str::<Code>(text).is_err(), "{text}");
        let owned = serde_json::from_str::<CodeBuf>(text).unwrap_err();
        assert!(
            owned.to_string().contains("expected a return code"),
            "{owned}"
        );
    }
}

#[test]
fn a_code_is_matched_and_looked_up() {
    const OLD: Code<'static> = Code::new("7");
    let is_lid = |code| matches!(code, Code::LID_AJAR | OLD);
    let name = "lid.ajar".to_owned();
    assert!(is_lid(Code::new(&name)) && !is_lid(Code::OK));
    assert_eq!(Code::from_name("BATTERY_EMPTY"), Some(Code::BATTERY_LOW));
    assert!(
        Code::all()
            .map(Code::as_str)
            .eq(["7", "battery.low", "lid.ajar", "ok"])
    );

    let counts = HashMap::from([(CodeBuf::from("new"), 1), (Code::OK.into(), 2)]);
    assert_eq!(counts["new"], 1);
    assert_eq!(counts[Code::OK.as_str()], 2);
}

#[test]
fn a_code_is_as_good_as_its_text() {
    let owned = CodeBuf::from(String::from("new"));
    assert_eq!(owned, Code::new("new"));
    assert_eq!(Code::from("new"), owned);
    assert_eq!(owned.as_str(), "new");
    assert_eq!(String::from(owned), "new");
    let text: &str = Code::OK.into();
    assert_eq!(text, "ok");
}

#[test]
fn a_code_is_shown_with_its_name() {
    let owned = CodeBuf::from(Code::LID_AJAR);
    assert_eq!(Code::LID_AJAR.to_string(), "lid.ajar LID_AJAR");
    assert_eq!(owned.to_string(), "lid.ajar LID_AJAR");
    assert_eq!(format!("{owned:?}"), r#"Code("lid.ajar" LID_AJAR)"#);
    assert_eq!(format!("{:?}", Code::new("a\"b")), r#"Code("a\"b")"#);
}

/// What a caller makes of a code.
fn call(code: &str) -> Result<(), Box<dyn Error>> {
    Code::new(code).into_result()?;
    Ok(())
}

#[test]
fn an_error_owns_its_code() {
    assert!(call("ok").is_ok());
    for code in ["lid.ajar", "new"] {
        let error = call(code).unwrap_err();
        assert_eq!(error.downcast_ref::<CodeBuf>().unwrap(), &Code::new(code));
    }
}

#[test]
fn a_message_takes_its_arguments() {
    let text = BatteryLowArgs { percent: 7 }.message(Locale::En);
    assert_eq!(text.to_string(), "Battery at 7 %");
    assert_eq!(BatteryLowArgs::CODE, Code::BATTERY_LOW);
}
