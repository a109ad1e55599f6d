// The project's own files of which a build was made, and their hashes.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import { hash } from "./hash.js";

/** What every island is made of, where it is there. */
const common = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "tsconfig.json"];
const configs = ["vite.config", "svelte.config", "postcss.config"].flatMap((name) =>
    ["js", "mjs", "ts", "mts", "cjs", "cts"].map((ending) => `${name}.${ending}`),
);

/**
 * The files that a module and all that it imports were made of; what lies in `node_modules` stands in the lock file.
 *
 * @param {Pick<import("vite").Rolldown.PluginContext, "getModuleInfo">} context
 * @param {string} entry
 */
export function filesOf(context, entry) {
    const seen = new Set();
    /** @type {Set<string>} */
    const files = new Set();
    /** @param {string} id */
    const visit = (id) => {
        if (seen.has(id)) return;
        seen.add(id);
        const info = context.getModuleInfo(id);
        const file = id.split("?")[0] ?? "";
        if (isAbsolute(file) && !file.includes("/node_modules/") && existsSync(file)) files.add(file);
        for (const next of [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])]) visit(next);
    };
    visit(entry);
    return files;
}

/**
 * Paths from the root, and the hash of what lies there.
 *
 * @param {string} root
 * @param {Iterable<string>} files
 */
export async function hashed(root, files) {
    const paths = [...files].map((file) => relative(root, file).replaceAll("\\", "/"));
    const all = new Set([...paths, ...[...common, ...configs].filter((path) => existsSync(join(root, path)))]);
    const pairs = [...all].sort().map(async (path) => [path, hash(await readFile(join(root, path)))]);
    return Object.fromEntries(await Promise.all(pairs));
}
