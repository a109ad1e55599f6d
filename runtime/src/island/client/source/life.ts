// An island's life: it waits for what the directives name, imports the module, lets the islands around it go first, and
// mounts: it calls the module's default export. Then changed props go to the module, until the island is removed.

import type { Island } from "./isle.js";
import { importIsland, type Mounted } from "./module.js";
import { parsed } from "./parsed.js";
import { pause } from "./pause.js";
import { waits } from "./directives.js";
import { watched } from "./watched.js";

/** Begins a life; what it gives back ends it. */
export const live = (island: Island) => {
    const life = new AbortController();
    const { signal } = life;
    const src = island.getAttribute("src")!;
    const directives = WAITS ? [...island.attributes].filter((attribute) => waits[attribute.name]) : [];
    let mounted: Mounted;
    let work: Promise<unknown> = Promise.resolve();

    /** One thing after the other. */
    const next = (step: () => unknown) => (work = work.then(step).catch(report));

    const mount = async () => {
        await parsed(island);
        if (WAITS)
            for (const { name, value } of directives)
                await new Promise((go) => waits[name]!(island, value, go, signal, work));
        signal.throwIfAborted();
        island.turn = work;
        const module = await importIsland(src);
        // The islands around it, also those around the shadow root in which it may stand.
        for (let outer: any = island; (outer = outer.parentNode ?? outer.host); ) await outer.turn;
        // One of them may have taken it out: a task later it is back, or its life is over.
        if (!island.isConnected) await pause(0);
        signal.throwIfAborted();
        new MutationObserver(() => next(update)).observe(island, { attributeFilter: ["props"] });
        mounted = await (DEBUG ? watched(module) : module).default(island, props(), { signal });
        signal.throwIfAborted();
        emit("isle:mount");
    };

    const update = () => {
        signal.throwIfAborted();
        if (mounted?.update) return mounted.update(props());
        // It can't take them: it begins anew.
        end();
        work.then(() => (island.end = live(island)));
    };

    const end = () => {
        life.abort();
        // Behind a module that is still busy. What goes wrong in there stops nothing here.
        work.then(() => typeof mounted == "function" && mounted());
    };

    const props = () => JSON.parse(island.getAttribute("props") ?? "{}");

    const emit = (type: string, detail?: object) =>
        island.dispatchEvent(new CustomEvent(type, { bubbles: true, cancelable: true, composed: true, detail }));

    const report = (error: unknown) => {
        if (!signal.aborted && emit("isle:error", { error, src })) console.error(error);
    };

    next(mount);
    // Whatever else is waited for may never come, and would hold back those inside.
    island.turn = (!WAITS || directives.every((directive) => directive.name == "client:idle")) && work;
    return end;
};
