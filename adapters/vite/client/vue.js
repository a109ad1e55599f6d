// Vue in the browser.

import { createApp, createSSRApp, h, shallowReactive } from "vue";
import { isRendered, take } from "./slots.js";

/** @param {import("./slots.js").Slot} slot */
const element = (slot) =>
    h("isle-slot", {
        name: slot.name || undefined,
        ref: (found) => {
            const element = /** @type {HTMLElement | null} */ (found);
            // As a prop it would be written once more, otherwise than the server has.
            if (element && !element.hasAttribute("style")) element.style.display = "contents";
            slot.place(element);
        },
    });

/** @param {import("vue").Component} Component */
export default (Component) =>
    /** @param {Element} island @param {Record<string, unknown>} given @param {{ signal: AbortSignal }} context */
    (island, given, { signal }) => {
        const slots = Object.fromEntries(take(island).map((slot) => [slot.name || "default", () => element(slot)]));
        const props = shallowReactive({ ...given });
        const app = (isRendered(island) ? createSSRApp : createApp)({ render: () => h(Component, { ...props }, slots) });
        app.mount(island);
        signal.addEventListener("abort", () => app.unmount());
        return {
            /** @param {object} given */
            update(given) {
                for (const name of Object.keys(props)) if (!(name in given)) delete props[name];
                Object.assign(props, given);
            },
        };
    };
