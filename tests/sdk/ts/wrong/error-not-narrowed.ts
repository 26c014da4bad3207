// expect: 'error' is of type 'unknown'
import { isCodeError } from "../src/codes.js";

export function show(error: unknown, code: number): number {
  return isCodeError(error, code) ? error.code : 0;
}
