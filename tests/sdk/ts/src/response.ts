import { CodeError, OK, message } from "./codes.js";

/** What the server answers: a code, which may be one that this client does not know, and data. */
export interface Response {
  readonly code: number;
  readonly data: unknown;
}

/** Reads an answer; gives its data, or throws its code as an error. */
export function read(body: string): unknown {
  const { code, data } = parse(body);
  if (code === OK) return data;
  throw new CodeError(code, message(code), { cause: data });
}

function parse(body: string): Response {
  const value: unknown = JSON.parse(body);
  if (
    typeof value !== "object" ||
    value === null ||
    !("code" in value) ||
    typeof value.code !== "number"
  ) {
    throw new TypeError("the answer has no code");
  }
  return { code: value.code, data: "data" in value ? value.data : undefined };
}
