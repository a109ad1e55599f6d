// Vue on the server.

import { createSSRApp, h } from "vue";
import { renderToString } from "vue/server-renderer";

/** @type {(component: any, props: object, slots: import("./island.js").Slot[]) => Promise<string>} */
export default (Component, props, slots) => {
    const given = Object.fromEntries(slots.map((slot) => [slot.name || "default", () => render(slot)]));
    return renderToString(createSSRApp({ render: () => h(Component, props, given) }));
};

/** @param {import("./island.js").Slot} slot */
const render = (slot) => h("isle-slot", { name: slot.name || undefined, style: "display:contents", innerHTML: slot.html });
