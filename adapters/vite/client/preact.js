// Preact in the browser.

import { h, hydrate, render } from "preact";
import { isRendered, prop, take } from "./slots.js";

/** Leaves the nodes of an element alone, also under Trusted Types. */
const dangerouslySetInnerHTML = { __html: /** @type {any} */ (globalThis).trustedTypes?.emptyHTML ?? "" };

/** @param {import("./slots.js").Slot} slot */
const element = (slot) =>
    h("isle-slot", {
        name: slot.name || undefined,
        style: "display:contents",
        dangerouslySetInnerHTML,
        ref: /** @param {Element | null} element */ (element) => slot.place(element),
    });

/** @param {import("preact").ComponentType<any>} Component */
export default (Component) =>
    /** @param {Element} island @param {object} props @param {{ signal: AbortSignal }} context */
    (island, props, { signal }) => {
        const slots = Object.fromEntries(take(island).map((slot) => [prop(slot.name), element(slot)]));
        /** @param {object} props */
        const draw = (props) => h(Component, { ...props, ...slots });
        (isRendered(island) ? hydrate : render)(draw(props), island);
        signal.addEventListener("abort", () => render(null, island));
        return { update: /** @param {object} props */ (props) => render(draw(props), island) };
    };
