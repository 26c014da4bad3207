// expect: no `OkArgs` in `codes`
use shop::codes::OkArgs;

pub const ARGS: OkArgs = OkArgs { limit: 10 };
