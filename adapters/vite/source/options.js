// What a project says to the plugin.

import { frameworks, names } from "./frameworks.js";
import { Mistake, list } from "./mistake.js";

/**
 * @typedef {object} Options
 * @property {string | string[]} [islands]  The files whose components are islands, as a glob from beside `Cargo.toml`:
 *     `components/**\/*.{tsx,jsx,svelte,vue}`, unless you say otherwise.
 * @property {Partial<Record<import("./frameworks.js").Name, string | string[]>>} [frameworks]  Whose components they are,
 *     where the ending does not say it: `{ react: "components/charts/*.tsx" }`.
 * @property {string} [server]  Where the program listens, for Vite's dev server: `http://127.0.0.1:3000`, unless you say otherwise.
 * @property {string} [files]  The path below which the program serves the files of islands, `/_isle`, unless its settings say otherwise.
 *
 * @typedef {{ islands: string[], frameworks: [import("./frameworks.js").Name, string[]][], server: URL, files: string }} Settings
 */

const known = ["islands", "frameworks", "server", "files"];

/**
 * @param {Options} options
 * @returns {Settings}
 */
export function settings(options) {
    for (const name of Object.keys(options))
        if (!known.includes(name)) throw new Mistake(`there is no option \`${name}\``, `the options are ${list(known)}`);
    const { islands = "components/**/*.{tsx,jsx,svelte,vue}", frameworks: whose = {}, server = "http://127.0.0.1:3000", files = "/_isle" } = options;
    for (const name of Object.keys(whose))
        if (!(name in frameworks)) throw new Mistake(`there is no adapter for \`${name}\``, `there are adapters for ${list(names)}`);
    if (!URL.canParse(server) || new URL(server).protocol !== "http:")
        throw new Mistake(`\`server\` is no address: ${server}`, "write where the program listens: `http://127.0.0.1:3000`");
    if (!/^(\/[\w.-]+)+$/.test(files)) throw new Mistake(`\`files\` is no path: ${files}`, "write the path that the program's settings name: `/_isle`");
    return {
        islands: [islands].flat(),
        frameworks: names.flatMap((name) => (whose[name] ? [[name, [whose[name]].flat()]] : [])),
        server: new URL(server),
        files,
    };
}
