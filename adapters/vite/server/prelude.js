// What renderers look for when they are read, and the engine has not: it has what the language has, and nothing of a browser or of
// Node. isle itself stops the clock and sees to it that chance is the same each time.

/** @type {any} */
const engine = globalThis;
const nothing = /** @type {(...values: unknown[]) => void} */ (() => {});

engine.console ??= new Proxy({}, { get: () => nothing });

engine.queueMicrotask ??= /** @param {() => void} task */ (task) => void Promise.resolve().then(task);

engine.TextEncoder ??= class {
    encode(text = "") {
        const bytes = unescape(encodeURIComponent(`${text}`.toWellFormed()));
        return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
    }
};

engine.MessageChannel ??= class {
    port1 = { onmessage: nothing };
    port2 = { postMessage: /** @param {unknown} data */ (data) => engine.queueMicrotask(() => this.port1.onmessage({ data })) };
};
