// The page, as the server sends it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./program.js";

test("two processes and many threads send the same page, byte for byte", async () => {
    const programs = await Promise.all([start(), start()]);
    try {
        for (const cookie of ["", "cart=1x2.7x9", "cart=", "cart=4x1"]) {
            const asked = programs.flatMap(({ origin }) => Array.from({ length: 32 }, () => fetch(origin, { headers: { cookie } })));
            const pages = await Promise.all((await Promise.all(asked)).map((answer) => answer.text()));
            // A debug build's pages may name the process for live reload; this one is off.
            assert.equal(new Set(pages).size, 1, cookie);
            assert.match(pages[0], /<section class="cart"/);
        }
    } finally {
        await Promise.all(programs.map(({ end }) => end()));
    }
});

test("the head links what the page needs: styles of all components, scripts of those that come alive at once", async () => {
    const { origin, end } = await start();
    try {
        const page = await (await fetch(origin)).text();
        const head = page.slice(0, page.indexOf("</head>"));
        const names = (pattern) => [...head.matchAll(pattern)].map(([, name]) => name);
        assert.deepEqual(names(/<link rel="stylesheet" href="\/_isle\/([\w.]+)-/g).sort(), ["Cart", "Summary"]);
        const scripts = names(/<link rel="modulepreload" href="\/_isle\/([\w.]+)-/g);
        for (const name of ["Cart", "Visit"]) assert.ok(scripts.includes(name), name);
        assert.ok(!scripts.includes("Films") && !scripts.includes("Summary"), `${scripts}`);
        for (const [, path] of head.matchAll(/(?:href|src)="(\/_isle\/[^"]+)"/g)) {
            const answer = await fetch(origin + path);
            assert.equal(answer.status, 200, path);
            assert.match(answer.headers.get("cache-control"), /immutable/);
            assert.match(answer.headers.get("content-type"), path.endsWith(".css") ? /^text\/css/ : /^text\/javascript/);
        }
    } finally {
        await end();
    }
});
