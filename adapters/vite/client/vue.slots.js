// The slots of a component of Vue's.

import { take } from "./slots.js";

/** @param {typeof import("vue").h} h @param {import("./slots.js").Slot} slot */
const element = (h, slot) =>
    h("isle-slot", {
        name: slot.name || undefined,
        ref: (found) => {
            const element = /** @type {HTMLElement | null} */ (found);
            // As a prop it would be written once more, otherwise than the server has.
            if (element && !element.hasAttribute("style")) element.style.display = "contents";
            slot.place(element);
        },
    });

/** @param {typeof import("vue").h} h @param {Element} island */
export default (h, island) => Object.fromEntries(take(island).map((slot) => [slot.name || "default", () => element(h, slot)]));
