// Builds again after a change, in a process of its own: a build is for production, whatever this process is for.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export class Rebuild {
    /** @type {import("node:child_process").ChildProcess | undefined} */
    #child;
    #timer = /** @type {NodeJS.Timeout | undefined} */ (undefined);
    #busy = false;
    #again = false;

    /** @param {import("vite").ResolvedConfig} config */
    constructor(config) {
        this.config = config;
    }

    /** Builds, once for all the changes of a moment. */
    soon() {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#build(), 50);
    }

    end() {
        clearTimeout(this.#timer);
        this.#child?.kill();
    }

    #build() {
        // What changes meanwhile may have been read already.
        if (this.#busy) return void (this.#again = true);
        this.#busy = true;
        this.#child ??= this.#start();
        this.#child.send({ root: this.config.root, configFile: this.config.configFile });
    }

    #start() {
        const child = fork(fileURLToPath(new URL("builder.js", import.meta.url)), {
            env: { ...process.env, NODE_ENV: "production" },
            stdio: ["ignore", "ignore", "inherit", "ipc"],
        });
        const { logger } = this.config;
        child.on("message", (/** @type {{ error?: string, milliseconds: number }} */ { error, milliseconds }) => {
            if (error) logger.error(error, { timestamp: true });
            else logger.info(`isle: built for the server in ${milliseconds} ms`, { timestamp: true });
            this.#ended();
        });
        child.on("exit", (code) => {
            this.#child = undefined;
            if (this.#busy) logger.error(`isle: the build ended with code ${code}`, { timestamp: true });
            this.#ended();
        });
        return child;
    }

    #ended() {
        this.#busy = false;
        if (!this.#again) return;
        this.#again = false;
        this.soon();
    }
}
