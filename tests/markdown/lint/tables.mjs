// Prints the first table of each page in some folders, as an engine of its own reads it: a map
// from files to rows of cells, the head among them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";

const engine = new MarkdownIt({ html: true });

function table(text) {
  const tokens = engine.parse(text, {});
  const end = tokens.findIndex((token) => token.type === "table_close");
  const rows = [];
  for (const token of tokens.slice(0, end)) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "inline" && rows.length > 0) {
      const texts = token.children.filter((child) => child.type === "text");
      rows.at(-1).push(texts.map((child) => child.content).join(""));
    }
  }
  return rows;
}

const tables = {};
for (const folder of process.argv.slice(2)) {
  for (const path of readdirSync(folder, { recursive: true })) {
    if (!path.endsWith(".md")) continue;
    const file = join(folder, path);
    tables[file] = table(readFileSync(file, "utf8"));
  }
}
console.log(JSON.stringify(tables));
