// expect: unused `Result` that must be used
use shop::codes::Code;

pub fn check(code: Code) {
    code.into_result();
}
