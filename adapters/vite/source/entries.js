// The modules that stand between isle and a component: made of its path and its framework's adapter.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { frameworks } from "./frameworks.js";

/** This package's folder. */
export const home = fileURLToPath(new URL("../", import.meta.url));

/** What such a module is called, in Vite. */
const ID = /^\0?isle:(client|slots|server|dev)\/(.+)$/;

/**
 * An island has two modules for the browser, one of which takes slots and stands around the other. Which one a page needs is said
 * in Rust, where slots are declared.
 *
 * @typedef {"client" | "slots" | "server" | "dev"} Side
 * @typedef {import("./islands.js").Island & { framework: import("./frameworks.js").Name }} Known
 */

/** @param {Side} side @param {string} name */
export const entry = (side, name) => `isle:${side}/${name}`;

/**
 * @param {string} id
 * @param {string | undefined} importer
 */
export function resolved(id, importer) {
    const [, side, name] = ID.exec(id) ?? [];
    if (!side) return;
    // The file of another entry, which stays whole: as a module that both share it would become a third.
    if (importer?.startsWith("\0isle:slots/")) return { id: `../${name}.js`, external: true };
    return `\0${id.replace(/^\0/, "")}`;
}

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
    const slots = `import slots from ${own("client", framework.slots)};\n`;
    const slotted = "(island, props, context) => mounted(island, props, { ...context, slots: slots(create, island) });\n";
    if (side === "slots") return `import mounted, { create } from ${JSON.stringify(entry("client", island.name))};\n${slots}export default ${slotted}`;
    const first = side === "dev" && framework.dev ? `import ${own("client", framework.dev)};\n` : "";
    const mount = `${first}import Component from ${component};
import mount, { create } from ${own("client", framework.client)};
`;
    if (side === "client") return `${mount}export default mount(Component);\nexport { create };\n`;
    // Vite has put the styles in, and keeps them new; those that the program has linked are as old as the last build.
    return `${mount}${slots}for (const link of document.querySelectorAll(${JSON.stringify(`link[href*="${files}/${name}-"][href$=".css"]`)})) link.remove();
const mounted = mount(Component);
export default ${slotted}`;
}
