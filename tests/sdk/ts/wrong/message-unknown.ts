// expect: Type 'undefined' is not assignable to type 'string'
import { message } from "../src/codes.js";

export function show(code: number): string {
  return message(code);
}
