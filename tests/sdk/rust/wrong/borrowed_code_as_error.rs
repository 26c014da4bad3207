// expect: `Code<'_>: std::error::Error` is not satisfied
use std::error::Error;

use device::codes::Code;

pub fn call(text: &str) -> Result<(), Box<dyn Error>> {
    Err(Code::new(text))?
}
