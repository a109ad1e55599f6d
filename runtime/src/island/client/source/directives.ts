// What `client:…` waits for. (`client:load` and `client:only` wait for nothing.)

import { event } from "./event.js";

/** Calls `go` when the island may load. The signal aborts when it is removed, `settled` when it is mounted or has failed. */
export type Wait = (
    island: Element,
    value: string,
    go: (value?: unknown) => void,
    signal: AbortSignal,
    settled: Promise<unknown>,
) => void;

/** Until the browser has nothing else to do, or for the milliseconds that are given. */
const idle: Wait = (_island, timeout, go) =>
    // Not every Safari has it: there, as soon as can be (the options are no number, hence no delay).
    (self.requestIdleCallback ?? setTimeout)(go, { timeout: +timeout } as IdleRequestOptions & number);

/** Until something of the island is in the viewport, which a margin makes larger. */
const visible: Wait = (island, rootMargin, go) => {
    const observer = new IntersectionObserver(
        (entries) => {
            if (entries.some((entry) => entry.isIntersecting)) go(observer.disconnect());
        },
        { rootMargin },
    );
    // An island is `display: contents`: what shows of it is its children, and those of islands in it, or else where it stands.
    const boxes = island.querySelectorAll("isle-island>:not(isle-island)");
    for (const box of boxes[0] ? boxes : [island.closest(":not(isle-island)")!]) observer.observe(box);
};

/** Until the media query matches. */
const media: Wait = (_island, query, go, signal) => {
    const list = matchMedia(query);
    if (list.matches) go();
    list.addEventListener("change", go, { signal });
};

export const waits: Partial<Record<string, Wait>> = {
    "client:idle": idle,
    "client:visible": visible,
    "client:media": media,
    "client:event": event,
};
