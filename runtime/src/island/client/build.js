// Builds the scripts that the crate embeds. `--check` only says whether those that lie here are what their source gives, and small enough.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const scripts = {
    "isle.js": { entry: "isle.ts" },
    // For a site whose islands all come alive at once.
    "isle.load.js": { entry: "isle.ts", waits: false },
    "isle.debug.js": { entry: "isle.ts", debug: true },
    "reload.js": { entry: "reload.ts", debug: true },
};

/** What a page with an island pays for the script, at most, in bytes. */
const limits = { "isle.js": { gzip: 1300, brotli: 1100 }, "isle.load.js": { gzip: 790, brotli: 680 } };

/** The text of a script, from the TypeScript in `source`. */
export async function text(script, source = here("source")) {
    const { entry, debug = false, waits = true } = scripts[script];
    const { outputFiles } = await build({
        entryPoints: [`${source}/${entry}`],
        bundle: true,
        write: false,
        format: "esm",
        target: "es2022",
        minify: !debug,
        charset: "utf8",
        define: { DEBUG: String(debug), WAITS: String(waits) },
    });
    return outputFiles[0].text.trimEnd();
}

async function main(check) {
    let stale = false;
    for (const script of Object.keys(scripts)) {
        const built = await text(script);
        const path = here(script);
        if (!check) await writeFile(path, built);
        else if ((await readFile(path, "utf8").catch(() => "")) !== built) {
            console.error(`${script} is not what its source gives: run \`npm run build\` in ${here(".")}`);
            stale = true;
        }
    }
    let large = false;
    for (const [script, most] of Object.entries(limits)) {
        const release = await readFile(here(script));
        const sizes = { gzip: gzipSync(release, { level: 9 }).length, brotli: brotliCompressSync(release).length };
        for (const coding of Object.keys(most).filter((coding) => sizes[coding] > most[coding])) {
            console.error(`${script} is ${sizes[coding]} B ${coding}, and should be at most ${most[coding]}`);
            large = true;
        }
    }
    process.exitCode = stale || large ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.includes("--check"));
