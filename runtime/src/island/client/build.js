// Builds the scripts that the crate embeds. `--check` only says whether those that lie here are what their source gives, and small enough.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const scripts = {
    "isle.js": { entry: "isle.ts", debug: false },
    "isle.debug.js": { entry: "isle.ts", debug: true },
    "reload.js": { entry: "reload.ts", debug: true },
};

/** What every page with an island pays for `isle.js`, at most, in bytes. */
const limits = { gzip: 1300, brotli: 1100 };

/** The text of a script, from the TypeScript in `source`. */
export async function text(script, source = here("source")) {
    const { entry, debug } = scripts[script];
    const { outputFiles } = await build({
        entryPoints: [`${source}/${entry}`],
        bundle: true,
        write: false,
        format: "esm",
        target: "es2022",
        minify: !debug,
        charset: "utf8",
        define: { DEBUG: String(debug) },
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
    const release = await readFile(here("isle.js"));
    const sizes = { gzip: gzipSync(release, { level: 9 }).length, brotli: brotliCompressSync(release).length };
    const large = Object.keys(limits).filter((coding) => sizes[coding] > limits[coding]);
    for (const coding of large) console.error(`isle.js is ${sizes[coding]} B ${coding}, and should be at most ${limits[coding]}`);
    process.exitCode = stale || large.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.includes("--check"));
