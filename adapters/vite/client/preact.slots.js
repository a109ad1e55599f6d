// The slots of a component of Preact's.

import { prop, take } from "./slots.js";

/** Leaves the nodes of an element alone, also under Trusted Types. */
const dangerouslySetInnerHTML = { __html: /** @type {any} */ (globalThis).trustedTypes?.emptyHTML ?? "" };

/** @param {typeof import("preact").h} h @param {import("./slots.js").Slot} slot */
const element = (h, slot) =>
    h("isle-slot", {
        name: slot.name || undefined,
        style: "display:contents",
        dangerouslySetInnerHTML,
        ref: /** @param {Element | null} element */ (element) => slot.place(element),
    });

/** @param {typeof import("preact").h} h @param {Element} island */
export default (h, island) => Object.fromEntries(take(island).map((slot) => [prop(slot.name), element(h, slot)]));
