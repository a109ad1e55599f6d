// A behaviour, tested once in each browser, and in Chromium once more with the smaller script where that has it; each time with a
// page and a site of its own.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, names } from "./browsers.js";
import { Site } from "./site.js";

const running = new Map();
/** How long a test waits for what should come, in milliseconds. */
const patience = +(process.env.ISLE_PATIENCE || 8_000);

before(async () => {
    await Promise.all(names.map(async (name) => running.set(name, await launch(name))));
});

after(async () => {
    await Promise.all([...running.values()].map(({ close }) => close()));
});

/** `act` gets a `Visit`. Whatever it does must not break the page's policy. */
export function scenario(title, act, options) {
    behaviour(title, act, options);
    behaviour(title, act, { ...options, within: names.filter((name) => name === "chromium"), script: "isle.load.js" });
}

/** The same of islands that wait for something, which the script for sites without such islands knows nothing of. */
export const waiting = (title, act, options) => behaviour(title, act, options);

function behaviour(title, act, { only = names, within = names, script = "isle.js" } = {}) {
    for (const name of within)
        if (only.includes(name))
            test(`${title} (${script === "isle.js" ? name : `${name}, ${script}`})`, { timeout: 30_000 }, async () => {
                const site = await Site.open(script);
                const page = await running.get(name).browser.newPage();
                const visit = new Visit(site, page);
                try {
                    await act(visit);
                    assert.deepEqual(site.violations, []);
                } finally {
                    await page.close();
                    await site.close();
                }
            });
}

class Visit {
    constructor(site, page) {
        this.site = site;
        this.page = page;
        /** What the page's console said, as `[type, text]`. */
        this.console = [];
        page.evaluateOnNewDocument(() => {
            addEventListener("pageshow", ({ persisted }) => (globalThis.back = persisted));
        });
        page.on("console", (message) => this.console.push([message.type(), message.text()]));
    }

    /** Opens a page with this body. */
    async open(body, options) {
        this.site.page("/", body, options);
        await this.goto("/");
    }

    /** Not to its load event: Firefox has it wait for the islands' files. */
    goto(path) {
        return this.page.goto(this.site.origin + path, { waitUntil: "domcontentloaded" });
    }

    /** Back, as a visitor goes: to the page as it was left. */
    async back() {
        await this.run(() => void setTimeout(() => history.back()));
        await this.until(() => this.run(() => globalThis.back).catch(() => false), () => "not from the back/forward cache");
    }

    run(act, ...values) {
        return this.page.evaluate(act, ...values);
    }

    /** What the islands have logged. */
    log() {
        return this.run(() => globalThis.log ?? []);
    }

    /** Waits until the islands have logged this, and nothing else. */
    async logs(...expected) {
        await this.until(async () => (await this.log()).length >= expected.length, async () => `${await this.log()}`);
        assert.deepEqual(await this.log(), expected);
    }

    /** Waits until something is so. */
    async until(holds, say = () => holds.toString()) {
        const end = Date.now() + patience;
        while (!(await holds())) {
            if (Date.now() > end) assert.fail(`it never came to this: ${await say()}`);
            await this.pause(15);
        }
    }

    pause(milliseconds) {
        return new Promise((resolve) => setTimeout(resolve, milliseconds));
    }

    /** Time enough for whatever should not happen to happen: all that is under way in the page, and a little more. */
    async settle() {
        for (let round = 0; round < 3; round++)
            await this.run(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))));
    }
}

/** An island's tag around markup. */
export const island = (src, attributes, markup = "<button>Press</button>") =>
    `<isle-island src="${src}" ${attributes} style="display:contents">${markup}</isle-island>`;
