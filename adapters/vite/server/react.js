// React on the server.

import { createElement } from "react";
import { renderToString } from "react-dom/server.browser";

/** @type {(component: any, props: object, slots: import("./island.js").Slot[]) => string} */
export default (Component, props, slots) =>
    renderToString(createElement(Component, { ...props, ...Object.fromEntries(slots.map((slot) => [slot.prop, createElement(Slot, { slot })])) }));

/** @param {{ slot: import("./island.js").Slot }} props */
const Slot = ({ slot }) =>
    createElement("isle-slot", {
        name: slot.name || undefined,
        style: { display: "contents" },
        dangerouslySetInnerHTML: { __html: slot.html },
    });
