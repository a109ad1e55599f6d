// The project's own Vite: this package may lie elsewhere, linked, and then would find another, or none.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @param {string} root
 * @returns {Promise<typeof import("vite")>}
 */
export const vite = (root) => import(pathToFileURL(createRequire(join(root, "package.json")).resolve("vite")).href);

/**
 * Makes functions of globs, which say whether a path below the root matches.
 *
 * @param {string} root
 * @returns {Promise<(globs: string[]) => (path: string) => boolean>}
 */
export async function createFilter(root) {
    const { createFilter } = await vite(root);
    return (globs) => {
        const matches = createFilter(globs, null, { resolve: root });
        return (path) => matches(join(root, path));
    };
}
