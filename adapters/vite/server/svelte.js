// Svelte on the server.

import { createRawSnippet } from "svelte";
import { render } from "svelte/server";

/** @type {(component: import("svelte").Component<any>, props: object, slots: import("./island.js").Slot[]) => string} */
export default (Component, props, slots) =>
    render(Component, { props: { ...props, ...Object.fromEntries(slots.map((slot) => [slot.prop, snippet(slot)])) } }).body;

/** @param {import("./island.js").Slot} slot */
const snippet = (slot) =>
    createRawSnippet(() => ({
        render: () => `<isle-slot${slot.name && ` name="${slot.name}"`} style="display:contents">${slot.html}</isle-slot>`,
    }));
