// expect: Type '20001' does not satisfy the expected type 'never'
import type { Code } from "../src/codes.js";
import * as codes from "../src/codes.js";

export function isFine(code: Exclude<Code, 171 | 20002 | 20004>): boolean {
  switch (code) {
    case codes.OK:
      return true;
    default:
      return code satisfies never;
  }
}
