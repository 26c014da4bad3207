// expect: 'unit' does not exist
import { QUOTA_EXCEEDED, format } from "../src/codes.js";

export const text = format(QUOTA_EXCEEDED, {
  resource: "calls",
  limit: 10,
  unit: "s",
});
