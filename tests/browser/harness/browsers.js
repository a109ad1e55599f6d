// The browsers that tests drive: Chromium, and Firefox over WebDriver BiDi. `ISLE_BROWSERS` names one of them alone.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const programs = {
    chromium: (profile) => ({
        executablePath: process.env.ISLE_CHROMIUM || "/usr/bin/chromium",
        userDataDir: profile,
        // No flag of puppeteer's may keep pages out of the back/forward cache.
        ignoreDefaultArgs: ["--disable-back-forward-cache"],
        args: [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }),
    firefox: (profile) => ({
        browser: "firefox",
        executablePath: process.env.ISLE_FIREFOX || "/usr/bin/firefox-esr",
        userDataDir: profile,
        headless: true,
        // Automated, it would keep no page for "back".
        extraPrefsFirefox: { "browser.sessionhistory.max_total_viewers": 8 },
    }),
};

export const names = (process.env.ISLE_BROWSERS || Object.keys(programs).join(" ")).split(" ");

/** A browser with an empty profile, and how to be rid of both. `ISLE_ENDPOINT_chromium` names one that runs already. */
export async function launch(name) {
    const browserWSEndpoint = process.env[`ISLE_ENDPOINT_${name}`];
    if (browserWSEndpoint) {
        const browser = await puppeteer.connect({ browserWSEndpoint });
        return { browser, close: () => browser.disconnect() };
    }
    const profile = await mkdtemp(join(tmpdir(), `isle-${name}-`));
    const browser = await puppeteer.launch(programs[name](profile));
    return {
        browser,
        async close() {
            await browser.close();
            await rm(profile, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}
