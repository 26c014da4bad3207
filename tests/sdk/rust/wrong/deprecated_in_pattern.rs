// expect: `shop::codes::Code::ITEM_MISSING`: use `PRODUCT_MISSING`: items are called products now
use shop::codes::Code;

pub fn is_missing(code: Code) -> bool {
    matches!(code, Code::ITEM_MISSING)
}
