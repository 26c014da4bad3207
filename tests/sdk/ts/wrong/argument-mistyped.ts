// expect: Type 'string' is not assignable to type 'number | bigint'
import { QUOTA_EXCEEDED, format } from "../src/codes.js";

export const text = format(QUOTA_EXCEEDED, { resource: "calls", limit: "10" });
