// The slots of a component of Svelte's.

import { prop, take } from "./slots.js";

/** @param {typeof import("svelte").createRawSnippet} createRawSnippet @param {import("./slots.js").Slot} slot */
const snippet = (createRawSnippet, slot) =>
    createRawSnippet(() => ({
        render: () => `<isle-slot${slot.name && ` name="${slot.name}"`} style="display:contents"></isle-slot>`,
        setup: (element) => slot.place(element),
    }));

/** @param {typeof import("svelte").createRawSnippet} createRawSnippet @param {Element} island */
export default (createRawSnippet, island) =>
    Object.fromEntries(take(island).map((slot) => [prop(slot.name), snippet(createRawSnippet, slot)]));
