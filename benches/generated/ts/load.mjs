// How long the import of the module takes, in a process that has done nothing else.
const start = performance.now();
await import("./build/ts/codes.js");
console.log(`${(performance.now() - start).toFixed(1)} ms`);
