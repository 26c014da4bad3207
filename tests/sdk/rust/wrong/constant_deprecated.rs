// expect: `shop::codes::Code::ITEM_MISSING`: use `PRODUCT_MISSING`: items are called products now
use shop::codes::Code;

pub const CODE: Code = Code::ITEM_MISSING;
