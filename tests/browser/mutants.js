// Takes one behaviour after the other out of the script, and sees that the test which claims to show it fails.
//
//     node mutants.js [WORD…]    the mutants whose names have these words
//
// In Chromium, where a mutant names no other browser: one of them for all, some mutants at a time.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { scripts, text } from "../../runtime/src/island/client/build.js";
import { launch } from "./harness/browsers.js";
import { mutants } from "./mutants.data.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const source = fileURLToPath(new URL("../../runtime/src/island/client/source", import.meta.url));

/** Runs a test by its title, in one browser and with the script that has everything; says whether it passed, failed, or wasn't there. */
async function run(file, title, browser, env) {
    const pattern = `^${title.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")} \\(${browser}\\)$`;
    const options = ["--test", "--test-reporter=tap", "--test-timeout=20000", `--test-name-pattern=${pattern}`, `${file}.test.js`];
    const { stdout, killed } = await promisify(execFile)(process.execPath, options, {
        cwd: here,
        env: { ...process.env, ...env },
        timeout: 60_000,
        killSignal: "SIGKILL",
    }).catch((error) => error);
    const results = stdout.split("\n").filter((line) => /^(not )?ok /.test(line) && !line.includes("# SKIP"));
    if (results.length !== 1) return killed ? "the test did not end within a minute" : `${results.length} tests are called so`;
    return results[0].startsWith("ok") ? "passed" : "failed";
}

async function survives({ file, from, to, test: [testFile, title], browser = "chromium" }) {
    const folder = await mkdtemp(join(tmpdir(), "isle-mutant-"));
    try {
        await cp(source, folder, { recursive: true });
        const path = join(folder, file);
        const original = await readFile(path, "utf8");
        if (original.split(from).length !== 2) return `${file} holds this ${original.split(from).length - 1} times: ${from}`;
        await writeFile(path, original.replace(from, () => to));
        for (const script of Object.keys(scripts)) await writeFile(join(folder, script), await text(script, folder));
        const outcome = await run(testFile, title, browser, { ISLE_CLIENT: folder, ISLE_BROWSERS: browser });
        return outcome === "failed" ? undefined : outcome;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

const words = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => words.every((word) => name.includes(word)));
const { browser, close } = await launch("chromium");
process.env.ISLE_ENDPOINT_chromium = browser.wsEndpoint();
// Long enough for what comes: a file is fetched again after a second.
process.env.ISLE_PATIENCE = "4000";

let survivors = 0;
const queue = [...chosen];
const work = async () => {
    for (let mutant; (mutant = queue.shift()); ) {
        const why = await survives(mutant);
        if (why) survivors++;
        console.log(`${why ? `SURVIVES (${why})` : "caught"}: ${mutant.name} [${mutant.browser ?? "chromium"}]`);
    }
};
await Promise.all([work(), work(), work()]);
await close();
console.log(survivors ? `${survivors} of ${chosen.length} survive` : `all ${chosen.length} are caught`);
process.exitCode = survivors ? 1 : 0;
