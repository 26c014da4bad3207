// expect: Property 'limit' is missing
import { QUOTA_EXCEEDED, format } from "../src/codes.js";

export const text = format(QUOTA_EXCEEDED, { resource: "calls" });
