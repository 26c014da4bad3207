// Proves the schema: it takes codes.json as it is, and refuses it when broken in any one place.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";

const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const schema = read("codes.schema.json");
const document = read("codes.json");
const isText = document.type === "string";
const locale = document.fallback;

const ajv = new Ajv({ strict: true, strictTypes: true, strictTuples: true, strictRequired: true });
const isValid = ajv.compile(schema);

function refuse(what) {
  if (isValid(document)) throw new Error(`the schema takes codes.json with ${what}`);
}

/** Breaks the document while the schema looks at it. */
function replace(owner, name, value, what) {
  const before = owner[name];
  owner[name] = value;
  refuse(what);
  owner[name] = before;
}

function remove(owner, name, what) {
  const before = owner[name];
  delete owner[name];
  refuse(what);
  owner[name] = before;
}

/** A map by locale may be empty, so one with a single text may lose that. */
function mayLose(value, name) {
  return Object.keys(value).length === 1 && name === locale && typeof value[name] === "string";
}

/** Breaks everything within a value: whatever stands anywhere is wanted, of its type, and all. */
function breakAll(value, path) {
  if (value === null || typeof value !== "object") return;
  for (const name of Object.keys(value)) {
    const place = `${path}/${name}`;
    if (place.endsWith("/extra")) {
      replace(value, name, null, `no map at ${place}`);
    } else {
      breakAll(value[name], place);
      replace(value, name, { unknown: 1 }, `something else at ${place}`);
    }
    if (!Array.isArray(value) && !mayLose(value, name)) {
      remove(value, name, `nothing at ${place}`);
    }
  }
  if (Array.isArray(value)) {
    replace(value, value.length, { unknown: 1 }, `one more at ${path}`);
    value.pop();
  } else {
    replace(value, "unknown", 1, `something unknown at ${path}`);
    delete value.unknown;
  }
}

/** Fails where a property is not described. */
function described(value, path) {
  if (value === null || typeof value !== "object") return;
  for (const [name, property] of Object.entries(value.properties ?? {})) {
    if (!property.description?.endsWith(".")) throw new Error(`${path}: ${name} is not described`);
  }
  for (const [name, inner] of Object.entries(value)) described(inner, `${path}/${name}`);
}

described(schema, "");
if (!isValid(document)) throw new Error(ajv.errorsText(isValid.errors));

// One entry at a time: the schema looks at all that is there.
const { codes } = document;
for (const [at, entry] of codes.entries()) {
  document.codes = [entry];
  if (at === 0) breakAll(document, "");
  else breakAll(entry, `/codes/${at}`);
}

const [entry] = codes;
document.codes = [entry];
const message = entry.messages[locale];
const use = (code, key) => ({ since: null, use: { code, key, name: "A" }, reason: null });
for (const [owner, name, value] of [
  [document, "$schema", "./other.schema.json"],
  [document, "format", 2],
  [document, "type", isText ? "i32" : "string"],
  [document, "locales", document.locales.slice(1)],
  [document, "locales", [...document.locales, locale]],
  [document, "fallback", "xx"],
  [document, "codes", []],
  [entry, "code", isText ? 1 : "1"],
  [entry, "code", isText ? null : 1e40],
  [entry, "code", isText ? null : -1e40],
  [entry, "code", isText ? null : 0.5],
  [entry, "key", isText ? 1 : "01"],
  [entry, "name", "lower"],
  [entry, "kind", "fatal"],
  [entry, "http", 99],
  [entry, "http", 600],
  [entry, "http", 200.5],
  [entry, "grpc", { number: 17, name: "OK" }],
  [entry, "grpc", { number: -1, name: "OK" }],
  [entry, "grpc", { number: 5, name: "not found" }],
  [entry, "grpc", 5],
  [entry, "retryable", "no"],
  [entry, "deprecated", use(isText ? 1 : 1e40, "1")],
  [entry, "deprecated", use(isText ? null : -1e40, "1")],
  [entry, "deprecated", use(isText ? "a" : 1, isText ? 1 : "01")],
  [entry, "aliases", ["A", "A"]],
  [entry, "params", [{ name: "p", type: "float", descriptions: {} }]],
  [entry, "params", [{ name: "1", type: "int", descriptions: {} }]],
  [message, "locale", "xx"],
  [message, "parts", []],
  [message, "parts", [{ text: "a", param: "b" }]],
]) {
  replace(owner, name, value, `${name} as ${JSON.stringify(value)}`);
}

document.codes = codes;
if (!isValid(document)) throw new Error("something stayed broken");
