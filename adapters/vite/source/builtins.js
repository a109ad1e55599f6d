// What the server's engine has not: the modules of Node.

import { isBuiltin } from "node:module";
import { Mistake } from "./mistake.js";

const absent = "\0isle:absent/";

/**
 * Resolves a module of Node in the build for the server. Whoever imports one later is prepared to find none, and is told so
 * then; whoever imports one at once can't do without.
 *
 * @param {string} id
 * @param {string | undefined} importer
 * @param {string | undefined} kind
 */
export function resolveBuiltin(id, importer, kind) {
    if (!isBuiltin(id)) return;
    if (kind !== "import-statement") return absent + id;
    throw new Mistake(
        `\`${importer?.split("?")[0]}\` imports \`${id}\`, a module of Node`,
        "components are rendered by an engine of its own, without Node: read what they need in Rust, and give it as a prop",
    );
}

/** @param {string} id */
export const loadBuiltin = (id) =>
    id.startsWith(absent) ? `throw new Error(${JSON.stringify(`there is no ${id.slice(absent.length)} where components are rendered`)});` : undefined;
