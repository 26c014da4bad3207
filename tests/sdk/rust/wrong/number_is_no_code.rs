// expect: expected `Code`, found integer
use shop::codes::Code;

pub const CODE: Code = 171;
