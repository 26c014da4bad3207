//! Reads what the server answers.

use std::error::Error;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;

use crate::codes::{Code, Locale};

/// Whatever may go wrong with a call.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// A code that the server answered, with the data that came with it.
#[derive(Debug)]
pub struct AnswerError {
    /// The code, which may be one that this client does not know.
    pub code: Code,
    /// What the server said of it.
    pub data: Value,
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.code.message(Locale::default());
        f.write_str(message.unwrap_or("unknown code"))
    }
}

impl Error for AnswerError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.code)
    }
}

#[derive(Deserialize)]
struct Answer {
    code: Code,
    #[serde(default)]
    data: Value,
}

/// Gives the data of an answer, or its code as an error.
///
/// # Errors
///
/// An [`AnswerError`], or what is wrong with the answer.
pub fn read(body: &str) -> Result<Value, BoxError> {
    let Answer { code, data } = serde_json::from_str(body)?;
    match code.into_result() {
        Ok(()) => Ok(data),
        Err(code) => Err(AnswerError { code, data }.into()),
    }
}
