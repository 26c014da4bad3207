// expect: there is an associated constant `QUOTA_EXCEEDED` with a similar name
use shop::codes::Code;

pub const CODE: Code = Code::QUOTA_EXCEDED;
