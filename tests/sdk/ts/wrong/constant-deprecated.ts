// expect: `ITEM_MISSING` is deprecated. Use {@link PRODUCT_MISSING} (since 2.0.0)
import { ITEM_MISSING } from "../src/codes.js";

export const code: number = ITEM_MISSING;
