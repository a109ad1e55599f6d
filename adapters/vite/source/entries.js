// The modules that stand between isle and a component: made of its path and its framework's adapter.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { frameworks } from "./frameworks.js";

/** This package's folder. */
export const home = fileURLToPath(new URL("../", import.meta.url));

/** What such a module is called, in Vite. */
const ID = /^\0?isle:(client|server|dev)\/(.+)$/;

/**
 * @typedef {"client" | "server" | "dev"} Side
 * @typedef {import("./islands.js").Island & { framework: import("./frameworks.js").Name }} Known
 */

/** @param {Side} side @param {string} name */
export const entry = (side, name) => `isle:${side}/${name}`;

/** @param {string} id */
export const resolved = (id) => (ID.test(id) ? `\0${id.replace(/^\0/, "")}` : undefined);

/**
 * The text of a module; nothing where the id is not one of ours.
 *
 * @param {string} id
 * @param {string} root
 * @param {Known[]} islands
 * @param {string} files
 */
export function text(id, root, islands, files) {
    const [, side, name] = ID.exec(id) ?? [];
    const island = islands.find((island) => island.name === name);
    if (!side || !island) return;
    const framework = frameworks[island.framework];
    /** @param {string[]} path */
    const own = (...path) => JSON.stringify(join(home, ...path));
    const component = JSON.stringify(join(root, island.path));
    if (side === "server")
        return `import { island } from ${own("server", "island.js")};
import render from ${own("server", framework.server)};
import Component from ${component};
export default island(render, Component);
`;
    const first = side === "dev" && framework.dev ? `import ${own("client", framework.dev)};\n` : "";
    const mount = `${first}import mount from ${own("client", framework.client)};
import Component from ${component};
`;
    if (side === "client") return `${mount}export default mount(Component);\n`;
    // Vite has put the styles in, and keeps them new; those that the program has linked are as old as the last build.
    return `${mount}for (const link of document.querySelectorAll(${JSON.stringify(`link[href*="${files}/${name}-"][href$=".css"]`)})) link.remove();
export default mount(Component);
`;
}
