// The plugin: `isle()` among the plugins of a project's vite.config.js.

import { build, buildConfig } from "./build.js";
import { loadBuiltin, resolveBuiltin } from "./builtins.js";
import { devConfig, serve } from "./dev.js";
import { resolved, text } from "./entries.js";
import { frameworks, names } from "./frameworks.js";
import { findIslands, frameworkOf } from "./islands.js";
import { Mistake } from "./mistake.js";
import { settings } from "./options.js";
import { filesOf } from "./sources.js";

/**
 * Builds a crate's framework islands, and serves them while you write.
 *
 * @param {import("./options.js").Options} [options]
 * @returns {import("vite").Plugin}
 */
export default function isle(options = {}) {
    const set = settings(options);
    /** @type {import("vite").ResolvedConfig} */
    let config;
    /** @type {import("./islands.js").Island[]} */
    let found = [];
    /** @type {import("./entries.js").Known[]} */
    let islands = [];
    const files = { client: new Map(), server: new Map() };

    return {
        name: "isle",
        enforce: "pre",
        // Both builds tell one plugin what they were made of.
        sharedDuringBuild: true,

        async config({ root = process.cwd() }, { command }) {
            found = await findIslands(root, set);
            return {
                appType: "custom",
                // The adapters import the project's copies.
                resolve: { dedupe: names.flatMap((name) => frameworks[name].packages) },
                ...(command === "build" ? buildConfig(found) : devConfig(root, found, set)),
            };
        },

        async configResolved(resolved) {
            config = resolved;
            if (config.build.outDir !== "dist")
                throw new Mistake(`the build would lie in \`${config.build.outDir}\``, "leave `outDir` as it is: isle's macros look into `dist/`");
            islands = await Promise.all(
                found.map(async (island) => ({ ...island, framework: await frameworkOf(config.root, island.path, set, config.plugins) })),
            );
        },

        resolveId(id, importer, { kind }) {
            const own = resolved(id, importer);
            return own || this.environment.name !== "ssr" ? own : resolveBuiltin(id, importer, kind);
        },
        load: (id) => text(id, config.root, islands, set.files) ?? loadBuiltin(id),

        generateBundle() {
            const side = this.environment.name === "client" ? "client" : "server";
            for (const { name } of islands) files[side].set(name, filesOf(this, `\0isle:${side}/${name}`));
        },

        buildApp: (builder) => build(builder, { root: config.root, islands, files, logger: config.logger }),

        configureServer: (server) => serve(server, islands, set),
    };
}
