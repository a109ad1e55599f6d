// Preact on the server.

import { h } from "preact";
import { renderToString } from "preact-render-to-string";

/** @type {(component: import("preact").ComponentType<any>, props: object, slots: import("./island.js").Slot[]) => string} */
export default (Component, props, slots) =>
    renderToString(h(Component, { ...props, ...Object.fromEntries(slots.map((slot) => [slot.prop, h(Slot, { slot })])) }));

/** @param {{ slot: import("./island.js").Slot }} props */
const Slot = ({ slot }) =>
    h("isle-slot", { name: slot.name || undefined, style: "display:contents", dangerouslySetInnerHTML: { __html: slot.html } });
