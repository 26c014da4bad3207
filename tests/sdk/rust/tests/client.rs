//! The client, and a server that gives the answers that it is told.

use serde_json::{Value, json};
use shop::client::{Client, code_of};
use shop::codes::Code;
use shop::explain::explain;
use shop::response::BoxError;

const QUOTA: &str = r#"{"code":20001,"data":{"resource":"calls","limit":10}}"#;

/// Asks a server that gives these answers, one after the other; says how often it was asked.
fn ask(answers: &[&str]) -> (Result<Value, BoxError>, usize) {
    let mut left = answers.iter();
    let mut client = Client::new(|_: &str| {
        let answer = left.next().ok_or("no answer is left")?;
        Ok((*answer).to_owned())
    });
    let result = client.get("/products/1");
    (result, answers.len() - left.len())
}

fn failure(answers: &[&str]) -> (BoxError, usize) {
    let (result, asked) = ask(answers);
    (result.unwrap_err(), asked)
}

#[test]
fn an_answer_gives_its_data() {
    let (result, _) = ask(&[r#"{"code":0,"data":{"name":"pen"}}"#]);
    assert_eq!(result.unwrap(), json!({ "name": "pen" }));
}

#[test]
fn a_retryable_code_is_tried_again() {
    let (result, asked) = ask(&[QUOTA, QUOTA, r#"{"code":0,"data":1}"#]);
    assert_eq!(result.unwrap(), json!(1));
    assert_eq!(asked, 3);
}

#[test]
fn it_is_not_tried_for_ever() {
    let (error, asked) = failure(&[QUOTA; 4]);
    assert_eq!(
        explain(&*error, "en"),
        "Quota for calls exceeded (limit 10)"
    );
    assert_eq!(asked, 3);
}

#[test]
fn another_code_is_not_tried_again() {
    let (error, asked) = failure(&[r#"{"code":171}"#, r#"{"code":0}"#]);
    assert_eq!(asked, 1);
    assert_eq!(code_of(&*error), Some(Code::SIGNATURE_INVALID));
    assert_eq!(error.to_string(), "Signature error.");
    let source = error.source().unwrap();
    assert_eq!(source.to_string(), "171 SIGNATURE_INVALID");
}

#[test]
fn an_unknown_code_is_kept() {
    let (error, _) = failure(&[r#"{"code":29999}"#]);
    let code = code_of(&*error).unwrap();
    assert!(!code.is_known());
    assert_eq!(code.as_i32(), 29999);
    assert_eq!(explain(&*error, "zh-CN"), "Error 29999");
}

#[test]
fn a_user_sees_the_own_language() {
    let (error, _) = failure(&[r#"{"code":20004}"#]);
    assert_eq!(explain(&*error, "zh_hans_CN"), "缺少产品");
    assert_eq!(explain(&*error, "fr"), "Product missing");
}

#[test]
fn no_answer_is_no_code() {
    for body in ["", "{}", r#"{"code":"171"}"#, r#"{"code":2147483648}"#] {
        let (error, asked) = failure(&[body]);
        assert_eq!(code_of(&*error), None, "{body}");
        assert_eq!(asked, 1, "{body}");
    }
}
