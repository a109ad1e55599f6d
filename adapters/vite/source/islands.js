// The islands of a project: files, and the framework of each.

import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { createFilter } from "./vite.js";
import { endings, frameworks, names } from "./frameworks.js";
import { Mistake, list } from "./mistake.js";

/**
 * @typedef {object} Island
 * @property {string} path  From the crate's root: `components/Cart.tsx`.
 * @property {string} name  Of its files, and no other island's: `Cart`.
 */

/** Folders in which nobody looks for components. */
const passed = new Set(["node_modules", "target", "dist"]);

/**
 * @param {string} root
 * @param {import("./options.js").Settings} settings
 * @returns {Promise<Island[]>}
 */
export async function findIslands(root, settings) {
    if (!existsSync(join(root, "Cargo.toml")))
        throw new Mistake(`there is no Cargo.toml in ${root}`, "vite.config.js belongs beside it, since paths of islands begin there");
    const wanted = (await createFilter(root))(settings.islands);
    const paths = [];
    for await (const path of walk(root, "")) if (wanted(path)) paths.push(path);
    if (!paths.length)
        throw new Mistake(
            `no file is an island: none matches ${list(settings.islands.map((glob) => `\`${glob}\``), "or")}`,
            "write a component there, `components/Cart.tsx` for example, or name other files: `isle({ islands: \"islands/*.tsx\" })`",
        );
    /** @type {string[]} */
    const components = [];
    for (const path of paths.sort()) {
        if (!endings.includes(extname(path)))
            throw new Mistake(
                `\`${path}\` is no component: no framework's files end with \`${extname(path)}\``,
                `an island's file ends with ${list(endings, "or")}: let \`islands\` match such files alone`,
            );
        if (await hasDefault(join(root, path))) components.push(path);
    }
    if (!components.length)
        throw new Mistake(
            `no file is an island: ${list(paths.map((path) => `\`${path}\``))} ${paths.length > 1 ? "have" : "has"} no default export`,
            "an island's file exports its component as default: `export default function Cart(props) { … }`",
        );
    return named(components);
}

/**
 * Whether a module exports something as default. What doesn't is no island, but a part of some: where components lie, others lie
 * beside them.
 *
 * @param {string} file
 */
const hasDefault = async (file) =>
    // Those of Svelte and Vue do, and say so nowhere.
    !/\.[jt]sx$/.test(file) || /\bexport\s+default\b|\bas\s+default\b|\bexport\s*\{[^}]*\bdefault\b/.test(await readFile(file, "utf8"));

/**
 * @param {string} root
 * @param {string} folder
 * @returns {AsyncGenerator<string>}
 */
async function* walk(root, folder) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
        const path = folder + entry.name;
        if (entry.isFile()) yield path;
        else if (entry.isDirectory() && !entry.name.startsWith(".") && !passed.has(entry.name)) yield* walk(root, `${path}/`);
    }
}

/**
 * The file's name without its ending, and where several have the same, as much of the path before it as tells them apart.
 *
 * @param {string[]} paths
 */
function named(paths) {
    /** @param {string} path @param {number} parts */
    const name = (path, parts) => path.slice(0, -extname(path).length).split("/").slice(-parts).join(".").replace(/[^\w.-]/g, "_");
    const depth = Math.max(...paths.map((path) => path.split("/").length));
    return paths.map((path) => {
        for (let parts = 1; parts <= depth; parts++) {
            const short = name(path, parts);
            if (!paths.some((other) => other !== path && name(other, parts) === short)) return { path, name: short };
        }
        // `Cart.tsx` beside `Cart.svelte`.
        return { path, name: name(`${path}.`.replace(/\.(\w+)\.$/, "_$1."), 1) };
    });
}

/**
 * Whose component a file is.
 *
 * @param {string} root
 * @param {string} path
 * @param {import("./options.js").Settings} settings
 * @param {readonly { name: string }[]} plugins
 * @returns {Promise<import("./frameworks.js").Name>}
 */
export async function frameworkOf(root, path, settings, plugins) {
    const matches = await createFilter(root);
    const claimed = settings.frameworks.filter(([, globs]) => matches(globs)(path)).map(([name]) => name);
    if (claimed.length > 1)
        throw new Mistake(
            `${list(claimed.map((name) => frameworks[name].title))} both claim \`${path}\``,
            "let the globs of `frameworks` match each file once",
        );
    const able = names.filter((name) => frameworks[name].endings.includes(extname(path)));
    if (claimed[0]) {
        if (able.includes(claimed[0])) return claimed[0];
        throw new Mistake(
            `\`frameworks\` says that \`${path}\` is a component of ${frameworks[claimed[0]].title}, whose files end with ${list(frameworks[claimed[0]].endings, "or")}`,
            "let its globs match such files alone",
        );
    }
    const present = able.filter((name) => plugins.some((plugin) => frameworks[name].plugin.test(plugin.name)));
    if (present.length > 1)
        throw new Mistake(
            `${list(present.map((name) => frameworks[name].title))} both claim \`${path}\``,
            `say whose it is: \`isle({ frameworks: { ${present[0]}: "${path}" } })\``,
        );
    if (!present[0]) {
        const ways = able.map((name) => `\`${frameworks[name].install}\`, and put ${frameworks[name].use} among the plugins`);
        throw new Mistake(`no plugin reads \`${path}\``, `run ${ways.join("; or ")}`);
    }
    return present[0];
}
