// expect: no variant or associated item named `Succes` found for enum `Kind`
use shop::codes::{Code, Kind};

pub fn is_fine(code: Code) -> bool {
    code.kind() == Some(Kind::Succes)
}
