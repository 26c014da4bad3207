import assert from "node:assert/strict";
import { test } from "node:test";

import { Client } from "../src/client.js";
import {
  PRODUCT_MISSING,
  SIGNATURE_INVALID,
  isCode,
  isCodeError,
} from "../src/codes.js";
import { explain } from "../src/explain.js";

/** A server that gives these answers, one after the other. */
function server(...answers: object[]): { client: Client; asked: () => number } {
  const left = answers.map((answer) => JSON.stringify(answer));
  const send = (): Promise<string> => {
    const answer = left.shift();
    return answer === undefined
      ? Promise.reject(new Error("no answer"))
      : Promise.resolve(answer);
  };
  return {
    client: new Client(send),
    asked: () => answers.length - left.length,
  };
}

async function failure(client: Client): Promise<unknown> {
  try {
    await client.get("/products/1");
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}

const quota = { code: 20001, data: { resource: "calls", limit: 10 } };

test("an answer gives its data", async () => {
  const { client } = server({ code: 0, data: { name: "pen" } });
  assert.deepEqual(await client.get("/products/1"), { name: "pen" });
});

test("a retryable code is tried again", async () => {
  const { client, asked } = server(quota, quota, { code: 0, data: 1 });
  assert.equal(await client.get("/products/1"), 1);
  assert.equal(asked(), 3);
});

test("it is not tried for ever", async () => {
  const { client, asked } = server(quota, quota, quota, quota);
  assert.equal(
    explain(await failure(client), "en"),
    "Quota for calls exceeded (limit 10)",
  );
  assert.equal(asked(), 3);
});

test("another code is not tried again", async () => {
  const { client, asked } = server({ code: 171 }, { code: 0 });
  const error = await failure(client);
  assert.equal(asked(), 1);
  assert.ok(isCodeError(error, SIGNATURE_INVALID));
  assert.ok(!isCodeError(error, PRODUCT_MISSING));
  assert.equal(error.message, "Signature error.");
});

test("an unknown code is kept", async () => {
  const { client } = server({ code: 29999 });
  const error = await failure(client);
  assert.ok(isCodeError(error));
  assert.ok(!isCode(error.code));
  assert.equal(error.message, "29999");
  assert.equal(explain(error, "zh-CN"), "Error 29999");
});

test("a user sees the own language", async () => {
  const { client } = server({ code: 20004 });
  const error = await failure(client);
  assert.equal(explain(error, "zh_hans_CN"), "缺少产品");
  assert.equal(explain(error, "fr"), "Product missing");
});
