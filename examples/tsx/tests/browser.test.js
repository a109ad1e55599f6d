// What a visitor of the example sees and does, in Chromium and Firefox, under a policy stricter than isle's.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, names } from "../../../tests/browser/harness/browsers.js";
import { Front, start } from "./program.js";

const running = new Map();
let program;

before(async () => {
    program = await start();
    await Promise.all(names.map(async (name) => running.set(name, await launch(name))));
});

after(async () => {
    await Promise.all([...running.values()].map(({ close }) => close()));
    await program.end();
});

/** `act` gets a page of its own browser context. Nothing in it may break the policy or change what the server has rendered. */
function scenario(title, act, { only = names, script = true } = {}) {
    for (const name of names.filter((name) => only.includes(name)))
        test(`${title} (${name})`, { timeout: 40_000 }, async () => {
            const front = await Front.open(program.port);
            const context = await running.get(name).browser.createBrowserContext();
            const page = await context.newPage();
            const said = [];
            page.on("console", (message) => /^(warn|error)/.test(message.type()) && said.push(message.text()));
            page.on("pageerror", (error) => said.push(`${error}`));
            await page.evaluateOnNewDocument(() => {
                globalThis.violations = [];
                globalThis.mounted = [];
                addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));
                document.addEventListener("isle:mount", ({ target }) => mounted.push(target.getAttribute("src").split("-")[0]));
            });
            await page.setViewport({ width: 1280, height: 900 });
            if (!script) await page.setJavaScriptEnabled(false);
            try {
                await act({ page, front, visit: () => page.goto(front.origin, { waitUntil: "domcontentloaded" }) });
                if (script) assert.deepEqual(await page.evaluate(() => violations), []);
                assert.deepEqual(said, []);
            } finally {
                await context.close();
                await front.close();
            }
        });
}

/** Waits until something in the page is so. */
async function until(page, holds, ...values) {
    // While it goes to another page, nothing is so.
    for (let tries = 0; !(await page.evaluate(holds, ...values).catch(() => false)); tries++) {
        if (tries > 400) assert.fail(`it never came to this: ${holds}; the page says ${await page.evaluate(() => document.body.innerText)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

const alive = (page) => until(page, () => ["Cart", "Summary", "Visit"].every((name) => mounted.includes(name)));
const text = (page, selector) => page.$eval(selector, (element) => element.innerText.replaceAll(/\s+/g, " ").trim());
const press = (page, label) => page.click(`button[aria-label="${label}"]`);

scenario("hydration leaves the markup as it is and keeps every node", async ({ page, front, visit }) => {
    const release = front.hold(/\/(Cart|Summary)-[0-9a-f]+\.js/);
    await visit();
    await until(page, () => document.readyState !== "loading");
    const islands = await page.evaluate(() => {
        const islands = [...document.querySelectorAll("isle-island:not([client\\:only])")];
        const nodes = (node) => [node, ...[...node.childNodes].flatMap(nodes)];
        globalThis.check = () => islands.map((island) => ({ markup: island.innerHTML, nodes: nodes(island) }));
        globalThis.was = check();
        return was.map(({ markup }) => markup);
    });
    assert.equal(islands.length, 2);
    // The server has rendered all of it.
    for (const part of ["Metropolis", "1927", "€19.99", "Sherlock Jr.", "<isle-slot", "Nothing is sent"]) assert.ok(islands[0].includes(part), part);
    for (const part of ["4 copies", "€62.96", "Copies leave the shop in a tin."]) assert.ok(islands[1].includes(part), part);
    release();
    await alive(page);
    const changes = await page.evaluate(() =>
        check().flatMap(({ markup, nodes }, at) => {
            const lost = was[at].nodes.filter((node) => !nodes.includes(node)).map((node) => `lost: ${node.nodeName} ${node.textContent}`);
            return markup === was[at].markup ? lost : [...lost, `changed: ${markup}`];
        }),
    );
    assert.deepEqual(changes, []);
});

scenario("clicks change the cart, and the other framework's island follows by an event", async ({ page, front, visit }) => {
    await visit();
    await alive(page);
    await page.evaluate(() => (globalThis.same = true));
    await press(page, "One more copy of Metropolis");
    await until(page, () => document.querySelector(".cart output").textContent === "2");
    assert.match(await text(page, ".cart li .price"), /€39\.98/);
    await until(page, () => document.querySelector(".summary dt").textContent === "5 copies");
    assert.match(await text(page, ".summary"), /€82\.95.*Delivery free.*Delivery is free/);
    await press(page, "Remove M");
    await until(page, () => !document.querySelector(".cart").textContent.includes("1931"));
    assert.match(await text(page, ".summary"), /3 copies €52\.97.*€4\.90.*€57\.87.*€27\.03 more/);
    assert.equal(await page.evaluate(() => same), true);
    // The server has been told, and renders what the browser shows.
    for (let tries = 0; front.requests.filter((asked) => asked === "POST /change").length < 2; tries++) {
        assert.ok(tries < 200);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    const markup = await page.$eval(".cart", (cart) => cart.outerHTML);
    await visit();
    await alive(page);
    assert.equal(await page.$eval(".cart", (cart) => cart.outerHTML), markup);
});

scenario("what stands in a slot keeps its nodes when the component is drawn again", async ({ page, visit }) => {
    await visit();
    await alive(page);
    await page.evaluate(() => {
        globalThis.slots = [...document.querySelectorAll("isle-slot, isle-slot *")];
        slots[0].firstChild.firstChild.data = "Changed by a script.";
    });
    for (const film of ["Metropolis", "M", "Sherlock Jr."]) await press(page, `Remove ${film}`);
    await until(page, () => document.querySelector(".cart").textContent.includes("Nothing is in it."));
    const now = await page.evaluate(() => {
        const here = [...document.querySelectorAll("isle-slot, isle-slot *")];
        return { kept: here.length === slots.length && here.every((node, at) => node === slots[at]), text: here[0].textContent };
    });
    assert.deepEqual(now, { kept: true, text: "Changed by a script." });
    assert.match(await text(page, ".summary"), /0 copies €0\.00 Delivery free/);
});

scenario("client:only is mounted in the browser alone, in the place of what stood there meanwhile", async ({ page, front, visit }) => {
    const release = front.hold(/\/Visit-[0-9a-f]+\.js/);
    await visit();
    assert.equal(await text(page, ".top isle-island"), "Welcome.");
    release();
    await alive(page);
    assert.equal(await text(page, ".top isle-island"), "Welcome: this is your first visit.");
    await visit();
    await alive(page);
    assert.equal(await text(page, ".top isle-island"), "Welcome back: this is visit number 2.");
});

scenario("a component without a directive ships no script", async ({ page, front, visit }) => {
    await visit();
    await alive(page);
    assert.equal(await page.evaluate(() => document.querySelector(".films").closest("isle-island")), null);
    assert.deepEqual(front.requests.filter((asked) => asked.includes("/Films-")), []);
    await press(page, "Add Nosferatu");
    await until(page, () => document.querySelector(".cart").textContent.includes("Nosferatu"));
});

scenario("with JavaScript off the cart is readable, and its forms work", async ({ page, visit }) => {
    await visit();
    const shown = await text(page, "main");
    for (const part of ["Metropolis", "€19.99", "4 copies", "€62.96", "Nosferatu", "Nothing is sent"]) assert.ok(shown.includes(part), part);
    await Promise.all([page.waitForNavigation(), press(page, "One more copy of Metropolis")]);
    assert.match(await text(page, ".summary"), /5 copies €82\.95/);
}, { only: ["chromium"], script: false });
