// The slots of a component of React's.

import { prop, take } from "./slots.js";

/** Leaves the nodes of an element alone, also under Trusted Types. */
const dangerouslySetInnerHTML = { __html: /** @type {any} */ (globalThis).trustedTypes?.emptyHTML ?? "" };

/** @param {typeof import("react").createElement} createElement @param {import("./slots.js").Slot} slot */
const element = (createElement, slot) =>
    createElement("isle-slot", {
        name: slot.name || undefined,
        style: { display: "contents" },
        dangerouslySetInnerHTML,
        suppressHydrationWarning: true,
        ref: /** @param {Element | null} element */ (element) => slot.place(element),
    });

/** @param {typeof import("react").createElement} createElement @param {Element} island */
export default (createElement, island) =>
    Object.fromEntries(take(island).map((slot) => [prop(slot.name), element(createElement, slot)]));
