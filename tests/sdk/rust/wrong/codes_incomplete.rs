// expect: non-exhaustive patterns: `Code(i32::MIN..=-1_i32)`
use shop::codes::Code;

pub fn is_fine(code: Code) -> bool {
    match code {
        Code::OK => true,
        Code::SIGNATURE_INVALID => false,
    }
}
