// Svelte in the browser.

import { createRawSnippet, hydrate, mount, unmount } from "svelte";

export { createRawSnippet as create };

/** @param {import("svelte").Component<any>} Component */
export default (Component) =>
    /** @param {Element} island @param {Record<string, unknown>} given @param {import("./slots.js").Context} context */
    (island, given, { signal, slots = {} }) => {
        const props = $state({ ...given, ...slots });
        // What the server has not rendered is only there until now.
        if (island.hasAttribute("client:only")) island.replaceChildren();
        const component = (island.hasChildNodes() ? hydrate : mount)(Component, { target: island, props });
        signal.addEventListener("abort", () => unmount(component));
        return {
            /** @param {object} given */
            update(given) {
                for (const name of Object.keys(props)) if (!(name in given || name in slots)) delete props[name];
                Object.assign(props, given);
            },
        };
    };
