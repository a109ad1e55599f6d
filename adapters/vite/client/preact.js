// Preact in the browser.

import { h, hydrate, render } from "preact";

export { h as create };

/** @param {import("preact").ComponentType<any>} Component */
export default (Component) =>
    /** @param {Element} island @param {object} props @param {import("./slots.js").Context} context */
    (island, props, { signal, slots }) => {
        /** @param {object} props @param {typeof render} [draw] */
        const update = (props, draw = render) => draw(h(Component, { ...props, ...slots }), island);
        // What the server has not rendered is only there until now.
        if (island.hasAttribute("client:only")) island.replaceChildren();
        update(props, island.hasChildNodes() ? hydrate : render);
        signal.addEventListener("abort", () => render(null, island));
        return { update };
    };
