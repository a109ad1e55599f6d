// A project for one test: its files in a folder of their own, and this package's Vite and frameworks.

import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";
import { createBuilder } from "vite";
import isle from "../source/plugin.js";
import { engine } from "./engine.js";

export const plugins = { preact, react, svelte: () => svelte({ configFile: false }), vue };

export class Project {
    /** A project with these files, by their paths. */
    static async open(test, files) {
        const project = new Project();
        project.root = await mkdtemp(join(tmpdir(), "isle-vite-"));
        test.after(() => rm(project.root, { recursive: true, force: true }));
        await symlink(fileURLToPath(new URL("../node_modules", import.meta.url)), join(project.root, "node_modules"));
        await project.write({ "Cargo.toml": "", "package.json": "{}", ...files });
        return project;
    }

    async write(files) {
        for (const [path, text] of Object.entries(files)) {
            await mkdir(dirname(join(this.root, path)), { recursive: true });
            await writeFile(join(this.root, path), text);
        }
    }

    read(path) {
        return readFile(join(this.root, path), "utf8");
    }

    /** Builds with the plugins of these frameworks; gives the manifest. */
    async build(names, options) {
        const config = { root: this.root, configFile: false, logLevel: "silent", plugins: [isle(options), ...names.map((name) => plugins[name]())] };
        await (await createBuilder(config, false)).buildApp();
        return JSON.parse(await this.read("dist/islands.json"));
    }

    /** A function that renders an island as isle does: with props and slots to HTML. */
    async server(manifest, path) {
        const { render } = await engine(await this.read(manifest.islands[path].server));
        return (props, slots = {}) => render(JSON.stringify(props), JSON.stringify(slots));
    }
}
