// Builds all islands, once for the browser and once for the server.
//
// The build for the browser is split: what islands share is a file of its own. That for the server is done twice, for all
// islands together, so that each module is compiled once, and then for each by itself, so that it needs no other file.

import { dirname, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { chunksOf, refuseCircles, stylesOf } from "./chunks.js";
import { entry } from "./entries.js";
import { Mistake } from "./mistake.js";
import { write } from "./output.js";
import { hashed } from "./sources.js";
import { vite } from "./vite.js";

/** @typedef {import("./chunks.js").Output} Output */

/** What the server's engine runs. */
const target = "es2022";

/**
 * The settings of both builds.
 *
 * @param {import("./islands.js").Island[]} islands
 * @returns {import("vite").UserConfig}
 */
export function buildConfig(islands) {
    const common = { write: false, copyPublicDir: false, assetsInlineLimit: () => true, reportCompressedSize: false, emptyOutDir: false };
    const define = { "process.env.NODE_ENV": '"production"' };
    /** @param {import("./entries.js").Side} side @param {string} [folder] */
    const input = (side, folder = "") => Object.fromEntries(islands.map(({ name }) => [folder + name, entry(side, name)]));
    const client = { ...input("client"), ...input("slots", "slots/") };
    return {
        // All environments are built, one after the other, by this plugin.
        builder: {},
        environments: {
            client: {
                define,
                build: {
                    ...common,
                    cssCodeSplit: true,
                    modulePreload: false,
                    // As a library: what is imported later is imported plainly, since isle's own list says what to preload.
                    lib: { entry: client, formats: ["es"] },
                    rolldownOptions: {
                        input: client,
                        preserveEntrySignatures: "strict",
                        output: {
                            entryFileNames: "[name].js",
                            chunkFileNames: "chunks/[name].js",
                            assetFileNames: ({ names: [name = ""] }) => (islands.some((island) => name === `${island.name}.css`) ? "[name][extname]" : "chunks/[name][extname]"),
                            minify: true,
                            // Nobody builds further with these files.
                            comments: { annotation: false },
                        },
                    },
                },
            },
            ssr: {
                define,
                resolve: { noExternal: true, builtins: [], conditions: ["module", "development|production"] },
                build: {
                    ...common,
                    ssr: true,
                    target,
                    emitAssets: false,
                    rolldownOptions: {
                        input: input("server"),
                        platform: "browser",
                        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" },
                    },
                },
            },
        },
    };
}

/**
 * @typedef {object} Project
 * @property {string} root
 * @property {import("./entries.js").Known[]} islands
 * @property {Record<"client" | "server", Map<string, Set<string>>>} files  What each island was made of, by its name.
 * @property {import("vite").Logger} logger
 */

/**
 * @param {import("vite").ViteBuilder} builder
 * @param {Project} project
 */
export async function build(builder, { root, islands, files, logger }) {
    const client = await built(builder, "client");
    const server = await built(builder, "ssr");
    const chunks = chunksOf(client);
    refuseCircles(chunks, (id) => shown(id, root, islands));
    /** @type {Map<string, string | Uint8Array>} */
    const written = new Map();
    for (const file of client.output) {
        const content = file.type === "chunk" ? plain(file) : file.source;
        if (file.type === "asset" && !file.fileName.endsWith(".css"))
            throw new Mistake(
                `the build has made \`${file.fileName}\`, which isle does not serve`,
                "let components import modules, styles and small pictures, and serve other files from the site's own public folder",
            );
        written.set(`client/${file.fileName}`, content);
    }
    const alone = await Promise.all(islands.map((island) => single(root, server, `${island.name}.js`)));
    /** @type {Record<string, object>} */
    const manifest = {};
    for (const [at, island] of islands.entries()) {
        written.set(`server/${island.name}.js`, /** @type {string} */ (alone[at]));
        const made = [...(files.client.get(island.name) ?? []), ...(files.server.get(island.name) ?? [])];
        manifest[island.path] = {
            client: `dist/client/${island.name}.js`,
            slots: `dist/client/slots/${island.name}.js`,
            server: `dist/server/${island.name}.js`,
            css: stylesOf(chunks, `${island.name}.js`).map((style) => `dist/client/${style}`),
            sources: await hashed(root, made),
        };
    }
    await write(`${root}/dist`, written, ["islands.json", `${JSON.stringify({ version: 1, islands: manifest }, null, 2)}\n`]);
    report(written, logger);
}

/**
 * A chunk's code, its later imports written with the quotes that isle's macros read: the minifier prefers others.
 *
 * @param {import("./chunks.js").Chunk} chunk
 */
const plain = ({ code, fileName, dynamicImports }) =>
    dynamicImports.reduce((code, file) => {
        const path = relative(dirname(fileName), file).replaceAll("\\", "/");
        const name = path.startsWith(".") ? path : `./${path}`;
        return code.replaceAll(`import(\`${name}\`)`, `import("${name}")`);
    }, code);

/** @param {import("vite").ViteBuilder} builder @param {string} name */
async function built(builder, name) {
    const made = await builder.build(/** @type {import("vite").BuildEnvironment} */ (builder.environments[name]));
    return /** @type {Output} */ ([made].flat()[0]);
}

/**
 * One of several files that import each other as one that imports nothing.
 *
 * @param {string} root
 * @param {Output} output
 * @param {string} entry
 */
async function single(root, output, entry) {
    const chunks = chunksOf(output);
    const made = await (await vite(root)).build({
        root,
        configFile: false,
        envFile: false,
        logLevel: "error",
        define: { "import.meta.url": '""' },
        plugins: [
            {
                name: "isle:single",
                enforce: "pre",
                resolveId: (id, importer) => (importer ? `\0${new URL(id, `file:///${importer.slice(1)}`).pathname.slice(1)}` : `\0${id}`),
                load: (id) => chunks.get(id.slice(1))?.code,
            },
        ],
        build: {
            write: false,
            ssr: true,
            target,
            rolldownOptions: { input: entry, platform: "browser", output: { codeSplitting: false, minify: { compress: true, mangle: false, codegen: true } } },
        },
        ssr: { noExternal: true },
    });
    return chunksOf(/** @type {Output} */ (made)).values().next().value?.code ?? "";
}

/** @param {string} id @param {string} root @param {import("./entries.js").Known[]} islands */
function shown(id, root, islands) {
    const island = islands.find(({ name }) => id.endsWith(`isle:client/${name}`));
    return island?.path ?? (id.startsWith(`${root}/`) ? id.slice(root.length + 1) : id);
}

/** @param {Map<string, string | Uint8Array>} files @param {import("vite").Logger} logger */
function report(files, logger) {
    const width = Math.max(...[...files.keys()].map((path) => path.length)) + 7;
    for (const [path, content] of files) {
        const zipped = path.startsWith("server/") ? "" : `, ${gzipSync(content, { level: 9 }).length} B gzip`;
        logger.info(`${`dist/${path}`.padEnd(width)} ${Buffer.byteLength(content)} B${zipped}`);
    }
}
