// A server for one test: pages and island files written down by the test, under the policy that isle sends, and what was asked for.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const client = new URL("../../../runtime/src/island/client/", import.meta.url);

/** isle's default policy, with Trusted Types, and a report of what breaks it. */
const policy =
    "script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; " +
    "style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; report-uri /violation";

/** `ISLE_CLIENT` names another folder with scripts, such as those of a mutant. */
export const script = (name) =>
    readFile(process.env.ISLE_CLIENT ? `${process.env.ISLE_CLIENT}/${name}` : fileURLToPath(new URL(name, client)), "utf8");

export class Site {
    /** Paths that were asked for, in order. */
    requests = [];
    /** What broke the policy. */
    violations = [];
    #answers = new Map();
    #server = createServer((request, response) => this.#answer(request, response));

    /** A site whose `isle.js` is this script. */
    static async open(released) {
        const site = new Site();
        site.file("isle.js", await script(released));
        for (const name of ["isle.debug.js", "reload.js"]) site.file(name, await script(name));
        site.on("/favicon.ico", (_request, response) => response.writeHead(204).end());
        site.file("log.js", "export const log = (text) => (globalThis.log ??= []).push(text);");
        await site.listen(0);
        return site;
    }

    async listen(port) {
        this.#server = createServer((request, response) => this.#answer(request, response));
        await new Promise((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
        this.port = this.#server.address().port;
        this.origin = `http://127.0.0.1:${this.port}`;
    }

    async close() {
        const closed = new Promise((resolve) => this.#server.close(resolve));
        this.#server.closeAllConnections();
        await closed;
    }

    /** Answers a path by a function of Node's request and response. */
    on(path, answer) {
        this.#answers.set(path, answer);
    }

    /** A page at a path, with isle's script in its head. */
    page(path, body, { head = '<script type="module" async src="/_isle/isle.js"></script>' } = {}) {
        this.on(path, (_request, response) => {
            response.writeHead(200, html);
            response.end(`<!DOCTYPE html><html lang="en"><head><title>${path}</title>${head}</head><body>${body}</body></html>`);
        });
    }

    /** A page whose parts are sent one by one: call what comes back with each, and without any to end it. */
    stream(path) {
        let send;
        const response = new Promise((resolve) => (send = resolve));
        this.on(path, (_request, response) => {
            response.writeHead(200, html);
            send(response);
        });
        return async (part) => (part === undefined ? (await response).end() : (await response).write(part));
    }

    /** A file beside the script. */
    file(name, text) {
        this.on(`/_isle/${name}`, (_request, response) => {
            response.writeHead(200, {
                "content-type": "text/javascript",
                "cache-control": "public, max-age=31536000, immutable",
                "x-content-type-options": "nosniff",
            });
            response.end(text);
        });
    }

    /** An island's file, of the body of its default export: `el`, `props`, `signal` and `log` are there. */
    island(name, body) {
        this.file(
            name,
            `import { log } from "./log.js";\nexport default async (el, props, { signal }) => {\n${body}\n};\n`,
        );
    }

    /** Keeps a file's answer back until the function that comes back is called. */
    delay(name) {
        const answer = this.#answers.get(`/_isle/${name}`);
        let release;
        const released = new Promise((resolve) => (release = resolve));
        this.on(`/_isle/${name}`, async (request, response) => {
            await released;
            answer(request, response);
        });
        return release;
    }

    /** Answers a file's first requests otherwise. */
    fail(name, times, how) {
        const answer = this.#answers.get(`/_isle/${name}`);
        this.on(`/_isle/${name}`, (request, response) => (times-- > 0 ? how : answer)(request, response));
    }

    /** How often a path was asked for. */
    count(path) {
        return this.requests.filter((asked) => asked === path).length;
    }

    #answer(request, response) {
        const path = request.url.split("?")[0];
        if (path === "/violation") {
            request.setEncoding("utf8").on("data", (text) => this.violations.push(text));
            return response.writeHead(204).end();
        }
        this.requests.push(request.url);
        const answer = this.#answers.get(path);
        if (answer) answer(request, response);
        else response.writeHead(404).end();
    }
}

const html = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
