// expect: has no field named `unit`
use shop::codes::QuotaExceededArgs;

pub const ARGS: QuotaExceededArgs = QuotaExceededArgs {
    resource: "calls",
    limit: 10,
    unit: "s",
};
