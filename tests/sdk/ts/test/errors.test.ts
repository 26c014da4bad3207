import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

import { CodeError, OK, SIGNATURE_INVALID, isCodeError } from "../src/codes.js";

test("an error shows its code", () => {
  const error = new CodeError(SIGNATURE_INVALID);
  assert.equal(String(error), "CodeError: 171");
  assert.ok(error instanceof Error);
});

test("an error of another copy of the class, or of another realm, is one", () => {
  const error: unknown = runInContext(
    `class CodeError extends Error {
       name = "CodeError";
       code = 171;
     }
     new CodeError()`,
    createContext(),
  );
  assert.ok(!(error instanceof Error));
  assert.ok(isCodeError(error, SIGNATURE_INVALID));
});

test("nothing else is one", () => {
  const others: unknown[] = [
    undefined,
    null,
    171,
    "CodeError",
    { code: 171 },
    Object.assign(new Error("x"), { code: 171 }),
    Object.assign(new Error("x"), { name: "CodeError", code: "171" }),
  ];
  for (const other of others) assert.ok(!isCodeError(other));
});

test("false says only what it means", () => {
  const error = new CodeError<number>(SIGNATURE_INVALID);
  const code: number = OK;
  if (isCodeError(error, code)) {
    assert.fail();
  } else {
    // Would not compile if the variable had narrowed the type.
    assert.equal(error.code, SIGNATURE_INVALID);
  }
});
