// expect: expected `i64`, found `&str`
use shop::codes::QuotaExceededArgs;

pub const ARGS: QuotaExceededArgs = QuotaExceededArgs {
    resource: "calls",
    limit: "10",
};
