//! Tells users what went wrong.

use std::error::Error;

use serde::Deserialize;

use crate::client::code_of;
use crate::codes::{Code, Locale, QuotaExceededArgs};
use crate::response::AnswerError;

/// What to show to a user who speaks the language of the tag.
#[must_use]
pub fn explain(error: &(dyn Error + 'static), tag: &str) -> String {
    let Some(code) = code_of(error) else {
        return error.to_string();
    };
    let locale = Locale::from_tag(tag).unwrap_or_default();
    if code == Code::QUOTA_EXCEEDED
        && let Some(Quota { resource, limit }) = quota(error)
    {
        return QuotaExceededArgs { resource, limit }
            .message(locale)
            .to_string();
    }
    code.message(locale)
        .map_or_else(|| format!("Error {code}"), str::to_owned)
}

#[derive(Deserialize)]
struct Quota<'a> {
    resource: &'a str,
    limit: i64,
}

fn quota<'a>(error: &'a (dyn Error + 'static)) -> Option<Quota<'a>> {
    let answer = error.downcast_ref::<AnswerError>()?;
    Quota::deserialize(&answer.data).ok()
}
