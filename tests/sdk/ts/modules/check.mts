import assert from "node:assert/strict";
import { createRequire } from "node:module";

import type * as Cjs from "./cjs.cjs";
import * as esm from "./esm.mjs";

const cjs = createRequire(import.meta.url)("./cjs.cjs") as typeof Cjs;

assert.equal(cjs.message(cjs.OK), esm.message(esm.OK));
assert.deepEqual(cjs.allCodes(), esm.allCodes());

// Two copies of the class: each knows the errors of the other.
assert.ok(esm.isCodeError(new cjs.CodeError(cjs.OK), esm.OK));
assert.ok(cjs.isCodeError(new esm.CodeError(esm.OK), cjs.OK));
