// Svelte in the browser.

import { createRawSnippet, hydrate, mount, unmount } from "svelte";
import { isRendered, prop, take } from "./slots.js";

/** @param {import("./slots.js").Slot} slot */
const snippet = (slot) =>
    createRawSnippet(() => ({
        render: () => `<isle-slot${slot.name && ` name="${slot.name}"`} style="display:contents"></isle-slot>`,
        setup: (element) => slot.place(element),
    }));

/** @param {import("svelte").Component<any>} Component */
export default (Component) =>
    /** @param {Element} island @param {Record<string, unknown>} given @param {{ signal: AbortSignal }} context */
    (island, given, { signal }) => {
        const slots = Object.fromEntries(take(island).map((slot) => [prop(slot.name), snippet(slot)]));
        const props = $state({ ...given, ...slots });
        const component = (isRendered(island) ? hydrate : mount)(Component, { target: island, props });
        signal.addEventListener("abort", () => unmount(component));
        return {
            /** @param {object} given */
            update(given) {
                for (const name of Object.keys(props)) if (!(name in given || name in slots)) delete props[name];
                Object.assign(props, given);
            },
        };
    };
