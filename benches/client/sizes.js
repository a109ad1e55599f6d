// How large the script of islands is: isle's, and what Astro writes into each page with an island.
//
//     npm ci --ignore-scripts && npm run sizes

import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { Record } from "./record.js";

const limits = { gzip: 1300, brotli: 1100 };

const script = (name) => readFile(new URL(`../../runtime/src/island/client/${name}`, import.meta.url), "utf8");
const [isle, load] = await Promise.all(["isle.js", "isle.load.js"].map(script));
const { version } = JSON.parse(await readFile(new URL("node_modules/astro/package.json", import.meta.url), "utf8"));

/** A script as Astro's own build prepares it for its pages. */
const astro = async (path) =>
    (await import(new URL(`node_modules/astro/dist/runtime/${path}.prebuilt.js`, import.meta.url))).default;
const element = await astro("server/astro-island");
const directives = Object.fromEntries(
    await Promise.all(["load", "idle", "visible", "media", "only"].map(async (name) => [name, await astro(`client/${name}`)])),
);

export const gzip = (text) => gzipSync(text, { level: 9 }).length;
export const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const rows = [
    ["isle, everything: one file, cached for ever", isle],
    ["isle, where no island of the site waits: the same", load],
    [`Astro ${version}, client:load alone: in every page`, directives.load + element],
    [`Astro ${version}, its five directives: in every page`, Object.values(directives).join("") + element],
];
const record = new Record("client-sizes", "The script that islands need, as bytes.");
for (const [name, text] of rows) {
    const sizes = { raw: Buffer.byteLength(text), gzip: gzip(text), brotli: brotli(text) };
    console.log(
        `${name.padEnd(52)} ${`${sizes.raw} B`.padStart(7)}, gzip ${`${sizes.gzip}`.padStart(4)}, brotli ${`${sizes.brotli}`.padStart(4)}`,
    );
    for (const [column, size] of Object.entries(sizes)) record.figure("client sizes", name, column, size, "B");
}
const kept = [
    record.limit("bytes of the islands' script, gzip", gzip(isle), limits.gzip),
    record.limit("bytes of the islands' script, brotli", brotli(isle), limits.brotli),
].every(Boolean);
await record.save();

if (!kept) {
    console.error(`isle's script is larger than ${limits.gzip} B gzip or ${limits.brotli} B brotli`);
    process.exitCode = 1;
}
