import assert from "node:assert/strict";
import { test } from "node:test";

import { OK, PRODUCT_MISSING, info } from "../src/codes.js";

test("a fact that the catalog leaves out is the usual one", () => {
  assert.deepEqual(info(PRODUCT_MISSING), {
    name: "PRODUCT_MISSING",
    kind: "error",
    group: "orders",
    retryable: false,
    since: "2.0.0",
    tags: [],
    aliases: [],
  });
});

test("no list is shared", () => {
  assert.notEqual(info(OK).tags, info(PRODUCT_MISSING).tags);
  assert.notEqual(info(OK).tags, info(OK).tags);
});
