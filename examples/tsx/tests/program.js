// The example as it runs, and a server in front of it which makes its policy stricter and can keep files back.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import { fileURLToPath } from "node:url";

const listen = async (server) => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return server.address().port;
};

export async function freePort() {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    return port;
}

/** Starts a program; `origin` is where it listens. */
export async function start(program = fileURLToPath(new URL("../target/debug/tsx", import.meta.url))) {
    const port = await freePort();
    const child = spawn(program, { env: { ...process.env, PORT: `${port}` }, stdio: ["ignore", "ignore", "pipe"] });
    const said = [];
    child.stderr.setEncoding("utf8").on("data", (text) => said.push(text));
    const end = () => child.kill();
    process.on("exit", end);
    const origin = `http://127.0.0.1:${port}`;
    for (let tries = 0; ; tries++) {
        if (child.exitCode !== null) throw new Error(`the program ended: ${said.join("")}`);
        const answer = await fetch(origin).catch(() => undefined);
        if (answer?.ok) return { origin, port, end: async () => (end(), await once(child, "exit")) };
        if (tries > 200) throw new Error(`the program does not listen: ${said.join("")}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/** Stands in front of a program. */
export class Front {
    /** Paths that were asked for. */
    requests = [];
    #held = [];

    static async open(port) {
        const front = new Front();
        front.server = createServer(async (request, response) => {
            front.requests.push(`${request.method} ${request.url}`);
            for (const { pattern, released } of front.#held) if (pattern.test(request.url)) await released;
            const { method, url: path, headers } = request;
            const forward = ask({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
                const policy = answer.headers["content-security-policy"];
                if (policy) answer.headers["content-security-policy"] = `${policy}; require-trusted-types-for 'script'`;
                response.writeHead(answer.statusCode, answer.headers);
                answer.pipe(response);
            });
            forward.on("error", () => response.destroy());
            request.pipe(forward);
        });
        front.origin = `http://127.0.0.1:${await listen(front.server)}`;
        return front;
    }

    /** Keeps back what is asked for at such paths, until the function that comes back is called. */
    hold(pattern) {
        let release;
        this.#held.push({ pattern, released: new Promise((resolve) => (release = resolve)) });
        return release;
    }

    close() {
        const closed = new Promise((resolve) => this.server.close(resolve));
        this.server.closeAllConnections();
        return closed;
    }
}
