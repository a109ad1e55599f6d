// React in the browser.

import { createElement } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";

export { createElement as create };

/** @param {any} Component */
export default (Component) =>
    /** @param {Element} island @param {object} props @param {import("./slots.js").Context} context */
    (island, props, { signal, slots }) => {
        /** @param {object} props */
        const draw = (props) => createElement(Component, { ...props, ...slots });
        // What the server has not rendered is only there until now.
        if (island.hasAttribute("client:only")) island.replaceChildren();
        const root = island.hasChildNodes() ? hydrateRoot(island, draw(props)) : undefined;
        const made = root ?? createRoot(island);
        const update = /** @param {object} props */ (props) => made.render(draw(props));
        if (!root) update(props);
        signal.addEventListener("abort", () => made.unmount());
        return { update };
    };
