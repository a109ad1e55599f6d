// While you write: Vite's server in front of the program. It answers for the islands, whose parts it replaces as they change, and
// has the program answer everything else; and it builds anew what the program renders them with.

import { createRequire } from "node:module";
import { entry, home } from "./entries.js";
import { frameworks, names } from "./frameworks.js";
import { Rebuild } from "./rebuild.js";

/** Below it lies whatever is Vite's, so that all other paths are the program's. */
const base = "/@isle/";

/**
 * @param {string} root
 * @param {import("./islands.js").Island[]} islands
 * @param {import("./options.js").Settings} settings
 * @returns {import("vite").UserConfig}
 */
export const devConfig = (root, islands, { server }) => ({
    base,
    server: {
        // cargo's folder holds thousands of files, and what is built here is no source.
        watch: { ignored: ["**/target/**", "**/dist/**"] },
        proxy: { [`^/(?!@isle/)`]: { target: server.href, ws: true, configure: (proxy) => proxy.on("error", unanswered(server)) } },
        fs: { allow: [".", home] },
    },
    optimizeDeps: {
        entries: islands.map(({ path }) => path),
        include: names.flatMap((name) => frameworks[name].imports).filter((name) => isInstalled(root, name)),
    },
});

/** @param {string} root @param {string} name */
function isInstalled(root, name) {
    try {
        return !!createRequire(`${root}/package.json`).resolve(name);
    } catch {
        return false;
    }
}

/**
 * What is said where the program does not listen.
 *
 * @param {URL} server
 * @returns {(error: Error, request: unknown, response: unknown) => void}
 */
const unanswered = (server) => (_error, _request, response) => {
    const answer = /** @type {import("node:http").ServerResponse} */ (response);
    // A WebSocket has no head to write.
    if (!answer.writeHead || answer.headersSent) return;
    answer.writeHead(502, { "content-type": "text/plain; charset=utf-8", "retry-after": "1" });
    answer.end(`Nothing answers at ${server.origin}: run \`cargo run\` beside this, or say where it listens: isle({ server: "http://…" })\n`);
};

/**
 * @param {import("vite").ViteDevServer} vite
 * @param {import("./entries.js").Known[]} islands
 * @param {import("./options.js").Settings} settings
 */
export function serve(vite, islands, { files }) {
    const asked = new RegExp(`^${files}/(.+)-[0-9a-f]{12}\\.js(?:\\?.*)?$`);
    vite.middlewares.use((request, response, next) => {
        // The base alone is no page.
        if (request.url === base) return void response.writeHead(302, { location: "/" }).end();
        const name = asked.exec(request.url ?? "")?.[1];
        const island = islands.find((island) => island.name === name);
        if (island) request.url = `${base}@id/__x00__${entry("dev", island.name)}`;
        next();
    });

    const rebuild = new Rebuild(vite.config);
    const changed = /** @param {string} path */ (path) => {
        if (!ignored.test(path)) rebuild.soon();
    };
    for (const event of ["add", "change", "unlink"]) vite.watcher.on(event, changed);
    vite.httpServer?.once("close", () => rebuild.end());
    rebuild.soon();

    const { printUrls } = vite;
    vite.printUrls = () => {
        // Where the pages are, not where Vite's own files are.
        const cut = /** @param {string} url */ (url) => url.slice(0, 1 - base.length);
        if (vite.resolvedUrls) {
            const { local, network } = vite.resolvedUrls;
            vite.resolvedUrls = { ...vite.resolvedUrls, local: local.map(cut), network: network.map(cut) };
        }
        printUrls();
    };
}

/** What a change of changes no island. */
const ignored = /\.(rs|md|d\.ts|sqlite)$|\/Cargo\.(toml|lock)$|\/\.[^/]*$/;
