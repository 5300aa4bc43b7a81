// Says how many milliseconds lie between engine and index being there and the first result.
//   node search.cjs FOLDER-OF-THE-SCRIPTS INDEX
const fs = require("fs");
const path = require("path");
const [, , scripts, index] = process.argv;

globalThis.window = globalThis;
globalThis.document = {};
const load = (file) => (0, eval)(fs.readFileSync(file, "utf8"));
load(path.join(scripts, "minisearch.js"));
load(path.join(scripts, "search.js"));
let packed;
globalThis.leavebehindIndex = (value) => { packed = value; };
load(index);

// A word of the index, with its last letter still to be typed.
const words = packed.pages[packed.pages.length >> 1][1].split(/[^\p{L}]+/u);
const longest = words.sort((a, b) => b.length - a.length)[0];
const start = process.hrtime.bigint();
const ready = leavebehindSearch.unpack(MiniSearch, packed);
const hits = leavebehindSearch.find(ready, longest.slice(0, -1));
const time = Number(process.hrtime.bigint() - start) / 1e6;
if (!hits.length) process.exit(1);
console.log(time.toFixed(1));
