//! Asks the shop.

use std::error::Error;
use std::iter::successors;

use serde_json::Value;

use crate::codes::Code;
use crate::response::{BoxError, read};

/// A client of the shop.
#[derive(Debug)]
pub struct Client<S> {
    send: S,
    tries: u32,
}

impl<S: FnMut(&str) -> Result<String, BoxError>> Client<S> {
    /// Takes what sends a request and gives the body of the answer.
    pub const fn new(send: S) -> Self {
        Self { send, tries: 3 }
    }

    /// Gives what is at the path; asks again where that may help.
    ///
    /// # Errors
    ///
    /// The last one, when it does not help.
    pub fn get(&mut self, path: &str) -> Result<Value, BoxError> {
        let mut left = self.tries;
        loop {
            left -= 1;
            match self.ask(path) {
                Err(error) if left > 0 && is_retryable(&*error) => {}
                done => return done,
            }
        }
    }

    fn ask(&mut self, path: &str) -> Result<Value, BoxError> {
        read(&(self.send)(path)?)
    }
}

fn is_retryable(error: &(dyn Error + 'static)) -> bool {
    code_of(error).is_some_and(Code::is_retryable)
}

/// The code that an error is, or that caused it.
#[must_use]
pub fn code_of(error: &(dyn Error + 'static)) -> Option<Code> {
    successors(Some(error), |&error| error.source()).find_map(|error| error.downcast_ref().copied())
}
