// While one writes: Vite's server in front of the program, and a component that changes in an open page.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { launch } from "../../../tests/browser/harness/browsers.js";
import { Copy } from "./copy.js";
import { freePort, start } from "./program.js";

const until = async (holds, say) => {
    for (let tries = 0; !(await holds().catch(() => false)); tries++) {
        if (tries > 400) assert.fail(`it never came to this: ${holds}: ${await say()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
};

test("a component that changes is replaced in the open page, and the program renders the new one", async (test) => {
    const copy = await Copy.make(test);
    await copy.done("npm", ["run", "build"]);
    await copy.done("cargo", ["build", "--quiet"]);
    const program = await start(copy.program);
    test.after(() => program.end());
    await copy.edit("vite.config.js", "isle()", `isle({ server: "${program.origin}" })`);

    const port = await freePort();
    const vite = spawn(process.execPath, ["node_modules/vite/bin/vite.js", "--port", `${port}`, "--strictPort", "--host", "127.0.0.1"], { cwd: copy.root, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    for (const stream of [vite.stdout, vite.stderr]) stream.setEncoding("utf8").on("data", (text) => said.push(text));
    test.after(async () => (vite.kill(), await once(vite, "exit")));
    const origin = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(origin)).ok, () => said.join(""));

    const { browser, close } = await launch("chromium");
    test.after(close);
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.evaluateOnNewDocument(() => {
        globalThis.violations = [];
        globalThis.mounted = [];
        addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));
        document.addEventListener("isle:mount", ({ target }) => mounted.push(target.getAttribute("src").split("-")[0]));
    });
    const shown = () => page.evaluate(() => document.querySelector("main").innerText);
    const holds = (text) => until(async () => (await shown()).includes(text), async () => `${await shown()}\n${said.join("")}`);
    await page.goto(origin, { waitUntil: "domcontentloaded" });
    await until(() => page.evaluate(() => ["Cart", "Summary"].every((name) => mounted.includes(name))), () => said.join(""));

    await page.click('button[aria-label="One more copy of Metropolis"]');
    await holds("5 copies");
    await page.evaluate(() => (globalThis.same = true));
    await copy.edit("components/Cart.tsx", ">Remove<", ">Take out<");
    await holds("Take out");
    await copy.edit("components/Summary.svelte", ">Together<", ">All in all<");
    await holds("All in all");
    // The page is the one that was opened, and the cart as it was changed in it.
    assert.equal(await page.evaluate(() => same), true);
    assert.match(await shown(), /€39\.98/);
    assert.deepEqual(await page.evaluate(() => violations), []);

    await until(async () => /Take out.*All in all/s.test(await (await fetch(program.origin)).text()), () => said.join(""));
});
