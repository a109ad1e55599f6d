// Debug builds: says where an island's markup changed while it was mounted. A component that renders in the browser
// what the server has rendered should find it as it left it.

import type { Module } from "./module.js";

export const watched = (module: Module): Module => ({
    async default(island, props, context) {
        const before = island.innerHTML;
        const mounted = await module.default(island, props, context);
        const after = island.innerHTML;
        // What the server has put in the place of `client:only` is there to be replaced.
        if (before !== after && !island.hasAttribute("client:only")) warn(island, before, after);
        return mounted;
    },
});

const warn = (island: Element, before: string, after: string) => {
    const at = firstDifference(before, after);
    console.warn(
        `isle: mounting ${island.getAttribute("src")} changed the server's markup.\n` +
            `server:  ${excerpt(before, at)}\nbrowser: ${excerpt(after, at)}`,
        island,
    );
};

const firstDifference = (one: string, other: string) => {
    let at = 0;
    while (one[at] === other[at]) at++;
    return at;
};

const excerpt = (markup: string, at: number) => {
    const from = Math.max(0, at - 40);
    return (from ? "…" : "") + markup.slice(from, at + 80) + (at + 80 < markup.length ? "…" : "");
};
