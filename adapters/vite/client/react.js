// React in the browser.

import { createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { isRendered, prop, take } from "./slots.js";

/** Leaves the nodes of an element alone, also under Trusted Types. */
const dangerouslySetInnerHTML = { __html: /** @type {any} */ (globalThis).trustedTypes?.emptyHTML ?? "" };

/** @param {import("./slots.js").Slot} slot */
const element = (slot) =>
    createElement("isle-slot", {
        name: slot.name || undefined,
        style: { display: "contents" },
        dangerouslySetInnerHTML,
        suppressHydrationWarning: true,
        ref: /** @param {Element | null} element */ (element) => slot.place(element),
    });

/** @param {any} Component */
export default (Component) =>
    /** @param {Element} island @param {object} props @param {{ signal: AbortSignal }} context */
    (island, props, { signal }) => {
        const slots = Object.fromEntries(take(island).map((slot) => [prop(slot.name), element(slot)]));
        /** @param {object} props */
        const draw = (props) => createElement(Component, { ...props, ...slots });
        const root = isRendered(island) ? hydrateRoot(island, draw(props)) : undefined;
        const made = root ?? createRoot(island);
        const update = /** @param {object} props */ (props) => made.render(draw(props));
        if (!root) update(props);
        signal.addEventListener("abort", () => made.unmount());
        return { update };
    };
