// expect: Did you mean 'QUOTA_EXCEEDED'?
import { QUOTA_EXCEDED } from "../src/codes.js";

export const code = QUOTA_EXCEDED;
