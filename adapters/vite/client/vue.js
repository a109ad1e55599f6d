// Vue in the browser.

import { createApp, createSSRApp, h, shallowReactive } from "vue";

export { h as create };

/** @param {import("vue").Component} Component */
export default (Component) =>
    /** @param {Element} island @param {Record<string, unknown>} given @param {import("./slots.js").Context} context */
    (island, given, { signal, slots }) => {
        const props = shallowReactive({ ...given });
        // What the server has not rendered is only there until now.
        if (island.hasAttribute("client:only")) island.replaceChildren();
        const app = (island.hasChildNodes() ? createSSRApp : createApp)({ render: () => h(Component, { ...props }, slots) });
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
